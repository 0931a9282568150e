import type { SharedTableName } from '#db/schema/schema.ts';
import type { ReadDb, SqlValue } from '../handles.ts';
import { ROW_DELETED, ROW_RETURNED } from './dictionary.ts';
import { operationsOf, type TransactionHeader, transactionHeader } from './transactionLog.ts';

/** One thing that happened to one row. An `insert` or `delete` speaks of the whole row, its `field` is null. */
export interface RowChange {
  readonly table: string;
  readonly id: string;
  /** A deleted row that came back is an insert. */
  readonly kind: 'insert' | 'update' | 'delete';
  readonly field: string | null;
  readonly from: SqlValue;
  readonly to: SqlValue;
}

/** Who did it and when, with everything it changed in the rows asked for. */
export interface TransactionChanges extends TransactionHeader {
  readonly changes: readonly RowChange[];
}

interface OperationRow {
  readonly seq: number;
  readonly col: number;
  readonly field: string | null;
  readonly val: SqlValue;
  readonly old: SqlValue;
}

/** Everything that happened to one row, newest first: who, when, which field, from what to what. */
export function changesOfRow(db: ReadDb, table: SharedTableName, id: string): TransactionChanges[] {
  return changesOfRows(db, [{ table, id }], { limit: Number.MAX_SAFE_INTEGER }).transactions;
}

/**
 * The transactions that changed any of these rows (a record and its parts), newest first. `before` is a seq to go on
 * from; `more` tells whether older ones exist. Read from the history of the rows, not by a search through the log.
 */
export function changesOfRows(
  db: ReadDb,
  rows: readonly { readonly table: SharedTableName; readonly id: string }[],
  page: { readonly before?: number; readonly limit: number },
): { transactions: TransactionChanges[]; more: boolean } {
  const changes = new Map<number, RowChange[]>();
  const add = (seq: number, change: RowChange): void => {
    if (page.before !== undefined && seq >= page.before) return;
    const known = changes.get(seq);
    if (known === undefined) changes.set(seq, [change]);
    else known.push(change);
  };
  for (const { table, id } of rows) {
    for (const [seq, change] of historyOf(db, table, id)) add(seq, change);
  }
  const newest = [...changes.keys()].toSorted((a, b) => b - a);
  const transactions = newest.slice(0, page.limit).map((seq) => withHeader(db, seq, changes.get(seq) ?? []));
  return { transactions, more: newest.length > page.limit };
}

function withHeader(db: ReadDb, seq: number, changes: readonly RowChange[]): TransactionChanges {
  const header = transactionHeader(db, seq);
  if (header === undefined) throw new Error(`The history names transaction ${seq}, which the log does not have`);
  return { ...header, changes };
}

function* historyOf(db: ReadDb, table: SharedTableName, id: string): Generator<[number, RowChange]> {
  const key = { table, id };
  const born = db.get<{ seq: number }>(
    'SELECT r.seq FROM syncRow r JOIN syncDict d ON d.no = r.tbl WHERE d.name = ? AND r.pk = ?',
    table,
    id,
  );
  if (born === undefined) return;
  yield [born.seq, { ...key, kind: 'insert', field: null, from: null, to: null }];
  const operations = db.all<OperationRow>(
    `SELECT o.seq, o.col, f.name AS field, o.val, o.old FROM syncDict d
     JOIN syncOp o ON o.tbl = d.no AND o.pk = ? LEFT JOIN syncDict f ON f.no = o.col
     WHERE d.name = ? ORDER BY o.hlc, o.col`,
    id,
    table,
  );
  for (const { seq, col, field, val, old } of operations) {
    if (col === ROW_DELETED) yield [seq, { ...key, kind: 'delete', field: null, from: null, to: null }];
    else if (col === ROW_RETURNED) yield [seq, { ...key, kind: 'insert', field: null, from: null, to: null }];
    // A field that only travelled with its atomic group did not change.
    else if (old !== val) yield [seq, { ...key, kind: 'update', field, from: old, to: val }];
  }
}

/** Everything that one transaction did, with the old value of every field; undefined when there is no such entry. */
export function transactionDetail(db: ReadDb, seq: number): TransactionChanges | undefined {
  const header = transactionHeader(db, seq);
  if (header === undefined) return undefined;
  const changes: RowChange[] = [];
  for (const operation of operationsOf(db, seq)) {
    const { table, pk: id, kind } = operation;
    if (kind !== 'u') {
      changes.push({ table, id, kind: kind === 'd' ? 'delete' : 'insert', field: null, from: null, to: null });
      continue;
    }
    const before = oldValues(db, table, id, header.hlc);
    for (const [n, field] of operation.fields.entries()) {
      const to = operation.values[n] ?? null;
      const from = before.get(field) ?? null;
      if (from !== to) changes.push({ table, id, kind: 'update', field, from, to });
    }
  }
  return { ...header, changes };
}

/** What the fields that a transaction (by its clock) wrote in a row held before. */
export function oldValues(db: ReadDb, table: string, id: string, hlc: number): ReadonlyMap<string, SqlValue> {
  const rows = db.all<{ field: string; old: SqlValue }>(
    `SELECT f.name AS field, o.old FROM syncDict d JOIN syncOp o ON o.tbl = d.no AND o.pk = ? AND o.hlc = ?
     JOIN syncDict f ON f.no = o.col WHERE d.name = ?`,
    id,
    hlc,
    table,
  );
  return new Map(rows.map((row) => [row.field, row.old]));
}
