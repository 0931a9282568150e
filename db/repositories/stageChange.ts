import type { InferInsertModel } from 'drizzle-orm';
import type { WriteDb } from '../handles.ts';
import { insertRow } from '../rows.ts';
import { stageChange } from '../schema/opportunity.ts';

export type NewStageChange = InferInsertModel<typeof stageChange>;

/** Appends one row to the stage history of a deal; it can be undone, never edited. */
export function appendStageChange(db: WriteDb, row: NewStageChange): void {
  insertRow(db, stageChange, row);
}
