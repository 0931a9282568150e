import { copyFileSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { syncFolder, syncToDisk } from './syncToDisk.ts';
import { temporaryBeside, type WorkspacePaths } from './workspacePaths.ts';

/**
 * Puts a copy in the place of the workspace file, whole or not at all. Nobody may have the file open, and what is to be
 * kept of it must have been kept. The old write-ahead log goes first: SQLite would apply it to the new file.
 */
export function replaceWorkspaceFile(paths: WorkspacePaths, source: string): void {
  const temporary = temporaryBeside(paths.file, 'restore');
  copyFileSync(source, temporary);
  syncToDisk(temporary);
  rmSync(paths.wal, { force: true });
  rmSync(paths.shm, { force: true });
  renameSync(temporary, paths.file);
  syncFolder(dirname(paths.file));
}
