import { createFile, type FileOrigin } from '../createFile.ts';
import { type Connection, openConnection } from '../driver.ts';
import type { ReadDb, SqlValue } from '../handles.ts';
import { directReads } from '../statements.ts';
import { describeCapturedTables } from './capturedTable.ts';
import { clockOf, type Moment } from './pointInTime.ts';
import type { RowOperation } from './transactionBody.ts';
import { operationsOf } from './transactionLog.ts';

/** How much was replayed. */
export interface ReplayResult {
  readonly transactions: number;
  readonly rows: number;
  /** Values of columns that the target does not have; 0 unless a column was removed since. */
  readonly skippedValues: number;
}

/** Transactions per commit; the target is worthless until it is complete, so only speed counts. */
const COMMIT_EVERY = 500;

/**
 * Rebuilds every shared table in a new file from the log alone, up to a moment or to the end. The new file has no log
 * of its own. Replaces whatever is at `targetPath`. Throws when the log is damaged.
 */
export function replayLog(
  source: ReadDb,
  targetPath: string,
  options: FileOrigin & { readonly until?: Moment },
): ReplayResult {
  const until = options.until === undefined ? Number.MAX_SAFE_INTEGER : clockOf(source, options.until);
  createFile(targetPath, options);
  const target = openConnection(targetPath);
  try {
    target.pragma('synchronous = OFF');
    target.pragma('foreign_keys = OFF');
    target.exec('UPDATE syncSwitch SET capturing = 0');
    const applier = new Applier(target);
    const seqs = source.all<{ seq: number }>('SELECT seq FROM syncTx WHERE hlc <= ? ORDER BY seq', until);
    for (const [n, { seq }] of seqs.entries()) {
      if (n % COMMIT_EVERY === 0) applier.commit();
      for (const operation of operationsOf(source, seq)) applier.apply(operation);
    }
    applier.commit();
    target.exec('UPDATE syncSwitch SET capturing = 1');
    target.exec('COMMIT');
    return { transactions: seqs.length, rows: applier.rows, skippedValues: applier.skippedValues };
  } finally {
    target.close();
  }
}

/** Applies row operations to a file in which nothing is captured. */
class Applier {
  rows = 0;
  skippedValues = 0;
  readonly #connection: Connection;
  readonly #columns: ReadonlyMap<string, readonly string[]>;
  readonly #statements = new Map<string, { run(...values: SqlValue[]): unknown }>();

  constructor(connection: Connection) {
    this.#connection = connection;
    const tables = describeCapturedTables(directReads(connection));
    this.#columns = new Map(tables.map((table) => [table.name, table.columns]));
  }

  commit(): void {
    if (this.#connection.inTransaction) this.#connection.exec('COMMIT');
    this.#connection.exec('BEGIN');
  }

  apply(operation: RowOperation): void {
    const columns = this.#columns.get(operation.table);
    this.rows += 1;
    if (columns === undefined) {
      this.skippedValues += operation.values.length;
      return;
    }
    const known = operation.fields.map((field) => columns.includes(field));
    const fields = operation.fields.filter((_, n) => known[n]);
    const values = operation.values.filter((_, n) => known[n]);
    this.skippedValues += operation.values.length - values.length;
    if (operation.kind === 'u' && fields.length === 0) return;
    this.#statement(operation, fields).run(...values, operation.pk);
  }

  #statement(operation: RowOperation, fields: readonly string[]) {
    const key = `${operation.table} ${operation.kind} ${fields.join(' ')}`;
    let statement = this.#statements.get(key);
    if (statement === undefined) {
      statement = this.#connection.prepare(sqlOf(operation, fields));
      this.#statements.set(key, statement);
    }
    return statement;
  }
}

/** The id is bound last in all of them. */
function sqlOf(operation: RowOperation, fields: readonly string[]): string {
  const table = `"${operation.table}"`;
  if (operation.kind === 'd') return `DELETE FROM ${table} WHERE "id" = ?`;
  if (operation.kind === 'u') {
    return `UPDATE ${table} SET ${fields.map((field) => `"${field}" = ?`).join(', ')} WHERE "id" = ?`;
  }
  const columns = [...fields, 'id'].map((field) => `"${field}"`).join(', ');
  return `INSERT OR REPLACE INTO ${table} (${columns}) VALUES (${[...fields, 'id'].map(() => '?').join(', ')})`;
}
