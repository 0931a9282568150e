import type { ReadDb } from '../../handles.ts';

/** An open task as the minute look reads it; `place` orders tasks of one day. */
export interface WatchedTaskRow {
  readonly id: string;
  readonly dueDate: string;
  readonly dueMinute: number | null;
  readonly place: number;
}

/** Where a sweep over the tasks of one person stopped: day and place of the last one. */
export interface TaskPlace {
  readonly dueDate: string;
  readonly place: number;
}

/** Open tasks of a person due up to a day, the latest day first, from the place on where the last look stopped. */
export function watchedTasks(
  db: ReadDb,
  ownerId: string,
  upTo: string,
  after: TaskPlace | null,
  limit: number,
): WatchedTaskRow[] {
  // One range of the index (owner, status, day), which ends in the row number: reading stops after `limit` rows.
  const from = after ?? { dueDate: upTo, place: Number.MAX_SAFE_INTEGER };
  return db.all<WatchedTaskRow>(
    `SELECT t.id, t.dueDate, t.dueMinute, t.rowid AS place
     FROM task t INDEXED BY task_byOwner
     WHERE t.ownerId = ? AND t.status = 'open' AND t.dueDate > '' AND (t.dueDate, t.rowid) < (?, ?)
       AND t.removedAt IS NULL
       AND NOT EXISTS (SELECT 1 FROM opportunity o WHERE o.id = t.opportunityId AND o.removedAt IS NOT NULL)
     ORDER BY t.dueDate DESC, t.rowid DESC LIMIT ?`,
    ownerId,
    from.dueDate,
    from.place,
    limit,
  );
}
