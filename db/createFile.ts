import { rmSync } from 'node:fs';
import { writeIdentity } from './changes/device.ts';
import { openConnection } from './driver.ts';
import { migrate, type Migration } from './migrate.ts';

/** What a new file needs: the time (epoch ms) for the record of migrations, and bytes for the names of its identity. */
export interface FileOrigin {
  readonly now: number;
  readonly randomBytes: (length: number) => Uint8Array;
  readonly migrations: readonly Migration[];
}

/** Builds a complete empty file: schema, triggers, identity. Throws when the disk or a migration refuses. */
export function createFile(path: string, origin: FileOrigin): void {
  removeWithLogs(path);
  const connection = openConnection(path);
  try {
    // Nobody knows this file yet; the last two statements flush all of it.
    connection.pragma('synchronous = OFF');
    const migrated = migrate(connection, origin.migrations, origin.now);
    if (!migrated.ok) throw new Error(`An empty file could not be made: ${JSON.stringify(migrated.error)}`);
    connection.pragma('synchronous = FULL');
    connection.transaction(() => writeIdentity(connection, origin.randomBytes)).immediate();
    connection.pragma('journal_mode = WAL');
  } finally {
    connection.close();
  }
}

/** Removes an SQLite file that nobody has open, with everything SQLite keeps beside it. */
export function removeWithLogs(path: string): void {
  for (const rest of ['', '-wal', '-shm', '-journal']) rmSync(`${path}${rest}`, { force: true });
}
