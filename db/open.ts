import { linkSync, rmSync } from 'node:fs';
import { err, ok, type Result } from '#shared/lib/result.ts';
import { backupWorkspace } from './backup.ts';
import { type CapturedTable, describeCapturedTables, sharedTableNames } from './changes/capturedTable.ts';
import { writeIdentity } from './changes/device.ts';
import { installCaptureTriggers, triggersAreRight } from './changes/triggers.ts';
import { type Connection, openConnection } from './driver.ts';
import type { ReadDb, WriteDb } from './handles.ts';
import { inspectFile } from './inspectFile.ts';
import { acquireLock, type WorkspaceLock } from './lock.ts';
import { fileVersion, latestVersion, migrate, type Migration } from './migrate.ts';
import { allMigrations } from './migrations/allMigrations.ts';
import { checkIsFile, corrupt, type OpenError, prepareFolder, toOpenError } from './openError.ts';
import { replaceWorkspaceFile } from './replaceFile.ts';
import { drainSearchIndex, hasSearchIndex } from './repositories/searchIndex.ts';
import { createReadDb, StatementCache } from './statements.ts';
import { type ChangeContext, type WriteOutcome, Writer } from './write.ts';
import { temporaryBeside, type WorkspacePaths, workspacePaths } from './workspacePaths.ts';

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
  readonly now: () => number;
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
  const lock = acquireLock(paths.lock, options.holder ?? 'kongdan', options.now());
  if (!lock.ok) return lock;
  let connection: Connection | undefined;
  try {
    const problem = inspect(paths);
    if (problem === null) {
      connection = openConnection(path, { fileMustExist: true, timeout: BUSY_TIMEOUT_MS });
      const migrated = prepareConnection(connection, paths, options);
      if (migrated.ok) return ok(assemble(connection, paths, lock.value, options.now()));
      return giveUp(migrated.error, connection, lock.value);
    }
    return giveUp(problem, undefined, lock.value);
  } catch (thrown) {
    connection?.close();
    lock.value.release();
    return err(toOpenError(thrown, paths));
  }
}

/** How long a statement waits for a writer in another thread or program. */
const BUSY_TIMEOUT_MS = 5000;

function giveUp(error: OpenError, connection: Connection | undefined, lock: WorkspaceLock): Result<never, OpenError> {
  connection?.close();
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
function prepareConnection(
  connection: Connection,
  paths: WorkspacePaths,
  options: OpenOptions,
): Result<null, OpenError> {
  configure(connection);
  const migrations = options.migrations ?? allMigrations;
  const version = fileVersion(connection);
  const newest = latestVersion(migrations);
  if (version > newest) return err({ type: 'newer', fileVersion: version, programVersion: newest });
  if (version === newest) {
    const checked = migrate(connection, migrations, options.now());
    return checked.ok ? ok(null) : err(toMigrationError(checked.error, null));
  }
  stampBeforeMigration(connection, options.now());
  const backup = backupWorkspace(paths.file, { now: options.now(), reason: 'migration' });
  if (!backup.ok) {
    return err({ type: 'migrationFailed', migration: '', reason: `no backup: ${backup.error.detail}`, backup: null });
  }
  const migrated = migrate(connection, migrations, options.now());
  if (migrated.ok) return ok(null);
  // Earlier steps of this run are already in the file, which the program that made it could no longer open.
  connection.close();
  replaceWorkspaceFile(paths, backup.value.path);
  return err(toMigrationError(migrated.error, backup.value.path));
}

function toMigrationError(error: Exclude<ReturnType<typeof migrate>, { ok: true }>['error'], backup: string | null) {
  return error.type === 'newer' ? error : { ...error, backup };
}

/** Changes of an outside tool are stamped by the schema in which they were made. */
function stampBeforeMigration(connection: Connection, now: number): void {
  const tables = describeCapturedTables(connection);
  new Writer(new StatementCache(connection), tables).adoptForeignChanges(now);
}

/** The settings of every writing connection; each is justified in docs/adr/0003-data-layer.md. */
function configure(connection: Connection): void {
  connection.pragma('journal_mode = WAL');
  connection.pragma('synchronous = FULL');
  connection.pragma('foreign_keys = ON');
  // With it, REPLACE fires delete triggers, so that the log knows what was replaced.
  connection.pragma('recursive_triggers = ON');
  connection.pragma('cell_size_check = ON');
  connection.pragma('temp_store = MEMORY');
  connection.pragma('cache_size = -65536');
  // A mapped file that another program cuts short ends the process; a read error does not.
  connection.pragma('mmap_size = 0');
  connection.pragma('journal_size_limit = 67108864');
}

function assemble(connection: Connection, paths: WorkspacePaths, lock: WorkspaceLock, now: number): WorkspaceDb {
  const tables = describeCapturedTables(connection);
  touchEveryTable(connection, tables);
  if (!triggersAreRight(connection, tables)) {
    connection.transaction(() => installCaptureTriggers(connection, tables)).immediate();
  }
  connection.exec('UPDATE syncSwitch SET capturing = 1, undoing = 0 WHERE NOT capturing OR undoing');
  const cache = new StatementCache(connection);
  const read = createReadDb(cache);
  const indexed = hasSearchIndex(read);
  const writer = new Writer(cache, tables, indexed ? drainSearchIndex : undefined);
  writer.adoptForeignChanges(now);
  // Whatever a migration or another program left to be indexed; nothing of it is a change of a person.
  if (indexed) writer.write({ actor: '', label: 'searchIndex', at: now }, () => ok(null));
  return {
    path: paths.file,
    read,
    write: (context, run) => writer.write(context, run),
    close: () => {
      if (!connection.open) return;
      connection.pragma('optimize');
      connection.pragma('wal_checkpoint(TRUNCATE)');
      connection.close();
      lock.release();
    },
  };
}

/** Reads the first page of every shared table, so that a torn file is noticed now and not in the middle of the work. */
function touchEveryTable(connection: Connection, tables: readonly CapturedTable[]): void {
  if (tables.length !== sharedTableNames.length) {
    const missing = sharedTableNames.filter((name) => !tables.some((table) => table.name === name));
    throw Object.assign(new Error(`Tables are missing: ${missing.join(', ')}`), { code: 'SQLITE_CORRUPT' });
  }
  for (const table of tables) connection.prepare(`SELECT * FROM "${table.name}" LIMIT 1`).get();
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
    rmSync(temporary, { force: true });
    const made = createFile(temporary, options);
    if (!made.ok) return made;
    // Unlike a rename, a link never replaces a file that somebody else made meanwhile.
    linkSync(temporary, path);
  } catch (thrown) {
    return err(toOpenError(thrown, paths));
  } finally {
    for (const rest of ['', '-wal', '-shm', '-journal']) rmSync(`${temporary}${rest}`, { force: true });
  }
  return openWorkspace(path, options);
}

/** Builds a complete file without the log of a workspace; also the empty target of a replay. */
export function createFile(path: string, options: OpenOptions): Result<null, OpenError> {
  const connection = openConnection(path);
  try {
    // Nobody knows this file yet, so one flush at the end is enough.
    connection.pragma('synchronous = OFF');
    const migrated = migrate(connection, options.migrations ?? allMigrations, options.now());
    if (!migrated.ok) return err(toMigrationError(migrated.error, null));
    connection.transaction(() => writeIdentity(connection, options.randomBytes)).immediate();
    // Changes the header, which writes and flushes it; the rest follows in the flush of the first checkpoint.
    connection.pragma('synchronous = FULL');
    connection.pragma('journal_mode = WAL');
    return ok(null);
  } finally {
    connection.close();
  }
}

/**
 * A second writing connection for a job in a worker thread, beside the one of the main thread, which holds the lock and
 * has migrated the file. Whoever starts the job keeps other writers away meanwhile. Throws an SqliteError when the file
 * cannot be opened.
 */
export function openForJob(path: string): WorkspaceDb {
  const connection = openConnection(path, { fileMustExist: true, timeout: BUSY_TIMEOUT_MS });
  configure(connection);
  const cache = new StatementCache(connection);
  const writer = new Writer(cache, describeCapturedTables(connection));
  return {
    path,
    read: createReadDb(cache),
    write: (context, run) => writer.write(context, run),
    close: () => void connection.close(),
  };
}

/** A reading connection and how to end it. */
export interface ReadOnlyWorkspace {
  readonly read: ReadDb;
  close(): void;
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
