import type { InferInsertModel } from 'drizzle-orm';
import type { WriteDb } from '../handles.ts';
import { getRow, insertRow, updateRow } from '../rows.ts';
import { qualificationAnswer, qualificationQuestion } from '../schema/automation.ts';

export type NewQuestion = InferInsertModel<typeof qualificationQuestion>;
export type NewAnswer = InferInsertModel<typeof qualificationAnswer>;

/** Adds a question to the set. */
export function addQuestion(db: WriteDb, row: NewQuestion): void {
  insertRow(db, qualificationQuestion, row);
}

/** Changes a question of the set; false when there is none with this id. */
export function changeQuestion(db: WriteDb, id: string, patch: Partial<Omit<NewQuestion, 'id'>>): boolean {
  return updateRow(db, qualificationQuestion, id, patch);
}

/** A question that is in the set, or undefined. */
export function liveQuestion(db: WriteDb, id: string): NewQuestion | undefined {
  const row = getRow(db, qualificationQuestion, id);
  return row === undefined || row.removedAt !== null ? undefined : row;
}

/** Writes an answer over the earlier one of the same question and record; the change log keeps that one. */
export function saveAnswer(db: WriteDb, row: NewAnswer): void {
  const { id, ...patch } = row;
  if (!updateRow(db, qualificationAnswer, id, patch)) insertRow(db, qualificationAnswer, row);
}
