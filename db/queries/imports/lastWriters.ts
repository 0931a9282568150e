import type { SharedTableName } from '../../schema/schema.ts';
import type { ReadDb } from '../../handles.ts';

/** Labels of the change transactions that last wrote a row's fields. */
export interface LastWriters {
  /** Label of the transaction that made the row; null when the log does not know it. */
  readonly made: string | null;
  /** Label per field changed since then; null for a colleague's transaction. */
  readonly changed: ReadonlyMap<string, string | null>;
}

/** Reads from the change log who wrote the fields of one row last, as transaction labels. */
export function lastWriters(db: ReadDb, table: SharedTableName, id: string): LastWriters {
  const made = db.get<{ label: string | null }>(
    `SELECT t.label FROM syncRow r LEFT JOIN syncTx t ON t.seq = r.seq AND r.stream = 0
     WHERE r.tbl = (SELECT no FROM syncDict WHERE name = ?) AND r.pk = ?`,
    table,
    id,
  );
  const changed = new Map<string, string | null>();
  const rows = db.all<{ field: string; label: string | null }>(
    `SELECT d.name AS field, t.label FROM syncOp o JOIN syncDict d ON d.no = o.col
     LEFT JOIN syncTx t ON t.seq = o.seq AND o.stream = 0
     WHERE o.tbl = (SELECT no FROM syncDict WHERE name = ?) AND o.pk = ? ORDER BY o.hlc`,
    table,
    id,
  );
  for (const { field, label } of rows) changed.set(field, label);
  return { made: made?.label ?? null, changed };
}
