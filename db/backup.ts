import { mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { err, ok, type Result } from '#shared/lib/result.ts';
import { openConnection, sqliteCode } from './driver.ts';
import { APPLICATION_ID } from './migrate.ts';
import { syncFolder, syncToDisk } from './syncToDisk.ts';
import { workspacePaths } from './workspacePaths.ts';

/** Why a copy was made; copies are rotated among those of the same reason. */
export type BackupReason = 'daily' | 'migration' | 'manual' | 'beforeRestore';

/** A whole copy of a workspace. */
export interface BackupInfo {
  readonly path: string;
  /** Epoch ms. */
  readonly takenAt: number;
  readonly reason: BackupReason;
  readonly bytes: number;
}

/** No copy was made: no room, no right, or the file cannot be read. `detail` is for the log. */
export interface BackupError {
  readonly type: 'backupFailed';
  readonly detail: string;
}

/** Copies kept per reason when the caller does not say. */
const KEPT_BACKUPS = 10;
const NAME = /^(\d{4})-(\d\d)-(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z-(daily|migration|manual|beforeRestore)\.kongdan$/;

/**
 * Copies the workspace into its backup folder, complete and compact, while others may go on reading and writing. Takes
 * about a second per few hundred megabytes and blocks its thread, so run it in a worker for large files. The copy
 * appears under its name only when all of it is on the disk. `at` is epoch ms; `keep` counts copies of this reason.
 */
export function backupWorkspace(
  file: string,
  options: { readonly at: number; readonly reason: BackupReason; readonly keep?: number },
): Result<BackupInfo, BackupError> {
  const folder = workspacePaths(file).backups;
  const path = join(folder, backupName(options.at, options.reason));
  const temporary = join(folder, `~${backupName(options.at, options.reason)}.${process.pid}.tmp`);
  try {
    mkdirSync(folder, { recursive: true });
    copyCompact(file, temporary);
    syncToDisk(temporary);
    renameSync(temporary, path);
    syncFolder(folder);
    rotate(file, options.reason, options.keep ?? KEPT_BACKUPS);
    return ok({ path, takenAt: options.at, reason: options.reason, bytes: statSync(path).size });
  } catch (thrown) {
    rmSync(temporary, { force: true });
    return err({ type: 'backupFailed', detail: thrown instanceof Error ? thrown.message : String(thrown) });
  }
}

function copyCompact(file: string, target: string): void {
  const connection = openConnection(file, { readonly: true, fileMustExist: true, timeout: 5000 });
  try {
    connection.prepare('VACUUM INTO ?').run(target);
  } finally {
    connection.close();
  }
}

/** The file name under which a copy is kept. */
export function backupName(now: number, reason: BackupReason): string {
  return `${new Date(now).toISOString().replaceAll(/[:.]/g, '')}-${reason}.kongdan`;
}

/** All copies of a workspace, newest first. */
export function listBackups(file: string): BackupInfo[] {
  const folder = workspacePaths(file).backups;
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch {
    // No folder: no copy was ever made.
    return [];
  }
  const backups: BackupInfo[] = [];
  for (const name of names) {
    const parts = NAME.exec(name);
    if (parts === null) continue;
    const [, year, month, day, hour, minute, second, ms, reason] = parts;
    const takenAt = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}.${ms}Z`);
    const path = join(folder, name);
    const bytes = statSync(path, { throwIfNoEntry: false })?.size;
    if (bytes !== undefined) backups.push({ path, takenAt, reason: reason as BackupReason, bytes });
  }
  return backups.toSorted((a, b) => b.takenAt - a.takenAt);
}

function rotate(file: string, reason: BackupReason, keep: number): void {
  const same = listBackups(file).filter((backup) => backup.reason === reason);
  for (const old of same.slice(keep)) rmSync(old.path, { force: true });
}

/**
 * Reads a whole copy and tells what is wrong with it; an empty list means that it can be restored. `quick` skips the
 * comparison of indexes with tables.
 */
export function checkBackup(path: string, depth: 'quick' | 'full' = 'full'): string[] {
  try {
    const connection = openConnection(path, { readonly: true, fileMustExist: true });
    try {
      if (connection.pragma('application_id', { simple: true }) !== APPLICATION_ID) return ['not a workspace'];
      const pragma = depth === 'quick' ? 'quick_check' : 'integrity_check';
      const rows = connection.prepare<[], string>(`PRAGMA ${pragma}(20)`).pluck().all();
      return rows.length === 1 && rows[0] === 'ok' ? [] : rows;
    } finally {
      connection.close();
    }
  } catch (thrown) {
    if (thrown instanceof Error) return [sqliteCode(thrown) ?? thrown.message];
    throw thrown;
  }
}

/** The newest copy that passes a quick check, or null. */
export function latestUsableBackup(file: string): string | null {
  return listBackups(file).find((backup) => checkBackup(backup.path, 'quick').length === 0)?.path ?? null;
}
