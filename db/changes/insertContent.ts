import type { SqlValue, WriteDb } from '../handles.ts';
import type { CapturedTable } from './capturedTable.ts';

/** Puts a row back from its recorded content; columns that have come since get their defaults. */
export function insertContent(
  db: WriteDb,
  table: CapturedTable,
  pk: string,
  content: Readonly<Record<string, SqlValue>>,
): void {
  const fields = table.columns.filter((column) => column in content);
  const columns = ['id', ...fields].map((field) => `"${field}"`).join(', ');
  const values = fields.map((field) => content[field] ?? null);
  db.run(`INSERT INTO "${table.name}" (${columns}) VALUES (?${', ?'.repeat(fields.length)})`, pk, ...values);
}
