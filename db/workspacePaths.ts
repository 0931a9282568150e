import { basename, dirname, join } from 'node:path';

/** Where the parts of a workspace lie, all beside the one file that people see. */
export interface WorkspacePaths {
  /** `Name.kongdan`, the SQLite file. */
  readonly file: string;
  /** Held for as long as a program has the workspace open (lock.ts). */
  readonly lock: string;
  /** Folder of whole copies (backup.ts). */
  readonly backups: string;
  /** Folder of attached files by content (docs/adr/0010-documents.md); must travel with the file, too. */
  readonly files: string;
  /** SQLite's write-ahead log; holds confirmed changes, so it must travel with the file. */
  readonly wal: string;
  /** SQLite's index of the write-ahead log; worthless once nobody has the file open. */
  readonly shm: string;
  readonly folder: string;
  readonly name: string;
}

/** Names every file that belongs to the workspace at this path. */
export function workspacePaths(file: string): WorkspacePaths {
  return {
    file,
    lock: `${file}-lock`,
    backups: `${file}-backups`,
    files: `${file}-files`,
    wal: `${file}-wal`,
    shm: `${file}-shm`,
    folder: dirname(file),
    name: basename(file),
  };
}

/** A name in the same folder that no file service uploads and no person mistakes for a workspace. */
export function temporaryBeside(file: string, purpose: string): string {
  return join(dirname(file), `~${basename(file)}.${purpose}.${process.pid}.tmp`);
}
