import type { ReadDb } from '#db/handles.ts';
import { missingReference } from '#db/queries/missingReference.ts';
import { moveDealRows } from '#db/queries/pipeline/moveDeals.ts';
import type { OpportunityPatch } from '#db/repositories/opportunity.ts';
import type { CommonError } from '#shared/contract/operation.ts';
import { qualificationOfDeal } from '../qualification/loadQualification.ts';

type Checked = Pick<OpportunityPatch, 'accountId' | 'primaryContactId' | 'ownerId' | 'qualificationLevel'>;

/** Why these fields cannot be written to a deal, whichever door they come through; null when they can. */
export function checkFields(
  db: ReadDb,
  id: string,
  fields: Checked,
): CommonError | { readonly type: 'levelDerived' } | null {
  const missing = missingFieldReference(db, fields);
  if (missing !== null) return missing;
  const { qualificationLevel } = fields;
  if (qualificationLevel === undefined) return null;
  const deal = moveDealRows(db, [id])[0];
  if (deal === undefined || deal.qualificationLevel === qualificationLevel) return null;
  return qualificationOfDeal(db, id, deal.processId).derived ? { type: 'levelDerived' } : null;
}

/** The first record that a field points to and that is not there. */
export function missingFieldReference(db: ReadDb, fields: Checked): CommonError | null {
  const missing = missingReference(db, [
    { entity: 'account', id: fields.accountId },
    { entity: 'contact', id: fields.primaryContactId },
    { entity: 'member', id: fields.ownerId },
  ]);
  return missing === null ? null : { type: 'notFound', ...missing };
}
