import { createRequire } from 'node:module';
import type Database from 'better-sqlite3';

/** One raw SQLite connection. Only files under db/ hold one; everybody else gets a ReadDb or WriteDb. */
export type Connection = Database.Database;

/** The oldest Node.js whose Node-API the SQLite binding can be loaded by; older ones crash instead of failing. */
const OLDEST_NODE = 22;

/**
 * Opens an SQLite file. The binding is loaded here, on first use, and not by an import, because importing it under an
 * old Node.js ends the process without a word. Throws an Error with a sentence for people when Node.js is too old, and
 * an SqliteError when the file cannot be opened.
 */
export function openConnection(path: string, options: Database.Options = {}): Connection {
  assertNodeIsNewEnough(process.versions.node);
  // `import.meta.url` names the bundle in a built program; the binding is a real dependency and lies beside it.
  const Driver = createRequire(import.meta.url)('better-sqlite3') as typeof Database;
  return new Driver(path, options);
}

/** Throws an Error that says what to do when the version (such as `20.19.0`) cannot load the SQLite binding. */
export function assertNodeIsNewEnough(version: string): void {
  const major = Number.parseInt(version, 10);
  if (major >= OLDEST_NODE) return;
  throw new Error(
    `Kongdan needs Node.js ${OLDEST_NODE} or newer to open a workspace, but this is ${version}. ` +
      'Start it with "npm start", which brings the right one.',
  );
}

/** The code of an SQLite failure such as `SQLITE_FULL`, or null when the exception is something else. */
export function sqliteCode(thrown: unknown): string | null {
  if (!(thrown instanceof Error) || !('code' in thrown)) return null;
  const { code } = thrown;
  return typeof code === 'string' && code.startsWith('SQLITE_') ? code : null;
}
