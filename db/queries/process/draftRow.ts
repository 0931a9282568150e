import type { ReadDb } from '../../handles.ts';

/** What somebody is changing about a process. */
export interface DraftRow {
  /** JSON of a draft. */
  readonly body: string;
  readonly baseVersionId: string | null;
  readonly updatedAt: number;
  readonly updatedBy: string;
}

/** The draft of a process; undefined while nobody changes it. */
export function draftRow(db: ReadDb, processId: string): DraftRow | undefined {
  return db.get<DraftRow>(
    `SELECT d.body, d.baseVersionId, d.updatedAt, coalesce(m.name, '') AS updatedBy
     FROM processDraft d LEFT JOIN member m ON m.id = d.updatedById WHERE d.id = ? AND d.body NOT IN ('', '{}')`,
    processId,
  );
}
