import type { ReadDb } from '../handles.ts';

/** One row of the due table. */
export interface DueJob {
  readonly id: string;
  readonly kind: string;
  readonly key: string;
  readonly dueAt: number;
  readonly payload: string;
  readonly attempts: number;
}

/** How often a failing job is tried before it is left alone. */
const MAX_ATTEMPTS = 8;

/** Jobs due at `now`, oldest first. A failed one waits 2^attempts minutes after its last start. */
export function dueJobs(db: ReadDb, now: number, limit: number): DueJob[] {
  return db.all<DueJob>(
    `SELECT id, kind, key, dueAt, payload, attempts FROM dueJob
      WHERE doneAt IS NULL AND dueAt <= ? AND attempts < ${MAX_ATTEMPTS}
        AND (attempts = 0 OR startedAt IS NULL OR startedAt > ? OR startedAt + (60000 << attempts) <= ?)
      ORDER BY dueAt, id LIMIT ?`,
    now,
    // A start "in the future" means that the clock was set back: do not wait for it.
    now,
    now,
    limit,
  );
}

/** Tells whether a job of this kind and key was ever put into the table, done or not. */
export function isScheduled(db: ReadDb, kind: string, key: string): boolean {
  return db.get('SELECT 1 FROM dueJob WHERE kind = ? AND key = ?', kind, key) !== undefined;
}
