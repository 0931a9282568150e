import type { ReadDb } from '../../handles.ts';

/** What decides where a file that proves a criterion goes. */
export interface CriterionPlace {
  readonly kind: string;
  /** The deal's own task that the criterion names, when it is there and not cancelled. */
  readonly taskId: string | null;
}

/** The kind of a criterion and the task of this deal that its parameters name; undefined when there is no such criterion. */
export function criterionPlace(db: ReadDb, opportunityId: string, criterionId: string): CriterionPlace | undefined {
  return db.get<CriterionPlace>(
    `SELECT k.kind, (
       SELECT t.id FROM task t
       WHERE t.opportunityId = ? AND t.stageTaskId = iif(json_valid(k.params), k.params ->> 'stageTaskId', NULL)
         AND t.removedAt IS NULL AND t.status <> 'cancelled' ORDER BY t.createdAt DESC LIMIT 1
     ) AS taskId FROM stageCriterion k WHERE k.id = ?`,
    opportunityId,
    criterionId,
  );
}
