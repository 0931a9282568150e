import type { Connection } from '../driver.ts';
import type { CapturedTable } from './capturedTable.ts';

/** In `syncOp.col`: the row went (its content is in `old`). */
export const ROW_DELETED = -1;
/** In `syncOp.col`: a deleted row came back (its content is in `val`). */
export const ROW_RETURNED = -2;

/** Numbers that stand for table and column names in the history. */
export type Dictionary = ReadonlyMap<string, number>;

/**
 * Reads the dictionary and adds the names that are missing. Runs inside the caller's transaction when there is one.
 * Numbers are never reused; a name keeps its number for the life of the workspace.
 */
export function loadDictionary(connection: Connection, tables: readonly CapturedTable[]): Dictionary {
  const dictionary = new Map<string, number>();
  for (const row of connection.prepare<[], { no: number; name: string }>('SELECT no, name FROM syncDict').all()) {
    dictionary.set(row.name, row.no);
  }
  const add = connection.prepare<[string]>('INSERT INTO syncDict(name) VALUES (?)');
  for (const table of tables) {
    for (const name of [table.name, ...table.columns]) {
      if (!dictionary.has(name)) dictionary.set(name, Number(add.run(name).lastInsertRowid));
    }
  }
  return dictionary;
}
