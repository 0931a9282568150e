import type { ReadDb } from '../../handles.ts';

/** The process that a criterion belongs to; undefined when there is no such criterion. */
export function criterionProcess(db: ReadDb, criterionId: string): string | undefined {
  return db.get<{ processId: string }>(
    `SELECT v.processId FROM stageCriterion c JOIN stage s ON s.id = c.stageId
     JOIN processVersion v ON v.id = s.processVersionId WHERE c.id = ?`,
    criterionId,
  )?.processId;
}
