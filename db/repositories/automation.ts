import type { InferInsertModel } from 'drizzle-orm';
import type { WriteDb } from '../handles.ts';
import { insertRow, updateRow } from '../rows.ts';
import { automationRule, risk, ruleFiring } from '../schema/automation.ts';

export type NewRule = InferInsertModel<typeof automationRule>;
export type RulePatch = Partial<Omit<NewRule, 'id' | 'createdAt'>>;
export type NewFiring = InferInsertModel<typeof ruleFiring>;
export type NewRisk = InferInsertModel<typeof risk>;

/** Adds a rule. */
export function addRule(db: WriteDb, row: NewRule): void {
  insertRow(db, automationRule, row);
}

/** Changes a rule. */
export function changeRule(db: WriteDb, id: string, patch: RulePatch): void {
  updateRow(db, automationRule, id, patch);
}

/** Records that a rule has fired; append-only. */
export function addFiring(db: WriteDb, row: NewFiring): void {
  insertRow(db, ruleFiring, row);
}

/** Raises a risk. */
export function addRisk(db: WriteDb, row: NewRisk): void {
  insertRow(db, risk, row);
}

/** Clears a risk, or opens it again with all three null and empty. */
export function settleRisk(
  db: WriteDb,
  id: string,
  settled: Pick<NewRisk, 'clearedAt' | 'clearedById' | 'clearedNote'>,
): void {
  updateRow(db, risk, id, settled);
}
