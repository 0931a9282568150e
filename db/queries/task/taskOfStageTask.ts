import type { ReadDb } from '../../handles.ts';

/** The task that a deal has for a task of its stage, the newest that is not cancelled; undefined when it has none. */
export function taskOfStageTask(db: ReadDb, opportunityId: string, stageTaskId: string): string | undefined {
  return db.get<{ id: string }>(
    `SELECT id FROM task WHERE opportunityId = ? AND stageTaskId = ? AND removedAt IS NULL AND status <> 'cancelled'
     ORDER BY createdAt DESC, id DESC LIMIT 1`,
    opportunityId,
    stageTaskId,
  )?.id;
}
