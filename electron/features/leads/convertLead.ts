import type { WriteDb } from '#db/handles.ts';
import { missingReference } from '#db/queries/missingReference.ts';
import { addAccount } from '#db/repositories/accounts.ts';
import { addContact, changeContact } from '#db/repositories/contacts.ts';
import { carryOverLead, changeLead } from '#db/repositories/leads.ts';
import { changeOpportunity } from '#db/repositories/opportunity.ts';
import { getRow } from '#db/rows.ts';
import { contact, lead } from '#db/schema/account.ts';
import { opportunity } from '#db/schema/opportunity.ts';
import type { leadContract } from '#shared/contract/lead.contract.ts';
import type { ErrorOf, OutputOf, ParsedInputOf } from '#shared/contract/operation.ts';
import { mayAct } from '#shared/domain/leads/leadAction.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import type { CommandContext, Handler } from '../../ipc/handler.ts';
import { createDeal } from '../opportunity/create.ts';
import { actor } from '../pipeline/applyMove.ts';
import { carryAnswers } from './carryAnswers.ts';

type Input = ParsedInputOf<typeof leadContract.convert>;
type Failure = ErrorOf<typeof leadContract.convert>;
type LeadRow = typeof lead.$inferSelect;

/** Makes a lead an account, a contact and a deal, with everything that happened so far. One transaction, one undo. */
export const convertLead: Handler<typeof leadContract.convert> = (context, input) =>
  context.write('lead.convert', (db): Result<OutputOf<typeof leadContract.convert>, Failure> => {
    const row = getRow(db, lead, input.id);
    if (!row || row.removedAt !== null) return err({ type: 'notFound', entity: 'lead', id: input.id });
    if (!mayAct(row.status, 'convert')) return err({ type: 'wrongStatus', status: row.status });
    const accountId = takeAccount(context, db, row, input);
    if (!accountId.ok) return accountId;
    const contactId = takeContact(context, db, input, accountId.value);
    if (!contactId.ok) return contactId;
    const dealId = takeDeal(context, db, row, input, accountId.value, contactId.value);
    if (!dealId.ok) return dealId;
    const into = { accountId: accountId.value, contactId: contactId.value, opportunityId: dealId.value };
    changeLead(db, row.id, {
      ...into,
      status: 'converted',
      ownerId: row.ownerId ?? actor(context),
      convertedAt: context.now,
      heldUntil: null,
    });
    carryOverLead(db, row.id, into);
    carryAnswers(context, db, row.id, into.opportunityId);
    return ok(into);
  });

function takeAccount(context: CommandContext, db: WriteDb, row: LeadRow, { account }: Input): Result<string, Failure> {
  if ('id' in account) {
    const missing = missingReference(db, [{ entity: 'account', id: account.id }]);
    return missing ? err({ type: 'notFound', ...missing }) : ok(account.id);
  }
  const { fields } = account;
  const missing = missingReference(db, [
    { entity: 'account', id: fields.parentId },
    { entity: 'member', id: fields.ownerId },
  ]);
  if (missing) return err({ type: 'notFound', ...missing });
  const id = context.newId();
  addAccount(db, {
    source: row.source,
    ownerId: row.ownerId ?? actor(context),
    ...fields,
    id,
    createdAt: context.now,
  });
  return ok(id);
}

/** A person without account joins this one; a person of another account is somebody else's contact. */
function takeContact(
  context: CommandContext,
  db: WriteDb,
  { contact: wanted }: Input,
  accountId: string,
): Result<string | null, Failure> {
  if (wanted === null) return ok(null);
  if ('id' in wanted) {
    const person = getRow(db, contact, wanted.id);
    if (!person || person.removedAt !== null) return err({ type: 'notFound', entity: 'contact', id: wanted.id });
    if (person.accountId !== null && person.accountId !== accountId) return err({ type: 'contactElsewhere' });
    if (person.accountId === null) changeContact(db, person.id, { accountId });
    return ok(person.id);
  }
  const id = context.newId();
  addContact(db, { ...wanted.fields, id, accountId, createdAt: context.now });
  return ok(id);
}

function takeDeal(
  context: CommandContext,
  db: WriteDb,
  row: LeadRow,
  { deal }: Input,
  accountId: string,
  contactId: string | null,
): Result<string, Failure> {
  if ('id' in deal) {
    const known = getRow(db, opportunity, deal.id);
    if (!known || known.removedAt !== null) return err({ type: 'notFound', entity: 'opportunity', id: deal.id });
    if (known.accountId !== accountId) return err({ type: 'dealElsewhere' });
    changeOpportunity(db, known.id, {
      leadId: known.leadId ?? row.id,
      primaryContactId: known.primaryContactId ?? contactId,
    });
    return ok(known.id);
  }
  const ownerId = deal.ownerId ?? row.ownerId ?? undefined;
  const made = createDeal(context, db, {
    ...deal,
    account: { id: accountId },
    ...(ownerId === undefined ? {} : { ownerId }),
    source: row.source,
  });
  if (!made.ok) return made;
  changeOpportunity(db, made.value.id, { leadId: row.id, primaryContactId: contactId, description: row.need });
  return ok(made.value.id);
}
