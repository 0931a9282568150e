import { existsSync, mkdirSync, statSync } from 'node:fs';
import { latestUsableBackup } from './backup.ts';
import { sqliteCode } from './driver.ts';
import type { LockError } from './lock.ts';
import type { MigrateError } from './migrate.ts';
import type { WorkspacePaths } from './workspacePaths.ts';

/** Why a workspace could not be opened, made or restored; the same shapes cross the process boundary. */
export type OpenError =
  | { readonly type: 'notFoundFile'; readonly path: string }
  | { readonly type: 'alreadyExists'; readonly path: string }
  /** `by` names program, process, computer and since when; empty when the other had not yet written it down. */
  | { readonly type: 'locked'; readonly path: string; readonly by: string }
  /** Made by a newer version of this program. */
  | { readonly type: 'newer'; readonly path: string; readonly fileVersion: number; readonly programVersion: number }
  /** An SQLite file of another program, or not a database at all. */
  | { readonly type: 'notAWorkspace'; readonly path: string }
  /** `newestBackup` is the newest copy that passed its check, null when there is none. */
  | { readonly type: 'corrupt'; readonly path: string; readonly detail: string; readonly newestBackup: string | null }
  | { readonly type: 'noPermission'; readonly path: string }
  | { readonly type: 'diskFull'; readonly path: string }
  /** The file is as it was before. */
  | { readonly type: 'migrationFailed'; readonly path: string; readonly detail: string };

/** Translates what SQLite or the file system threw while opening. Rethrows what is a defect. */
export function toOpenError(thrown: unknown, paths: WorkspacePaths): OpenError {
  const path = paths.file;
  const detail = thrown instanceof Error ? thrown.message : String(thrown);
  const code = sqliteCode(thrown) ?? systemCode(thrown);
  if (code === null) throw thrown;
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT') return { type: 'diskFull', path };
  if (code.startsWith('SQLITE_BUSY')) return { type: 'locked', path, by: '' };
  if (code === 'ENOENT') return { type: 'notFoundFile', path };
  if (code === 'EEXIST') return { type: 'alreadyExists', path };
  if (forbidden.some((known) => code.startsWith(known))) return { type: 'noPermission', path };
  if (damaged.some((known) => code.startsWith(known))) return corrupt(paths, detail);
  throw thrown;
}

const forbidden = ['SQLITE_READONLY', 'SQLITE_CANTOPEN', 'EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'ENAMETOOLONG'];
/** SQLITE_ERROR stands for tables that should be there and are not. */
const damaged = ['SQLITE_CORRUPT', 'SQLITE_NOTADB', 'SQLITE_IOERR', 'SQLITE_ERROR'];

function systemCode(thrown: unknown): string | null {
  if (!(thrown instanceof Error) || !('code' in thrown)) return null;
  return typeof thrown.code === 'string' && /^E[A-Z]+$/.test(thrown.code) ? thrown.code : null;
}

/** The error for a damaged file, with the copy that can replace it. */
export function corrupt(paths: WorkspacePaths, detail: string): OpenError {
  return { type: 'corrupt', path: paths.file, detail, newestBackup: latestUsableBackup(paths.file) };
}

/** Tells why nothing can be made in the folder of this path, or null; makes the folder where it is missing. */
export function prepareFolder(paths: WorkspacePaths): OpenError | null {
  try {
    mkdirSync(paths.folder, { recursive: true });
  } catch (thrown) {
    // A file stands where the folder should be.
    if (systemCode(thrown) === 'EEXIST') return { type: 'noPermission', path: paths.file };
    return toOpenError(thrown, paths);
  }
  return existsSync(paths.file) ? { type: 'alreadyExists', path: paths.file } : null;
}

/** Tells why this path cannot be a workspace file, or null. */
export function checkIsFile(paths: WorkspacePaths): OpenError | null {
  const found = statSync(paths.file, { throwIfNoEntry: false });
  if (found === undefined) return { type: 'notFoundFile', path: paths.file };
  return found.isFile() ? null : { type: 'notAWorkspace', path: paths.file };
}

/** Translates why the lock was not to be had. */
export function toLockedError(error: LockError, paths: WorkspacePaths): OpenError {
  const path = paths.file;
  if (error.type !== 'locked') return { type: error.type, path };
  if (error.by === null) return { type: 'locked', path, by: '' };
  const { holder, process, host, since } = error.by;
  return { type: 'locked', path, by: `${holder} (process ${process}, ${host}, ${new Date(since).toISOString()})` };
}

/** Translates why the file could not be brought to this program's version. */
export function toMigrationError(error: MigrateError, paths: WorkspacePaths): OpenError {
  const path = paths.file;
  if (error.type === 'migrationFailed')
    return { type: error.type, path, detail: `${error.migration}: ${error.reason}` };
  return { type: 'newer', path, fileVersion: error.fileVersion, programVersion: error.programVersion };
}
