import { missingReference } from '#db/queries/missingReference.ts';
import { addLead, changeLead } from '#db/repositories/leads.ts';
import { getRow } from '#db/rows.ts';
import { lead } from '#db/schema/account.ts';
import type { DuplicateMatch } from '#shared/contract/duplicate.contract.ts';
import type { LeadFields, leadContract } from '#shared/contract/lead.contract.ts';
import { changedMeanwhile } from '#shared/domain/accounts/changedMeanwhile.ts';
import { LEVEL_FROM } from '#shared/domain/leads/matchStrength.ts';
import { err, ok } from '#shared/lib/result.ts';
import type { Answer, Handler } from '../../ipc/handler.ts';
import { findDuplicates } from '../duplicates/findDuplicates.ts';
import { actor } from '../pipeline/applyMove.ts';
import { heldUntil } from './holdingRules.ts';

/** Keeps a lead. What is likely to be known already is answered first, unless it is to be created anyway. */
export const createLead: Handler<typeof leadContract.create> = (context, input) =>
  context.write('lead.create', (db): Answer<typeof leadContract.create> => {
    const { fields } = input;
    if (isNameless(fields)) return err({ type: 'leadNameless' });
    const missing = missingReference(db, [{ entity: 'member', id: input.ownerId }]);
    if (missing) return err({ type: 'notFound', ...missing });
    if (!input.createAnyway) {
      const matches = likelyOf(findDuplicates(db, 'lead', recognisable(fields), { limit: 8 }));
      if (matches.length > 0) return err({ type: 'likelyDuplicate', matches });
    }
    const id = context.newId();
    const ownerId = input.ownerId === undefined ? actor(context) : input.ownerId;
    const held = ownerId === null ? {} : { heldSince: context.now, heldUntil: heldUntil(db, context) };
    addLead(db, {
      ...fields,
      ...held,
      id,
      status: ownerId === null ? 'pool' : 'new',
      ownerId,
      createdAt: context.now,
    });
    return ok({ id });
  });

/** Changes fields of a lead, unless somebody else changed one meanwhile. */
export const updateLead: Handler<typeof leadContract.update> = (context, { id, fields, expected }) =>
  context.write('lead.update', (db): Answer<typeof leadContract.update> => {
    const row = getRow(db, lead, id);
    if (!row || row.removedAt !== null) return err({ type: 'notFound', entity: 'lead', id });
    const conflict = changedMeanwhile(row, fields, expected);
    if (conflict) return err(conflict);
    if (isNameless({ ...row, ...fields })) return err({ type: 'leadNameless' });
    changeLead(db, id, fields);
    return ok({});
  });

/** What of a lead's fields it is recognised by. */
export const recognisable = (fields: Partial<LeadFields>) => ({
  ...fields,
  company: fields.company ?? '',
  person: fields.personName ?? '',
});

/** Matches worth stopping for; a shared domain is shown while typing and stops nobody. */
const likelyOf = (matches: readonly DuplicateMatch[]): DuplicateMatch[] =>
  matches.filter((match) => match.strength >= LEVEL_FROM.likely);

const isNameless = (fields: { company?: string | undefined; personName?: string | undefined }): boolean =>
  (fields.company ?? '') === '' && (fields.personName ?? '') === '';
