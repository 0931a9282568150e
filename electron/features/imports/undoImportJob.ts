import { importBatch } from '#db/queries/imports/importBatches.ts';
import { undoTransactions } from '#db/changes/undoTransactions.ts';
import { markImportUndone } from '#db/repositories/imports/importBatches.ts';
import type { z } from 'zod';
import type { importContract } from '#shared/contract/import.contract.ts';
import type { CommonError } from '#shared/contract/operation.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import { defineJob, type JobContext } from '../../workers/job.ts';

type Undone = z.output<typeof importContract.undo.output>;
type UndoFailure = z.output<typeof importContract.undo.errors> | CommonError;

/** Places named in a refusal; the count tells the rest. */
const LISTED = 20;

/** Takes one import back as one change transaction; the log keeps both. */
export const undoImportJob = defineJob<
  { readonly batchId: string; readonly keepEdited: boolean },
  Result<Undone, UndoFailure>
>({
  name: 'import.undo',
  exclusive: true,
  run: (context, { batchId, keepEdited }) => undoImport(context, batchId, keepEdited),
});

function undoImport(
  { workspace, actorId, now }: JobContext,
  batchId: string,
  keepEdited: boolean,
): Result<Undone, UndoFailure> {
  const batch = importBatch(workspace.read, batchId);
  if (!batch) return err({ type: 'notFound', entity: 'importBatch', id: batchId });
  if (batch.undoneAt !== null) return err({ type: 'alreadyUndone' });
  const sequences = sequencesOf(batch.firstSeq, batch.lastSeq);
  const context = { actor: actorId, label: 'import.undo', at: now, bulkConfirmed: true };
  const { result } = workspace.write(sequences.length === 0 ? context : { ...context, undoes: sequences }, (db) => {
    const undone =
      sequences.length === 0 ? ok({ rows: 0, kept: 0 }) : undoTransactions(db, sequences, { force: keepEdited });
    if (!undone.ok) return undone;
    markImportUndone(db, batchId, now);
    return ok({ undoneRows: undone.value.rows, kept: undone.value.kept });
  });
  if (result.ok) return result;
  const { error } = result;
  if (error.type === 'editedSince') {
    const examples = error.conflicts.slice(0, LISTED).map(({ table, id, field }) => `${table} ${id} ${field}`);
    return err({ type: 'editedSince', count: error.count, examples });
  }
  if (error.type === 'alreadyUndone') return err({ type: 'alreadyUndone' });
  return err(error.type === 'storage' ? { type: 'storage', code: error.code } : error);
}

function sequencesOf(first: number | null, last: number | null): number[] {
  if (first === null || last === null) return [];
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
