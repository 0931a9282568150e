import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { err, ok, type Result } from '#shared/lib/result.ts';
import { backupName, checkBackup } from './backup.ts';
import { forgetDevice } from './changes/device.ts';
import { openConnection } from './driver.ts';
import { acquireLock } from './lock.ts';
import { corrupt, type OpenError, toLockedError, toOpenError } from './openError.ts';
import { replaceWorkspaceFile } from './replaceFile.ts';
import { syncFolder, syncToDisk } from './syncToDisk.ts';
import { type WorkspacePaths, workspacePaths } from './workspacePaths.ts';

/**
 * Puts a checked backup in the place of the workspace, which nobody may have open. The file that was there, damaged or
 * not, is kept among the backups; returns where (null when there was none). `at` is epoch ms.
 */
export function restoreBackup(
  path: string,
  backupPath: string,
  options: { readonly at: number },
): Result<{ readonly kept: string | null }, OpenError> {
  const { at } = options;
  const paths = workspacePaths(path);
  if (!existsSync(backupPath)) return err({ type: 'notFoundFile', path: backupPath });
  const problems = checkBackup(backupPath);
  if (problems.length > 0) return err(corrupt(paths, `The backup is damaged: ${problems[0]}`));
  const lock = acquireLock(paths.lock, 'restore', at);
  if (!lock.ok) return err(toLockedError(lock.error, paths));
  try {
    const kept = keepPresentFile(paths, at);
    replaceWorkspaceFile(paths, backupPath);
    const connection = openConnection(path);
    try {
      connection.transaction(() => forgetDevice(connection)).immediate();
    } finally {
      connection.close();
    }
    return ok({ kept });
  } catch (thrown) {
    return err(toOpenError(thrown, paths));
  } finally {
    lock.value.release();
  }
}

function keepPresentFile(paths: WorkspacePaths, at: number): string | null {
  if (!existsSync(paths.file)) return null;
  mkdirSync(paths.backups, { recursive: true });
  const kept = join(paths.backups, backupName(at, 'beforeRestore'));
  foldLogIntoFile(paths.file);
  copyFileSync(paths.file, kept);
  syncToDisk(kept);
  // Still there only when it could not be folded in; it belongs to the damaged file then.
  if (existsSync(paths.wal)) copyFileSync(paths.wal, `${kept}-wal`);
  syncFolder(paths.backups);
  return kept;
}

function foldLogIntoFile(file: string): void {
  try {
    const connection = openConnection(file);
    connection.pragma('wal_checkpoint(TRUNCATE)');
    connection.close();
  } catch {
    // A damaged file is kept as it is, with its log beside it.
  }
}
