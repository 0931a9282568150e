import type { ReadDb } from '../handles.ts';

/** What SQLite finds damaged in the file, at most 20 findings in its own words; empty for a sound file. */
export function integrityProblems(db: ReadDb): string[] {
  try {
    const found = db.all<{ integrity_check: string }>('PRAGMA integrity_check(20)').map((row) => row.integrity_check);
    return found.filter((text) => text !== 'ok');
  } catch (error) {
    // A page that is damaged badly enough ends the check itself.
    return [error instanceof Error ? error.message : String(error)];
  }
}
