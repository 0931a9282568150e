import { closeSync, fstatSync, openSync, readSync, statSync } from 'node:fs';
import { APPLICATION_ID } from './migrate.ts';

/** What the first bytes of a file tell, before SQLite is let near it. */
export type FileInspection = 'fine' | 'foreign' | 'damaged';

const MAGIC = 'SQLite format 3\u0000';
const HEADER_BYTES = 100;

/**
 * Looks at the header of a file that nobody has open. Must not be called for a file that this process has open:
 * closing a second descriptor would drop SQLite's locks on it (POSIX). Throws what the file system throws.
 */
export function inspectFile(file: string, wal: string): FileInspection {
  const descriptor = openSync(file, 'r');
  try {
    const header = Buffer.alloc(HEADER_BYTES);
    const read = readSync(descriptor, header, 0, HEADER_BYTES, 0);
    // An interrupted copy or a failing disk leaves zeros or nothing at all; anything else is another kind of file.
    if (header.every((byte) => byte === 0)) return 'damaged';
    const compared = Math.min(read, MAGIC.length);
    if (header.toString('latin1', 0, compared) !== MAGIC.slice(0, compared)) return 'foreign';
    if (read < HEADER_BYTES) return 'damaged';
    if (header.readUInt32BE(68) !== APPLICATION_ID) return 'foreign';
    return isCutShort(header, fstatSync(descriptor).size, wal) ? 'damaged' : 'fine';
  } finally {
    closeSync(descriptor);
  }
}

/** Compares the page count of the header with the size, where nothing in the write-ahead log can explain a difference. */
function isCutShort(header: Buffer, size: number, wal: string): boolean {
  const stored = header.readUInt16BE(16);
  const pageSize = stored === 1 ? 65_536 : stored;
  const pages = header.readUInt32BE(28);
  const countIsValid = header.readUInt32BE(24) === header.readUInt32BE(92);
  if (!countIsValid || pages === 0) return false;
  if ((statSync(wal, { throwIfNoEntry: false })?.size ?? 0) > 0) return false;
  return size < pages * pageSize;
}
