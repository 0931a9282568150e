import type { ReadDb } from '../../handles.ts';

/** Ids of the stage history that imports wrote for a deal. */
export function importedStageChanges(db: ReadDb, opportunityId: string): string[] {
  return db
    .all<{ id: string }>("SELECT id FROM stageChange WHERE opportunityId = ? AND door = 'import'", opportunityId)
    .map(({ id }) => id);
}
