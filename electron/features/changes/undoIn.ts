import { newestTransaction, transactionHeader } from '#db/changes/transactionLog.ts';
import { undoTransaction } from '#db/changes/undoTransactions.ts';
import type { ReadDb } from '#db/handles.ts';
import type { changesContract } from '#shared/contract/changes.contract.ts';
import { err, ok } from '#shared/lib/result.ts';
import type { Answer, CommandContext } from '../../ipc/handler.ts';

type Undone = Answer<(typeof changesContract)['undo']>;

/**
 * Reverses one transaction as a new one. Answers the number of the new one, by which the undo can itself be undone, and what
 * was undone. Nothing is changed when a later edit would be lost.
 */
export function undoIn(read: ReadDb, write: CommandContext['write'], seq: number): Undone {
  const undone = write(
    'changes.undo',
    (db): Undone => {
      const label = transactionHeader(db, seq)?.label ?? '';
      const result = undoTransaction(db, seq);
      if (result.ok) return ok({ seq, label });
      const { error } = result;
      if (error.type === 'notFound') return err(error);
      if (error.type === 'alreadyUndone') return err({ type: 'alreadyUndone' });
      const conflicts = error.conflicts.map(({ table, id, field }) => ({ table, id, field }));
      return err({ type: 'editedSince', conflicts });
    },
    { undoes: [seq], bulkConfirmed: true },
  );
  if (!undone.ok) return undone;
  return ok({ seq: newestTransaction(read)?.seq ?? seq, label: undone.value.label });
}
