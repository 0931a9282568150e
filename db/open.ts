import { linkSync, renameSync } from 'node:fs';
import { err, ok, type Result } from '#shared/lib/result.ts';
import { backupWorkspace } from './backup.ts';
import { describeCapturedTables } from './changes/capturedTable.ts';
import { nameDevice } from './changes/device.ts';
import { BUSY_TIMEOUT_MS, configureWriter } from './configureWriter.ts';
import { createFile, removeWithLogs } from './createFile.ts';
import { type Connection, openConnection, sqliteCode } from './driver.ts';
import type { ReadDb, WriteDb } from './handles.ts';
import { inspectFile } from './inspectFile.ts';
import { acquireLock, type WorkspaceLock } from './lock.ts';
import { fileVersion, latestVersion, migrate, type Migration } from './migrate.ts';
import { allMigrations } from './migrations/allMigrations.ts';
import {
  checkIsFile,
  corrupt,
  type OpenError,
  prepareFolder,
  toLockedError,
  toMigrationError,
  toOpenError,
} from './openError.ts';
import { replaceWorkspaceFile } from './replaceFile.ts';
import { createReadDb, directReads, StatementCache } from './statements.ts';
import { verifyCapture } from './verifyCapture.ts';
import { type ChangeContext, type WriteOutcome, Writer } from './write.ts';
import { temporaryBeside, type WorkspacePaths, workspacePaths } from './workspacePaths.ts';

export type { OpenError } from './openError.ts';
export type { ChangeContext, WriteOutcome } from './write.ts';

/** An open workspace: this process alone writes to it. */
export interface WorkspaceDb {
  readonly path: string;
  readonly read: ReadDb;
  /** See `Writer.write`: one call is one transaction and one entry of the log. */
  write<T, E>(context: ChangeContext, run: (db: WriteDb) => Result<T, E>): WriteOutcome<T, E>;
  /** Checkpoints, closes and gives the lock back. Safe to call twice. */
  close(): void;
}

/** What opening needs from outside. */
export interface OpenOptions {
  /** Wall clock, epoch ms. */
  readonly now: number;
  /** For the names of devices and workspaces. */
  readonly randomBytes: (length: number) => Uint8Array;
  /** What others read who find the workspace locked, e.g. `desktop`. */
  readonly holder?: string;
  /** Tests hand in older or broken ones. */
  readonly migrations?: readonly Migration[];
}

/** Opens the workspace at this path for reading and writing, after migrating it when it is older than the program. */
export function openWorkspace(path: string, options: OpenOptions): Result<WorkspaceDb, OpenError> {
  const paths = workspacePaths(path);
  const notAFile = checkIsFile(paths);
  if (notAFile !== null) return err(notAFile);
  // The lock comes first: the header may only be looked at while nobody, this process included, has the file open.
  const lock = acquireLock(paths.lock, options.holder ?? 'kongdan', options.now);
  if (!lock.ok) return err(toLockedError(lock.error, paths));
  let connection: Connection | undefined;
  try {
    const problem = inspect(paths);
    if (problem === null) {
      connection = openConnection(path, { fileMustExist: true, timeout: BUSY_TIMEOUT_MS });
      const prepared = prepareFile(connection, paths, options);
      if (prepared.ok) return ok(assemble(connection, path, options.now, lock.value));
      connection.close();
      return releaseAndFail(prepared.error, lock.value);
    }
    return releaseAndFail(problem, lock.value);
  } catch (thrown) {
    connection?.close();
    return releaseAndFail(toOpenError(thrown, paths), lock.value);
  }
}

function releaseAndFail(error: OpenError, lock: WorkspaceLock): Result<never, OpenError> {
  lock.release();
  return err(error);
}

function inspect(paths: WorkspacePaths): OpenError | null {
  const found = inspectFile(paths.file, paths.wal);
  if (found === 'fine') return null;
  if (found === 'foreign') return { type: 'notAWorkspace', path: paths.file };
  return corrupt(paths, 'The file is empty, cut short or overwritten with zeros.');
}

/** Sets the connection up and migrates; whatever fails leaves the file as it was. */
function prepareFile(connection: Connection, paths: WorkspacePaths, options: OpenOptions): Result<null, OpenError> {
  const migrations = options.migrations ?? allMigrations;
  const version = fileVersion(connection);
  const newest = latestVersion(migrations);
  if (version > newest) {
    return err({ type: 'newer', path: paths.file, fileVersion: version, programVersion: newest });
  }
  configureWriter(connection);
  if (version < newest) return migrateFile(connection, paths, migrations, options.now);
  // Nothing to apply, but what was applied is compared with what this program knows.
  const checked = migrate(connection, migrations, options.now);
  if (!checked.ok) return err(toMigrationError(checked.error, paths));
  nameDevice(connection, options.randomBytes);
  return ok(null);
}

function migrateFile(
  connection: Connection,
  paths: WorkspacePaths,
  migrations: readonly Migration[],
  now: number,
): Result<null, OpenError> {
  // Changes of an outside tool are stamped by the schema in which they were made.
  new Writer(new StatementCache(connection), describeCapturedTables(directReads(connection))).adoptForeignChanges(now);
  const backup = backupWorkspace(paths.file, { at: now, reason: 'migration' });
  if (!backup.ok) {
    return err({ type: 'migrationFailed', path: paths.file, detail: `no backup: ${backup.error.detail}` });
  }
  const migrated = migrate(connection, migrations, now);
  if (migrated.ok) return ok(null);
  // Earlier steps of this run are already in the file, which the program that made it could no longer open.
  connection.close();
  replaceWorkspaceFile(paths, backup.value.path);
  return err(toMigrationError(migrated.error, paths));
}

/** Verifies the triggers, takes over what other programs changed, and hands the connection out. */
function assemble(connection: Connection, path: string, now: number, lock: WorkspaceLock | null): WorkspaceDb {
  const tables = describeCapturedTables(directReads(connection));
  verifyCapture(connection, tables);
  const cache = new StatementCache(connection);
  const writer = new Writer(cache, tables);
  writer.adoptForeignChanges(now);
  return {
    path,
    read: createReadDb(cache),
    write: (context, run) => writer.write(context, run),
    close: () => {
      if (!connection.open) return;
      foldLog(connection);
      connection.close();
      lock?.release();
    },
  };
}

/** Moves the write-ahead log into the file. What cannot be moved now stays in the log, safe, until the next time. */
function foldLog(connection: Connection): void {
  try {
    // A worker that is still reading or writing must not hold up the end of the program.
    connection.pragma('busy_timeout = 50');
    connection.pragma('optimize');
    connection.pragma('wal_checkpoint(TRUNCATE)');
  } catch (thrown) {
    if (sqliteCode(thrown) === null) throw thrown;
  }
}

/**
 * Makes an empty workspace and opens it. The file appears under its name complete or not at all. It holds no row yet,
 * not even the workspace's own: that is the first change, made by the use case.
 */
export function createWorkspace(path: string, options: OpenOptions): Result<WorkspaceDb, OpenError> {
  const paths = workspacePaths(path);
  const problem = prepareFolder(paths);
  if (problem !== null) return err(problem);
  const temporary = temporaryBeside(path, 'new');
  try {
    createFile(temporary, { ...options, migrations: options.migrations ?? allMigrations });
    giveName(temporary, path);
  } catch (thrown) {
    return err(toOpenError(thrown, paths));
  } finally {
    removeWithLogs(temporary);
  }
  return openWorkspace(path, options);
}

/** File systems without hard links (exFAT sticks, some network shares) answer one of these. */
const NO_LINKS = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'];

/** Unlike a rename, a link never replaces a file that somebody else made meanwhile; where there are none, a rename does. */
function giveName(temporary: string, path: string): void {
  try {
    linkSync(temporary, path);
  } catch (thrown) {
    const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : '';
    if (!NO_LINKS.includes(code)) throw thrown;
    renameSync(temporary, path);
  }
}

/**
 * A second writing connection for a long job in a worker thread of the process that has the workspace open, or for a
 * file that nobody knows yet. Takes no lock and does not migrate. Throws what SQLite throws.
 */
export function openForJob(path: string, now: number): WorkspaceDb {
  const connection = openConnection(path, { fileMustExist: true, timeout: BUSY_TIMEOUT_MS });
  configureWriter(connection);
  return assemble(connection, path, now, null);
}

/** A reading connection and how to end it. */
export interface ReadOnlyWorkspace {
  readonly read: ReadDb;
  readonly close: () => void;
}

/**
 * A reading connection for a worker thread, beside the one that writes. Needs no lock. Throws an SqliteError when the
 * file cannot be read: whoever starts a worker has the workspace open already.
 */
export function openReadOnly(path: string): ReadOnlyWorkspace {
  const connection = openConnection(path, { readonly: true, fileMustExist: true, timeout: BUSY_TIMEOUT_MS });
  connection.pragma('query_only = ON');
  connection.pragma('temp_store = MEMORY');
  connection.pragma('cache_size = -32768');
  return { read: createReadDb(new StatementCache(connection)), close: () => void connection.close() };
}
