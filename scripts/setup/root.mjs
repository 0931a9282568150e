import { mkdtempSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SetupError } from './fail.mjs';

/** The checkout. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Tries to write where set-up must write: permissions alone do not tell of read-only disks. */
export function requireWritable(folder = root) {
  try {
    rmSync(mkdtempSync(join(folder, '.kongdan-write-test-')), { recursive: true, force: true });
  } catch (error) {
    const why = error.code === 'ENOSPC' ? 'the disk is full' : `it cannot be written (${error.code})`;
    throw new SetupError(
      `set-up needs to write into ${folder}, but ${why}. ` +
        'Make room or give this account the right to write there, or copy the folder to a place of your own, and start again.',
    );
  }
}
