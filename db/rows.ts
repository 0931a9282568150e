import { getTableColumns, getTableName, type InferInsertModel, type InferSelectModel } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { ReadDb, SqlValue, WriteDb } from './handles.ts';

/** A table whose rows are addressed by an `id` of text, as every shared table is. */
export type RowTable = SQLiteTable & { readonly id: SQLiteColumn };

/** What stands for a table's plain statements, made once. */
interface TableStatements {
  readonly name: string;
  readonly columns: readonly string[];
  readonly defaults: readonly SqlValue[];
  readonly insert: string;
  readonly select: string;
  readonly remove: string;
}

const known = new WeakMap<SQLiteTable, TableStatements>();

function statementsOf(table: SQLiteTable): TableStatements {
  let statements = known.get(table);
  if (statements === undefined) {
    const name = getTableName(table);
    const definitions = Object.values(getTableColumns(table));
    const columns = definitions.map((column) => column.name);
    const quoted = columns.map((column) => `"${column}"`).join(', ');
    statements = {
      name,
      columns,
      defaults: definitions.map((column) => (column.default ?? null) as SqlValue),
      insert: `INSERT INTO "${name}" (${quoted}) VALUES (${columns.map(() => '?').join(', ')})`,
      select: `SELECT ${quoted} FROM "${name}" WHERE "id" = ?`,
      remove: `DELETE FROM "${name}" WHERE "id" = ?`,
    };
    known.set(table, statements);
  }
  return statements;
}

/** Adds one row; what is left out gets the default of the schema. Throws an SqliteError when a constraint says no. */
export function insertRow<T extends SQLiteTable>(db: WriteDb, table: T, row: InferInsertModel<T>): void {
  const { insert, columns, defaults } = statementsOf(table);
  db.run(insert, ...valuesOf(columns, defaults, row));
}

/** Adds many rows with one statement prepared once; an import or the sample workspace adds millions this way. */
export function insertRows<T extends SQLiteTable>(db: WriteDb, table: T, rows: Iterable<InferInsertModel<T>>): number {
  let count = 0;
  for (const row of rows) {
    insertRow(db, table, row);
    count += 1;
  }
  return count;
}

function valuesOf(
  columns: readonly string[],
  defaults: readonly SqlValue[],
  row: Readonly<Record<string, unknown>>,
): SqlValue[] {
  const values: SqlValue[] = [];
  for (let n = 0; n < columns.length; n += 1) {
    const value = row[columns[n] ?? ''];
    values.push(value === undefined ? (defaults[n] ?? null) : checked(value));
  }
  return values;
}

/** NaN would silently become NULL and Infinity has no place in the log. */
function checked(value: unknown): SqlValue {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new RangeError(`Not a number to store: ${value}`);
  return value as SqlValue;
}

/**
 * Changes the given fields of one row; fields that are `undefined` stay. Returns false when there is no such row.
 * Values that stay the same are not recorded as changes.
 */
export function updateRow<T extends RowTable>(
  db: WriteDb,
  table: T,
  id: string,
  patch: Partial<Omit<InferInsertModel<T>, 'id'>>,
): boolean {
  const { name, columns } = statementsOf(table);
  const entries = Object.entries(patch).filter(([, value]) => value !== undefined);
  for (const [column] of entries) {
    if (!columns.includes(column)) throw new Error(`${name} has no column ${column}`);
  }
  if (entries.length === 0) return db.get(`SELECT 1 FROM "${name}" WHERE "id" = ?`, id) !== undefined;
  const assignments = entries.map(([column]) => `"${column}" = ?`).join(', ');
  const values = entries.map(([, value]) => checked(value));
  return db.run(`UPDATE "${name}" SET ${assignments} WHERE "id" = ?`, ...values, id).changes === 1;
}

/** Removes one row for good (a person's delete sets `removedAt` instead). Returns false when there is no such row. */
export function deleteRow(db: WriteDb, table: RowTable, id: string): boolean {
  return db.run(statementsOf(table).remove, id).changes === 1;
}

/** One row by its id. */
export function getRow<T extends RowTable>(db: ReadDb, table: T, id: string): InferSelectModel<T> | undefined {
  return db.get<InferSelectModel<T>>(statementsOf(table).select, id);
}
