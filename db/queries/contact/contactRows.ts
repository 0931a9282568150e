import type { ReadDb } from '../../handles.ts';
import { isOpenDeal, isTouch } from '../conditions.ts';
import { byName } from '../nameOrder.ts';

/** A person as a row of the account page. */
export interface ContactListRow {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly department: string;
  readonly mobile: string;
  readonly email: string;
  readonly reportsToId: string | null;
  readonly reportsToName: string | null;
  readonly lastTouchAt: number | null;
  readonly openDeals: number;
}

/**
 * Everybody at an account who has not left the list, by name, with the last contact and the number of open deals in whose
 * decision they take part (on the power map, or as first contact of a deal of this account).
 */
export function contactsOfAccount(db: ReadDb, accountId: string, now: number): ContactListRow[] {
  return db.all<ContactListRow>(
    `WITH part(contactId, opportunityId) AS MATERIALIZED (
      SELECT s.contactId, s.opportunityId FROM contact c
      JOIN stakeholder s ON s.contactId = c.id JOIN opportunity o ON o.id = s.opportunityId
      WHERE c.accountId = ? AND s.removedAt IS NULL AND ${isOpenDeal('o')}
      UNION
      SELECT o.primaryContactId, o.id FROM opportunity o
      WHERE o.accountId = ? AND o.primaryContactId IS NOT NULL AND ${isOpenDeal('o')}
    ), parts AS MATERIALIZED (SELECT contactId, count(*) AS openDeals FROM part GROUP BY contactId)
    SELECT c.id, c.name, c.title, c.department, c.mobile, c.email, c.reportsToId, r.name AS reportsToName,
      (SELECT max(x.at) FROM activityContact ac JOIN activity x ON x.id = ac.activityId
        WHERE ac.contactId = c.id AND ${isTouch('x')}) AS lastTouchAt,
      coalesce(parts.openDeals, 0) AS openDeals
    FROM contact c
    LEFT JOIN contact r ON r.id = c.reportsToId AND r.removedAt IS NULL
    LEFT JOIN parts ON parts.contactId = c.id
    WHERE c.accountId = ? AND c.removedAt IS NULL
    ORDER BY ${byName('contact', 'c.id')}`,
    accountId,
    accountId,
    now,
    accountId,
  );
}

/** Epoch ms of the last contact with a person on any matter, null when there was none. */
export function contactLastTouch(db: ReadDb, contactId: string, now: number): number | null {
  return (
    db.get<{ at: number | null }>(
      `SELECT max(x.at) AS at FROM activityContact ac JOIN activity x ON x.id = ac.activityId
      WHERE ac.contactId = ? AND ${isTouch('x')}`,
      contactId,
      now,
    )?.at ?? null
  );
}

/** A person's part in one deal's decision; `roles` is a JSON array. */
export interface ContactPart {
  readonly stakeholderId: string;
  readonly opportunityId: string;
  readonly opportunityName: string;
  readonly status: string;
  readonly stageName: string;
  readonly roles: string;
  readonly stance: string;
  readonly influence: number | null;
  readonly coverage: string;
}

/** The power maps that a person stands on, open deals first, the newest first. */
export function partsOfContact(db: ReadDb, contactId: string): ContactPart[] {
  return db.all<ContactPart>(
    `SELECT s.id AS stakeholderId, o.id AS opportunityId, o.name AS opportunityName, o.status,
      coalesce(g.name, '') AS stageName, s.roles, s.stance, s.influence, s.coverage
    FROM stakeholder s JOIN opportunity o ON o.id = s.opportunityId LEFT JOIN stage g ON g.id = o.stageId
    WHERE s.contactId = ? AND s.removedAt IS NULL AND o.removedAt IS NULL
    ORDER BY o.status NOT IN ('open', 'paused'), o.createdAt DESC, s.id`,
    contactId,
  );
}

/** Those who report to a person, by name. */
export function reportsOfContact(db: ReadDb, contactId: string): { id: string; name: string }[] {
  return db.all(
    `SELECT c.id, c.name FROM contact c WHERE c.reportsToId = ? AND c.removedAt IS NULL
     ORDER BY ${byName('contact', 'c.id')}`,
    contactId,
  );
}

/** The superior of a person as it is now. */
export function superiorOfContact(db: ReadDb, contactId: string): string | null {
  return (
    db.get<{ reportsToId: string | null }>('SELECT reportsToId FROM contact WHERE id = ?', contactId)?.reportsToId ??
    null
  );
}

/** A person as a picker shows them. */
export interface ContactSuggestion {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly accountName: string;
}

const SUGGESTION = `SELECT c.id, c.name, c.title, coalesce(a.name, '') AS accountName`;

/** These people for a picker, in the order of the ids; trashed ones are left out. */
export function suggestedContacts(db: ReadDb, ids: readonly string[]): ContactSuggestion[] {
  return db.all<ContactSuggestion>(
    `${SUGGESTION} FROM json_each(?) wanted JOIN contact c ON c.id = wanted.value LEFT JOIN account a ON a.id = c.accountId
    WHERE c.removedAt IS NULL ORDER BY wanted.key`,
    JSON.stringify(ids),
  );
}

/** Everybody at an account for a picker, by name. */
export function contactsAtAccount(db: ReadDb, accountId: string): ContactSuggestion[] {
  return db.all<ContactSuggestion>(
    `${SUGGESTION} FROM contact c LEFT JOIN account a ON a.id = c.accountId
    WHERE c.accountId = ? AND c.removedAt IS NULL ORDER BY ${byName('contact', 'c.id')}`,
    accountId,
  );
}
