import type { ReadDb, SqlValue } from '../handles.ts';
import { ROW_DELETED, ROW_RETURNED } from './dictionary.ts';
import { operationsOf } from './transactionLog.ts';

/**
 * What the log says a row holds, without a look at the row. Needed only where a tool replaced a row in a way that tells
 * nobody what was there before (REPLACE without recursive triggers). Reads the transaction that made the row.
 */
export function loggedRow(db: Pick<ReadDb, 'all' | 'get'>, table: string, pk: string): Record<string, SqlValue> {
  const born = db.get<{ seq: number }>(
    'SELECT r.seq FROM syncDict d JOIN syncRow r ON r.tbl = d.no AND r.pk = ? WHERE d.name = ?',
    pk,
    table,
  );
  let content: Record<string, SqlValue> = {};
  for (const operation of operationsOf(db, born?.seq ?? 0)) {
    if (operation.table !== table || operation.pk !== pk) continue;
    operation.fields.forEach((field, n) => (content[field] = operation.values[n] ?? null));
  }
  const later = db.all<{ col: number; field: string | null; val: SqlValue }>(
    `SELECT o.col, f.name AS field, o.val FROM syncDict d JOIN syncOp o ON o.tbl = d.no AND o.pk = ?
     LEFT JOIN syncDict f ON f.no = o.col WHERE d.name = ? ORDER BY o.hlc`,
    pk,
    table,
  );
  for (const { col, field, val } of later) {
    if (col === ROW_DELETED) content = {};
    else if (col === ROW_RETURNED) content = JSON.parse(String(val)) as Record<string, SqlValue>;
    else if (field !== null) content[field] = val;
  }
  return content;
}
