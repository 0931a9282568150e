import type { InferInsertModel } from 'drizzle-orm';
import type { WriteDb } from '../handles.ts';
import { insertRow, updateRow } from '../rows.ts';
import { opportunity } from '../schema/opportunity.ts';

export type NewOpportunity = InferInsertModel<typeof opportunity>;
/** Columns of a deal that a use case changes; `undefined` leaves a column as it is. */
export type OpportunityPatch = Partial<Omit<NewOpportunity, 'id'>>;

/** Adds a deal. */
export function addOpportunity(db: WriteDb, row: NewOpportunity): void {
  insertRow(db, opportunity, row);
}

/** Changes columns of one deal; false when there is none with this id. */
export function changeOpportunity(db: WriteDb, id: string, patch: OpportunityPatch): boolean {
  return updateRow(db, opportunity, id, patch);
}

/** Puts deals into the trash, or takes them out with `removedAt` null; returns how many it changed. */
export function setRemoved(db: WriteDb, ids: readonly string[], removedAt: number | null): number {
  const which = removedAt === null ? 'removedAt IS NOT NULL' : 'removedAt IS NULL';
  return db.run(
    `UPDATE opportunity SET removedAt = ? WHERE id IN (SELECT value FROM json_each(?)) AND ${which}`,
    removedAt,
    JSON.stringify(ids),
  ).changes;
}
