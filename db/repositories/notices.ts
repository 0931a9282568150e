import type { InferInsertModel } from 'drizzle-orm';
import type { WriteDb } from '../handles.ts';
import type { notice } from '../schema/local.ts';

export type NewNotice = Pick<
  InferInsertModel<typeof notice>,
  'id' | 'kind' | 'key' | 'memberId' | 'entity' | 'entityId' | 'params' | 'dueAt'
>;

/** Keeps something to tell a person; the same kind and key for the same person twice is one notice. False = known. */
export function addNotice(db: WriteDb, row: NewNotice): boolean {
  const { changes } = db.run(
    `INSERT INTO notice (id, kind, key, memberId, entity, entityId, params, dueAt) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (kind, key, memberId) DO NOTHING`,
    row.id,
    row.kind,
    row.key,
    row.memberId,
    row.entity,
    row.entityId,
    row.params,
    row.dueAt,
  );
  return changes === 1;
}

/** "It was due today" makes way for "it is overdue". */
export function supersedeDue(db: WriteDb, memberId: string, taskId: string, now: number): void {
  db.run(
    `UPDATE notice SET readAt = ? WHERE entity = 'task' AND entityId = ? AND kind = 'taskDue' AND memberId = ? AND readAt IS NULL`,
    now,
    taskId,
    memberId,
  );
}

/** Puts notices in front of the person; a wish to be told later is fulfilled by that. */
export function showNotices(db: WriteDb, ids: readonly string[], now: number): void {
  for (const id of ids) db.run('UPDATE notice SET shownAt = ?, snoozedUntil = NULL WHERE id = ?', Math.max(1, now), id);
}

/** Forgets notices that nobody has seen and that no longer say what is so; found due again, they come again. */
export function dropNotices(db: WriteDb, ids: readonly string[]): void {
  for (const id of ids) db.run('DELETE FROM notice WHERE id = ? AND shownAt IS NULL', id);
}

/** Puts open notices of a person away; returns how many were open. */
export function readNotices(db: WriteDb, memberId: string, ids: readonly string[] | null, now: number): number {
  if (ids === null) {
    return db.run('UPDATE notice SET readAt = ? WHERE memberId = ? AND readAt IS NULL AND shownAt > 0', now, memberId)
      .changes;
  }
  let changed = 0;
  for (const id of ids) {
    changed += db.run(
      'UPDATE notice SET readAt = ? WHERE id = ? AND memberId = ? AND readAt IS NULL',
      now,
      id,
      memberId,
    ).changes;
  }
  return changed;
}

/** Opens notices again that were put away by mistake. */
export function reopenNotices(db: WriteDb, memberId: string, ids: readonly string[]): number {
  let changed = 0;
  for (const id of ids)
    changed += db.run('UPDATE notice SET readAt = NULL WHERE id = ? AND memberId = ?', id, memberId).changes;
  return changed;
}

/** Puts a notice off until an instant, epoch ms; false when it is not open. */
export function snoozeNotice(db: WriteDb, memberId: string, id: string, until: number): boolean {
  const { changes } = db.run(
    'UPDATE notice SET shownAt = NULL, snoozedUntil = ? WHERE id = ? AND memberId = ? AND readAt IS NULL',
    until,
    id,
    memberId,
  );
  return changes === 1;
}
