import type { ReadDb } from '../../handles.ts';

/** A criterion with the process and stage that it belongs to. */
export interface StoredCriterion {
  readonly id: string;
  readonly processId: string;
  readonly stageId: string;
  readonly kind: string;
  readonly text: string;
  readonly params: string;
}

/** One criterion; undefined when there is none with this id. */
export function criterionById(db: ReadDb, criterionId: string): StoredCriterion | undefined {
  return db.get<StoredCriterion>(
    `SELECT c.id, v.processId, c.stageId, c.kind, c.text, c.params FROM stageCriterion c JOIN stage s ON s.id = c.stageId
     JOIN processVersion v ON v.id = s.processVersionId WHERE c.id = ?`,
    criterionId,
  );
}
