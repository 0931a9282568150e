import type { InferInsertModel } from 'drizzle-orm';
import { lead } from '#db/schema/account.ts';
import type { WriteDb } from '../handles.ts';
import { insertRow, updateRow } from '../rows.ts';
import { activityContactId } from './activities.ts';

export type NewLead = InferInsertModel<typeof lead>;
export type LeadPatch = Partial<Omit<NewLead, 'id' | 'createdAt' | 'removedAt'>>;

/** Adds a lead. Its owner must exist. */
export function addLead(db: WriteDb, row: NewLead): void {
  insertRow(db, lead, row);
}

/** Changes fields of a lead. */
export function changeLead(db: WriteDb, id: string, patch: LeadPatch): void {
  updateRow(db, lead, id, patch);
}

/** Moves leads to the trash (an instant) or back (null); those that are there already, and merged ones, stay. Returns how many moved. */
export function setLeadsRemoved(db: WriteDb, ids: readonly string[], removedAt: number | null): number {
  return db.run(
    `UPDATE lead SET removedAt = ? WHERE id IN (SELECT value FROM json_each(?)) AND (removedAt IS NULL) <> (? IS NULL)
       AND mergedIntoId IS NULL`,
    removedAt,
    JSON.stringify(ids),
    removedAt,
  ).changes;
}

/** What a converted lead has become. */
export interface ConvertedInto {
  readonly accountId: string;
  readonly contactId: string | null;
  readonly opportunityId: string;
}

/** Lets everything that happened with a lead also belong to what it has become. Returns how many rows were carried over. */
export function carryOverLead(db: WriteDb, leadId: string, into: ConvertedInto): number {
  const { accountId, contactId, opportunityId } = into;
  let carried = db.run(
    'UPDATE activity SET opportunityId = coalesce(opportunityId, ?), accountId = coalesce(accountId, ?) WHERE leadId = ?',
    opportunityId,
    accountId,
    leadId,
  ).changes;
  carried += db.run(
    `UPDATE task SET opportunityId = coalesce(opportunityId, ?), accountId = coalesce(accountId, ?),
       contactId = coalesce(contactId, ?) WHERE leadId = ?`,
    opportunityId,
    accountId,
    contactId,
    leadId,
  ).changes;
  carried += db.run(
    `UPDATE behaviourEvent SET opportunityId = coalesce(opportunityId, ?), accountId = coalesce(accountId, ?),
       contactId = coalesce(contactId, ?) WHERE leadId = ?`,
    opportunityId,
    accountId,
    contactId,
    leadId,
  ).changes;
  if (contactId !== null) addTakers(db, leadId, contactId);
  return carried;
}

/** The person took part in what was logged with the lead. */
function addTakers(db: WriteDb, leadId: string, contactId: string): void {
  const activities = db.all<{ id: string }>("SELECT id FROM activity WHERE leadId = ? AND kind <> 'note'", leadId);
  for (const { id } of activities) {
    db.run(
      'INSERT INTO activityContact(id, activityId, contactId) VALUES (?, ?, ?) ON CONFLICT (id) DO NOTHING',
      activityContactId(id, contactId),
      id,
      contactId,
    );
  }
}
