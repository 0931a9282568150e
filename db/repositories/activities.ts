import type { InferInsertModel } from 'drizzle-orm';
import { activity, activityContact } from '#db/schema/work.ts';
import type { WriteDb } from '../handles.ts';
import { insertRow, updateRow } from '../rows.ts';

export type NewActivity = InferInsertModel<typeof activity>;
export type ActivityPatch = Partial<Pick<NewActivity, 'kind' | 'at' | 'subject' | 'note' | 'durationMinutes'>>;

/** The id by which a person's part in an activity is known on every device. */
export const activityContactId = (activityId: string, contactId: string): string => `${activityId}.${contactId}`;

/** Adds an activity with who took part; each person once. Everything it points to must exist. */
export function addActivity(db: WriteDb, row: NewActivity, contactIds: readonly string[]): void {
  insertRow(db, activity, row);
  for (const contactId of new Set(contactIds)) {
    insertRow(db, activityContact, { id: activityContactId(row.id, contactId), activityId: row.id, contactId });
  }
}

/** Changes fields of an activity. */
export function changeActivity(db: WriteDb, id: string, patch: ActivityPatch): void {
  updateRow(db, activity, id, patch);
}

/** Moves an activity to the trash. */
export function trashActivity(db: WriteDb, id: string, now: number): void {
  updateRow(db, activity, id, { removedAt: now });
}
