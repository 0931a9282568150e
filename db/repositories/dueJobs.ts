import type { WriteDb } from '../handles.ts';

/** Puts a job into the due table; the same kind and key twice is one row, whose due time moves to the newer wish. */
export function scheduleJob(
  db: WriteDb,
  job: { id: string; kind: string; key: string; dueAt: number; payload: string },
): void {
  db.run(
    `INSERT INTO dueJob (id, kind, key, dueAt, payload, attempts) VALUES (?, ?, ?, ?, ?, 0)
     ON CONFLICT (kind, key) DO UPDATE SET dueAt = excluded.dueAt, payload = excluded.payload
     WHERE dueJob.doneAt IS NULL`,
    job.id,
    job.kind,
    job.key,
    job.dueAt,
    job.payload,
  );
}

/** Marks a job as done. */
export function markJobDone(db: WriteDb, id: string, now: number): void {
  db.run('UPDATE dueJob SET doneAt = ?, startedAt = ?, lastError = NULL WHERE id = ?', now, now, id);
}

/** Notes a failure; the job comes up again later. */
export function markJobFailed(db: WriteDb, id: string, now: number, message: string): void {
  db.run(
    'UPDATE dueJob SET attempts = attempts + 1, startedAt = ?, lastError = ? WHERE id = ?',
    now,
    message.slice(0, 500),
    id,
  );
}
