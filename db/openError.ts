import { existsSync, mkdirSync, statSync } from 'node:fs';
import { latestUsableBackup } from './backup.ts';
import { sqliteCode } from './driver.ts';
import type { LockError } from './lock.ts';
import type { MigrateError } from './migrate.ts';
import type { WorkspacePaths } from './workspacePaths.ts';

/** Why a workspace could not be opened or made. */
export type OpenError =
  | { readonly type: 'notFound'; readonly path: string }
  | { readonly type: 'exists'; readonly path: string }
  | LockError
  /** Made by a newer version of this program. */
  | { readonly type: 'newer'; readonly fileVersion: number; readonly programVersion: number }
  /** An SQLite file of another program, or not a database at all. */
  | { readonly type: 'notAWorkspace'; readonly path: string }
  /** `backup` is the newest copy that passed its check, null when there is none. */
  | { readonly type: 'corrupt'; readonly path: string; readonly detail: string; readonly backup: string | null }
  /** The file is as it was before; `backup` is the copy made first. */
  | {
      readonly type: 'migrationFailed';
      readonly migration: string;
      readonly reason: string;
      readonly backup: string | null;
    };

/** Translates what SQLite or the file system threw while opening. Rethrows what is a defect. */
export function toOpenError(thrown: unknown, paths: WorkspacePaths): OpenError {
  const path = paths.file;
  const detail = thrown instanceof Error ? thrown.message : String(thrown);
  const code = sqliteCode(thrown) ?? systemCode(thrown);
  if (code === null) throw thrown;
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT') return { type: 'diskFull' };
  if (code.startsWith('SQLITE_BUSY')) return { type: 'locked', by: null };
  if (code === 'ENOENT') return { type: 'notFound', path };
  if (code === 'EEXIST') return { type: 'exists', path };
  if (forbidden.some((known) => code.startsWith(known))) return { type: 'noPermission', detail };
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
  return { type: 'corrupt', path: paths.file, detail, backup: latestUsableBackup(paths.file) };
}

/** Tells why nothing can be made in the folder of this path, or null; makes the folder where it is missing. */
export function prepareFolder(paths: WorkspacePaths): OpenError | null {
  try {
    mkdirSync(paths.folder, { recursive: true });
  } catch (thrown) {
    return toOpenError(thrown, paths);
  }
  return existsSync(paths.file) ? { type: 'exists', path: paths.file } : null;
}

/** Tells why this path cannot be a workspace file, or null. */
export function checkIsFile(paths: WorkspacePaths): OpenError | null {
  const found = statSync(paths.file, { throwIfNoEntry: false });
  if (found === undefined) return { type: 'notFound', path: paths.file };
  return found.isFile() ? null : { type: 'notAWorkspace', path: paths.file };
}

/** Translates why the file could not be brought to this program's version. */
export function toMigrationError(error: MigrateError, backup: string | null): OpenError {
  return error.type === 'newer' ? error : { ...error, backup };
}
