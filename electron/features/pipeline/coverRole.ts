import type { WriteDb } from '#db/handles.ts';
import { missingReference } from '#db/queries/missingReference.ts';
import type { MoveDealRow } from '#db/queries/pipeline/moveDeals.ts';
import { stakeholderOfContact } from '#db/queries/powerMap/stakeholders.ts';
import { addContact } from '#db/repositories/contacts.ts';
import { addStakeholder, changeStakeholder } from '#db/repositories/powerMap.ts';
import { getRow } from '#db/rows.ts';
import { stakeholder } from '#db/schema/powerMap.ts';
import type { CommonError } from '#shared/contract/operation.ts';
import type { MoveInput } from '#shared/contract/pipeline.contract.ts';
import { coverageSchema } from '#shared/contract/powerMap.contract.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import type { CommandContext } from '#electron/ipc/handler.ts';

type Holder = NonNullable<MoveInput['roles']>[number];

/**
 * Puts whoever holds a role on the deal's map, or adds the role to the person who is there; a coverage that is deeper
 * already stays. A new person becomes a contact of the deal's account. Runs in the caller's transaction.
 */
export function coverRole(
  context: CommandContext,
  db: WriteDb,
  deal: MoveDealRow,
  { role, coverage, who }: Holder,
): Result<null, CommonError> {
  if ('contactId' in who) {
    const missing = missingReference(db, [{ entity: 'contact', id: who.contactId }]);
    if (missing !== null) return err({ type: 'notFound', ...missing });
    const known = stakeholderOfContact(db, deal.id, who.contactId);
    if (known !== undefined) return raise(db, known, role, coverage);
  }
  const contactId = 'contactId' in who ? who.contactId : newContact(context, db, deal, who.newPerson);
  addStakeholder(db, {
    id: context.newId(),
    opportunityId: deal.id,
    contactId,
    roles: JSON.stringify([role]),
    coverage,
    createdAt: context.now,
  });
  return ok(null);
}

function raise(db: WriteDb, id: string, role: Holder['role'], coverage: Holder['coverage']): Result<null, CommonError> {
  const row = getRow(db, stakeholder, id);
  const depth = coverageSchema.options.findIndex((one) => one === row?.coverage);
  changeStakeholder(db, id, {
    roles: JSON.stringify([...new Set([...rolesOf(row?.roles ?? '[]'), role])]),
    ...(depth < coverageSchema.options.indexOf(coverage) ? { coverage } : {}),
  });
  return ok(null);
}

function rolesOf(json: string): string[] {
  const value: unknown = JSON.parse(json);
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}

function newContact(
  context: CommandContext,
  db: WriteDb,
  deal: MoveDealRow,
  person: { readonly name: string; readonly title: string },
): string {
  const id = context.newId();
  addContact(db, { ...person, id, accountId: deal.accountId, createdAt: context.now });
  return id;
}
