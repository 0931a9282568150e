import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { workspacePaths } from '#db/workspacePaths.ts';

/** Ending of a workspace file. */
export const WORKSPACE_ENDING = '.kongdan';

/** A file name that every system accepts, made from what a person typed; never empty. */
export function safeFileName(name: string): string {
  const cleaned = name
    .normalize('NFC')
    // oxlint-disable-next-line eslint/no-control-regex -- control characters are what must not be in a file name
    .replace(/[<>:"/\\|?*\u0000-\u001f]/g, '')
    .replace(/[. ]+$/, '')
    .trim()
    .slice(0, 80);
  const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/i.test(cleaned);
  return cleaned === '' || reserved ? `${cleaned}_workspace` : cleaned;
}

/** A path in the folder that no file has yet: `Name.kongdan`, `Name 2.kongdan` … Makes the folder when missing. */
export function freeWorkspacePath(folder: string, name: string): string {
  mkdirSync(folder, { recursive: true });
  const base = safeFileName(name);
  for (let attempt = 1; ; attempt += 1) {
    const path = join(folder, `${base}${attempt === 1 ? '' : ` ${attempt}`}${WORKSPACE_ENDING}`);
    // The files of a workspace that somebody deleted may still lie there; they are not those of a new one.
    if (!existsSync(path) && !existsSync(workspacePaths(path).files)) return path;
  }
}

/** Where a workspace is filled before it gets its name, so that a killed start leaves nothing that looks finished. */
export const unfinishedPath = (path: string): string => `${path}.unfinished`;

/** Gives a filled and closed workspace its name; the file comes last, so that it never shows without what belongs to it. */
export function finishWorkspace(path: string): void {
  const files = workspacePaths(unfinishedPath(path)).files;
  if (existsSync(files)) renameSync(files, workspacePaths(path).files);
  renameSync(unfinishedPath(path), path);
  removeFiles(unfinishedPath(path));
}

/** Removes an unfinished workspace with everything beside it. */
export function removeUnfinished(path: string): void {
  removeFiles(unfinishedPath(path));
}

function removeFiles(path: string): void {
  for (const ending of ['', '-wal', '-shm', '-lock', '-lock-wal', '-lock-shm', '-lock-journal', '-backups', '-files']) {
    rmSync(`${path}${ending}`, { force: true, recursive: true });
  }
}
