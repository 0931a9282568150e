import { type CapturedTable, sharedTableNames } from './changes/capturedTable.ts';
import { installCaptureTriggers, triggersAreRight } from './changes/triggers.ts';
import type { Connection } from './driver.ts';

/**
 * Makes sure that this file records every change before it may be written to: all shared tables are there and readable,
 * exactly the right triggers are installed, and recording is on. Throws an SqliteError, or an Error with code
 * SQLITE_CORRUPT when tables are missing.
 */
export function verifyCapture(connection: Connection, tables: readonly CapturedTable[]): void {
  const missing = sharedTableNames.filter((name) => !tables.some((table) => table.name === name));
  if (missing.length > 0) {
    throw Object.assign(new Error(`Tables are missing: ${missing.join(', ')}`), { code: 'SQLITE_CORRUPT' });
  }
  // The first page of every table, so that a torn file is noticed now and not in the middle of the work.
  for (const table of tables) connection.prepare(`SELECT * FROM "${table.name}" LIMIT 1`).get();
  if (!triggersAreRight(connection, tables)) {
    connection.transaction(() => installCaptureTriggers(connection, tables)).immediate();
    if (!triggersAreRight(connection, tables)) throw new Error('The capture triggers could not be installed');
  }
  connection.exec('UPDATE syncSwitch SET capturing = 1, undoing = 0 WHERE NOT capturing OR undoing');
}
