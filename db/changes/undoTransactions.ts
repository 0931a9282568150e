import { err, ok, type Result } from '#shared/lib/result.ts';
import type { SqlValue, WriteDb } from '../handles.ts';
import { oldValues } from './audit.ts';
import { type CapturedTable, describeCapturedTables } from './capturedTable.ts';
import { ROW_DELETED } from './dictionary.ts';
import { insertContent } from './insertContent.ts';
import { settleReferences } from './settleReferences.ts';
import type { RowOperation } from './transactionBody.ts';
import { operationsOf, type TransactionHeader, transactionHeader } from './transactionLog.ts';

/** A value that somebody changed after the transaction, and what it is now. */
export interface UndoConflict {
  readonly table: string;
  readonly id: string;
  readonly field: string;
  readonly now: SqlValue;
}

/** Why nothing was undone. */
export type UndoError =
  | { readonly type: 'notFound'; readonly entity: 'transaction'; readonly id: string }
  | { readonly type: 'alreadyUndone'; readonly seq: number }
  /** `conflicts` lists the first ones, `count` is how many there are. */
  | { readonly type: 'editedSince'; readonly conflicts: readonly UndoConflict[]; readonly count: number };

/** How an undo treats what was edited since. */
export interface UndoOptions {
  /** Takes back what can be taken back and keeps what was edited since, instead of refusing the whole. */
  readonly force?: boolean;
}

/** How far an undo went. */
export interface UndoResult {
  /** Rows whose change was taken back. */
  readonly rows: number;
  /** Rows of which something was kept because of a later change (only with `force`). */
  readonly kept: number;
}

/** Conflicts named in an error; the rest is only counted. */
const LISTED_CONFLICTS = 200;

/**
 * Reverses transactions of this device within a write whose context names them in `undoes`: written fields get their old
 * value back if they still hold what was written, new rows go, deleted rows return. Undoing an undo redoes. With any
 * later edit in the way nothing is done, unless `force`. The newest is undone first, so later ones of the same list are
 * no obstacle to earlier ones.
 */
export function undoTransactions(
  db: WriteDb,
  seqs: readonly number[],
  options: UndoOptions = {},
): Result<UndoResult, UndoError> {
  if (db.get<{ undoing: number }>('SELECT undoing FROM syncSwitch')?.undoing !== 1) {
    throw new Error('Name the transactions in `undoes` of the write in which they are undone');
  }
  const headers: TransactionHeader[] = [];
  for (const seq of seqs.toSorted((a, b) => b - a)) {
    const header = transactionHeader(db, seq);
    if (header === undefined) return err({ type: 'notFound', entity: 'transaction', id: String(seq) });
    if (header.undoneBy !== null) return err({ type: 'alreadyUndone', seq });
    headers.push(header);
  }
  const undo = new Undo(db, options.force === true);
  for (const header of headers) {
    for (const operation of operationsOf(db, header.seq)) undo.reverse(operation, header.hlc);
  }
  return undo.finish();
}

/** Reverses one transaction; see `undoTransactions`. */
export function undoTransaction(db: WriteDb, seq: number, options: UndoOptions = {}): Result<UndoResult, UndoError> {
  return undoTransactions(db, [seq], options);
}

class Undo {
  readonly #db: WriteDb;
  readonly #force: boolean;
  readonly #tables: ReadonlyMap<string, CapturedTable>;
  readonly #conflicts: UndoConflict[] = [];
  readonly #kept = new Set<string>();
  #conflictCount = 0;
  #rows = 0;

  constructor(db: WriteDb, force: boolean) {
    this.#db = db;
    this.#force = force;
    this.#tables = new Map(describeCapturedTables(db).map((table) => [table.name, table]));
  }

  reverse(operation: RowOperation, hlc: number): void {
    const table = this.#tables.get(operation.table);
    if (table === undefined) throw new Error(`The log changes a table that is not in the file: ${operation.table}`);
    if (operation.kind === 'd') this.#bringBack(table, operation.pk, hlc);
    else if (operation.kind === 'u') this.#restoreFields(table, operation, hlc);
    else this.#remove(table, operation);
  }

  finish(): Result<UndoResult, UndoError> {
    // A row that something new refers to cannot go, and one cannot come back without its parent.
    for (const broken of settleReferences(this.#db, [...this.#tables.values()], this.#force)) {
      this.#conflict(broken.table, broken.id, broken.field, broken.now);
    }
    if (this.#conflictCount > 0 && !this.#force) {
      return err({ type: 'editedSince', conflicts: this.#conflicts, count: this.#conflictCount });
    }
    return ok({ rows: this.#rows, kept: this.#kept.size });
  }

  /** The row was inserted: it goes, if it is still as it was made. */
  #remove(table: CapturedTable, operation: RowOperation): void {
    const fields = operation.fields.filter((field) => table.columns.includes(field));
    const now = this.#current(table, operation.pk, fields);
    if (now === undefined) return;
    const written = new Map(operation.fields.map((field, n) => [field, operation.values[n] ?? null]));
    const edited = fields.filter((field) => now[field] !== written.get(field));
    for (const field of edited) this.#conflict(table.name, operation.pk, field, now[field] ?? null);
    if (edited.length > 0) return;
    this.#db.run(`DELETE FROM "${table.name}" WHERE "id" = ?`, operation.pk);
    this.#rows += 1;
  }

  /** The row was deleted: it returns with what it held. */
  #bringBack(table: CapturedTable, pk: string, hlc: number): void {
    if (this.#current(table, pk, []) !== undefined) return;
    const deleted = this.#db.get<{ old: string }>(
      'SELECT o.old FROM syncDict d JOIN syncOp o ON o.tbl = d.no AND o.pk = ? AND o.col = ? AND o.hlc = ? WHERE d.name = ?',
      pk,
      ROW_DELETED,
      hlc,
      table.name,
    );
    if (deleted === undefined)
      throw new Error(`The content of a deleted row of ${table.name} is not in the log: ${pk}`);
    insertContent(this.#db, table, pk, JSON.parse(deleted.old) as Record<string, SqlValue>);
    this.#rows += 1;
  }

  #restoreFields(table: CapturedTable, operation: RowOperation, hlc: number): void {
    const fields = operation.fields.filter((field) => table.columns.includes(field));
    const now = this.#current(table, operation.pk, fields);
    const written = new Map(operation.fields.map((field, n) => [field, operation.values[n] ?? null]));
    const edited = fields.filter((field) => now === undefined || now[field] !== written.get(field));
    for (const field of edited) this.#conflict(table.name, operation.pk, field, now?.[field] ?? null);
    // Fields of one atomic group go back together or not at all.
    const kept = new Set(edited.flatMap((field) => table.groups.get(field) ?? [field]));
    const before = oldValues(this.#db, table.name, operation.pk, hlc);
    const restored = fields.filter((field) => !kept.has(field) && before.get(field) !== written.get(field));
    if (restored.length === 0 || now === undefined) return;
    const assignments = restored.map((field) => `"${field}" = ?`).join(', ');
    const values = restored.map((field) => before.get(field) ?? null);
    this.#db.run(`UPDATE "${table.name}" SET ${assignments} WHERE "id" = ?`, ...values, operation.pk);
    this.#rows += 1;
  }

  #current(table: CapturedTable, pk: string, fields: readonly string[]): Record<string, SqlValue> | undefined {
    const list = ['id', ...fields].map((field) => `"${field}"`).join(', ');
    return this.#db.get<Record<string, SqlValue>>(`SELECT ${list} FROM "${table.name}" WHERE "id" = ?`, pk);
  }

  #conflict(table: string, id: string, field: string, now: SqlValue): void {
    this.#conflictCount += 1;
    this.#kept.add(`${table} ${id}`);
    if (this.#conflicts.length < LISTED_CONFLICTS) this.#conflicts.push({ table, id, field, now });
  }
}
