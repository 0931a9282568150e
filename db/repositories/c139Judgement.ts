import type { InferInsertModel } from 'drizzle-orm';
import type { WriteDb } from '../handles.ts';
import { insertRow } from '../rows.ts';
import { c139Judgement } from '../schema/powerMap.ts';

/** Appends one judgement; the newest per element and judge counts, the others stay as history. */
export function appendJudgement(db: WriteDb, row: InferInsertModel<typeof c139Judgement>): void {
  insertRow(db, c139Judgement, row);
}
