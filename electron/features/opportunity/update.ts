import type { SqlValue, WriteDb } from '#db/handles.ts';
import { editableFields } from '#db/queries/opportunity/editableFields.ts';
import { changeOpportunity } from '#db/repositories/opportunity.ts';
import { changeMany } from '#db/repositories/opportunityMany.ts';
import type { opportunityContract } from '#shared/contract/opportunity.contract.ts';
import type { CommonError } from '#shared/contract/operation.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import type { Handler } from '#electron/ipc/handler.ts';
import type { z } from 'zod';
import { checkFields, missingFieldReference } from './checkFields.ts';
import { loadBoardCard } from '../pipeline/boardCard.ts';

type Input = z.output<typeof opportunityContract.update.input>;
type Failure = z.output<typeof opportunityContract.update.errors> | CommonError;

/** Changes fields of one deal, unless a colleague changed one of them since the editor looked. */
export const update: Handler<typeof opportunityContract.update> = (context, input) => {
  const changed = context.write('opportunity.update', (db) => updateOne(db, input));
  if (!changed.ok) return changed;
  const card = loadBoardCard(context, input.id);
  return card === undefined ? err({ type: 'notFound', entity: 'opportunity', id: input.id }) : ok({ card });
};

function updateOne(db: WriteDb, input: Input): Result<null, Failure> {
  const now = editableFields(db, input.id);
  if (now === undefined) return err({ type: 'notFound', entity: 'opportunity', id: input.id });
  for (const [field, seen] of Object.entries(input.expected ?? {})) {
    const value = now[field];
    if (value === undefined)
      return err({ type: 'invalidInput', issues: [{ path: `expected.${field}`, message: 'unknownField' }] });
    if (value !== seen) return err({ type: 'changedMeanwhile', field, now: plain(value) });
  }
  const refused = checkFields(db, input.id, input.fields);
  if (refused !== null) return err(refused);
  changeOpportunity(db, input.id, input.fields);
  return ok(null);
}

/** Gives many deals the same owner, expected close or category in one transaction. */
export const updateMany: Handler<typeof opportunityContract.updateMany> = (context, input) =>
  context.write('opportunity.updateMany', (db): Result<{ changed: number }, CommonError> => {
    const missing = missingFieldReference(db, input.fields);
    return missing === null ? ok({ changed: changeMany(db, input.ids, input.fields) }) : err(missing);
  });

const plain = (value: SqlValue): string | number | null =>
  typeof value === 'string' || typeof value === 'number' ? value : null;
