import type { InferInsertModel } from 'drizzle-orm';
import { stakeholder, stakeholderRelation } from '#db/schema/powerMap.ts';
import type { WriteDb } from '../handles.ts';
import { insertRow, updateRow } from '../rows.ts';

export type NewStakeholder = InferInsertModel<typeof stakeholder>;
export type StakeholderPatch = Partial<Omit<NewStakeholder, 'id' | 'createdAt' | 'removedAt'>>;
export type NewRelation = InferInsertModel<typeof stakeholderRelation>;
export type RelationPatch = Partial<Omit<NewRelation, 'id' | 'createdAt' | 'removedAt'>>;

/** Puts a person or a vacant role on a map. */
export function addStakeholder(db: WriteDb, row: NewStakeholder): void {
  insertRow(db, stakeholder, row);
}

/** Changes what is judged of a person on a map. */
export function changeStakeholder(db: WriteDb, id: string, patch: StakeholderPatch): void {
  updateRow(db, stakeholder, id, patch);
}

/** Takes a person off a map with every line to and from them. */
export function trashStakeholder(db: WriteDb, id: string, now: number): void {
  const lines = db.all<{ id: string }>(
    `SELECT r.id FROM stakeholder s JOIN stakeholderRelation r ON r.opportunityId = s.opportunityId
    WHERE s.id = ? AND r.removedAt IS NULL AND (r.fromId = s.id OR r.toId = s.id)`,
    id,
  );
  for (const line of lines) trashRelation(db, line.id, now);
  updateRow(db, stakeholder, id, { removedAt: now });
}

/** Draws a line. Both ends must be on the map. */
export function addRelation(db: WriteDb, row: NewRelation): void {
  insertRow(db, stakeholderRelation, row);
}

/** Changes a line. */
export function changeRelation(db: WriteDb, id: string, patch: RelationPatch): void {
  updateRow(db, stakeholderRelation, id, patch);
}

/** Takes a line away. */
export function trashRelation(db: WriteDb, id: string, now: number): void {
  updateRow(db, stakeholderRelation, id, { removedAt: now });
}
