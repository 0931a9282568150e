import { createHash } from 'node:crypto';
import type { ReadDb, SqlValue } from '../handles.ts';
import { describeCapturedTables } from './capturedTable.ts';

/**
 * A SHA-256 per shared table over all its rows in the order of their ids: two files with the same digests hold the same
 * shared data, value for value. About half a second per million fields.
 */
export function stateDigest(db: ReadDb): Record<string, string> {
  const digests: Record<string, string> = {};
  for (const table of describeCapturedTables(db)) {
    const columns = ['id', ...table.columns];
    const hash = createHash('sha256').update(JSON.stringify(columns.toSorted()));
    const list = columns
      .toSorted()
      .map((column) => `"${column}"`)
      .join(', ');
    for (const row of db.iterate<Record<string, SqlValue>>(`SELECT ${list} FROM "${table.name}" ORDER BY "id"`)) {
      hash.update(JSON.stringify(Object.values(row))).update('\n');
    }
    digests[table.name] = hash.digest('hex');
  }
  return digests;
}
