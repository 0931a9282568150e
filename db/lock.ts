import { hostname } from 'node:os';
import { err, ok, type Result } from '#shared/lib/result.ts';
import { type Connection, openConnection, sqliteCode } from './driver.ts';

/** Who has a workspace open. */
export interface LockHolder {
  /** What the program called itself, e.g. `desktop` or `kongdan import`. */
  readonly holder: string;
  readonly process: number;
  readonly host: string;
  /** Epoch ms. */
  readonly since: number;
}

/** Why the lock was not to be had; `by` is null while the other is still writing its name. */
export type LockError =
  | { readonly type: 'locked'; readonly by: LockHolder | null }
  | { readonly type: 'diskFull' }
  | { readonly type: 'noPermission'; readonly detail: string };

/** A held lock; giving it back is safe to do twice. */
export interface WorkspaceLock {
  release(): void;
}

/**
 * Takes the lock of a workspace for the life of the process. The lock is a tiny SQLite file in which a write transaction
 * is held open: the operating system ends it when the process dies, however it dies, so there are no stale locks, and
 * others can still read who holds it. `now` is epoch ms.
 */
export function acquireLock(lockFile: string, holder: string, now: number): Result<WorkspaceLock, LockError> {
  let connection: Connection | undefined;
  try {
    connection = openConnection(lockFile, { timeout: 0 });
    hold(connection, { holder, process: process.pid, host: hostname(), since: now });
    const held = connection;
    return ok({
      release: () => {
        if (!held.open) return;
        held.exec('ROLLBACK');
        held.close();
      },
    });
  } catch (thrown) {
    const code = sqliteCode(thrown);
    const by = code?.startsWith('SQLITE_BUSY') === true && connection !== undefined ? readHolder(connection) : null;
    connection?.close();
    if (code?.startsWith('SQLITE_BUSY') === true) return err({ type: 'locked', by });
    if (code === 'SQLITE_FULL') return err({ type: 'diskFull' });
    // The binding reports a missing or forbidden folder as a TypeError without code.
    return err({ type: 'noPermission', detail: thrown instanceof Error ? thrown.message : String(thrown) });
  }
}

function hold(connection: Connection, by: LockHolder): void {
  connection.exec('BEGIN IMMEDIATE');
  connection.exec('CREATE TABLE IF NOT EXISTS holder(one INTEGER PRIMARY KEY CHECK (one = 1), body TEXT NOT NULL)');
  connection.prepare('INSERT OR REPLACE INTO holder VALUES (1, ?)').run(JSON.stringify(by));
  connection.exec('COMMIT');
  // Two may have written their name one after the other; only one of them gets past this line.
  connection.exec('BEGIN IMMEDIATE');
}

function readHolder(connection: Connection): LockHolder | null {
  try {
    const body = connection.prepare<[], string>('SELECT body FROM holder').pluck().get();
    return body === undefined ? null : (JSON.parse(body) as LockHolder);
  } catch {
    // Caught in the short moment in which the other is still writing its name.
    return null;
  }
}
