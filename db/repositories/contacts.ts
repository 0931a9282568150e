import type { InferInsertModel } from 'drizzle-orm';
import { contact } from '#db/schema/account.ts';
import type { WriteDb } from '../handles.ts';
import { insertRow, updateRow } from '../rows.ts';
import { trashStakeholder } from './powerMap.ts';

export type NewContact = InferInsertModel<typeof contact>;
export type ContactPatch = Partial<Omit<NewContact, 'id' | 'createdAt' | 'removedAt'>>;

/** Adds a person. Account and superior must exist. */
export function addContact(db: WriteDb, row: NewContact): void {
  insertRow(db, contact, row);
}

/** Changes fields of a person. */
export function changeContact(db: WriteDb, id: string, patch: ContactPatch): void {
  updateRow(db, contact, id, patch);
}

/** Moves a person to the trash, takes them off every power map, and leaves those below without superior. */
export function trashContact(db: WriteDb, id: string, now: number): void {
  const reports = db.all<{ id: string }>('SELECT id FROM contact WHERE reportsToId = ? AND removedAt IS NULL', id);
  for (const report of reports) updateRow(db, contact, report.id, { reportsToId: null });
  const parts = db.all<{ id: string }>('SELECT id FROM stakeholder WHERE contactId = ? AND removedAt IS NULL', id);
  for (const part of parts) trashStakeholder(db, part.id, now);
  updateRow(db, contact, id, { removedAt: now });
}
