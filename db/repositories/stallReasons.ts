import type { InferInsertModel } from 'drizzle-orm';
import type { WriteDb } from '../handles.ts';
import { insertRow } from '../rows.ts';
import { stallReason } from '../schema/automation.ts';

/** Appends why a deal stays in its stage; earlier reasons stay as history. */
export function addStallReason(db: WriteDb, row: InferInsertModel<typeof stallReason>): void {
  insertRow(db, stallReason, row);
}
