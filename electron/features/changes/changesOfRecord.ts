import { changesOfRows, type RowChange } from '#db/changes/audit.ts';
import type { ReadDb, SqlValue } from '#db/handles.ts';
import { memberById } from '#db/queries/members.ts';
import { recordNames } from '#db/queries/changes/recordNames.ts';
import { recordRows } from '#db/queries/changes/recordRows.ts';
import type { changesContract } from '#shared/contract/changes.contract.ts';
import { err, ok } from '#shared/lib/result.ts';
import type { Handler } from '../../ipc/handler.ts';
import { nameResolver } from './nameResolver.ts';

/**
 * Who changed what, when, from what, in a record and its parts, newest first, one entry per transaction. A record in the
 * trash still has its history.
 */
export const changesOfRecord: Handler<(typeof changesContract)['ofRecord']> = ({ db }, input) => {
  const rows = recordRows(db, input);
  if (rows === null) return err({ type: 'notFound', entity: input.entity, id: input.id });
  const { transactions, more } = changesOfRows(db, rows, { before: input.before, limit: input.limit });
  const changes = transactions.flatMap((transaction) => transaction.changes);
  const nameOf = nameResolver(db, changes);
  const rowName = rowNames(db, changes);
  return ok({
    transactions: transactions.map(({ seq, at, actor, label, undoneBy, changes: own }) => ({
      seq,
      at,
      actorId: actor,
      actorName: memberById(db, actor)?.name ?? '',
      label,
      undone: undoneBy !== null,
      changes: own.map((change) => ({
        table: change.table,
        id: change.id,
        kind: change.kind,
        field: change.field,
        from: plain(change.from),
        to: plain(change.to),
        fromName:
          change.field === null ? nameWhen(change, 'delete', rowName) : nameOf(change.table, change.field, change.from),
        toName:
          change.field === null ? nameWhen(change, 'insert', rowName) : nameOf(change.table, change.field, change.to),
      })),
    })),
    more,
  });
};

/** What rows that came or went are called. */
function rowNames(db: ReadDb, changes: readonly RowChange[]): (table: string, id: string) => string | null {
  const whole = Map.groupBy(
    changes.filter((change) => change.field === null),
    (change) => change.table,
  );
  const names = new Map(
    [...whole].map(([table, rows]) => [
      table,
      recordNames(
        db,
        table,
        rows.map((row) => row.id),
      ),
    ]),
  );
  return (table, id) => names.get(table)?.get(id) ?? null;
}

const nameWhen = (change: RowChange, kind: RowChange['kind'], nameOf: (table: string, id: string) => string | null) =>
  change.kind === kind ? nameOf(change.table, change.id) : null;

const plain = (value: SqlValue): string | number | null =>
  typeof value === 'string' || typeof value === 'number' || value === null ? value : String(value);
