import type { IsoDate } from '#shared/lib/time.ts';
import type { ReadDb } from '../../handles.ts';
import { isTouch } from '../conditions.ts';
import { byName } from '../nameOrder.ts';

/** A person or vacant role on a map; `roles` is a JSON array. */
export interface StakeholderRow {
  readonly id: string;
  readonly contactId: string | null;
  readonly contactName: string | null;
  readonly title: string;
  readonly contactDepartment: string;
  readonly vacantLabel: string;
  readonly department: string;
  readonly roles: string;
  readonly influence: number | null;
  readonly stance: string;
  readonly stanceDate: string | null;
  readonly coverage: string;
  readonly politicalStatus: string;
  readonly orientation: string;
  readonly responseMode: string;
  readonly confidence: string;
  readonly source: string;
  readonly note: string;
  readonly privateNote: string;
  readonly lastTouchAt: number | null;
  readonly touches90: number;
}

/**
 * Everybody on a deal's map, with the last contact on any matter and the number of contacts on this deal since `since`, both
 * up to `now` (epoch ms).
 */
export function stakeholdersOf(db: ReadDb, opportunityId: string, since: number, now: number): StakeholderRow[] {
  return db.all<StakeholderRow>(
    `WITH touch AS MATERIALIZED (
      SELECT ac.contactId, max(x.at) AS lastTouchAt, count(DISTINCT iif(x.opportunityId = ? AND x.at >= ?, x.id, NULL)) AS touches90
      FROM stakeholder s CROSS JOIN activityContact ac ON ac.contactId = s.contactId CROSS JOIN activity x ON x.id = ac.activityId
      WHERE s.opportunityId = ? AND s.removedAt IS NULL AND ${isTouch('x')} GROUP BY ac.contactId
    )
    SELECT s.id, s.contactId, c.name AS contactName, coalesce(c.title, '') AS title,
      coalesce(c.department, '') AS contactDepartment, s.vacantLabel, s.department, s.roles, s.influence, s.stance,
      s.stanceDate, s.coverage, s.politicalStatus, s.orientation, s.responseMode, s.confidence, s.source, s.note,
      s.privateNote, touch.lastTouchAt, coalesce(touch.touches90, 0) AS touches90
    FROM stakeholder s LEFT JOIN contact c ON c.id = s.contactId LEFT JOIN touch ON touch.contactId = s.contactId
    WHERE s.opportunityId = ? AND s.removedAt IS NULL ORDER BY s.createdAt, s.id`,
    opportunityId,
    since,
    opportunityId,
    now,
    opportunityId,
  );
}

/** A line between two people of a map. */
export interface RelationRow {
  readonly id: string;
  readonly fromId: string;
  readonly toId: string;
  readonly kind: string;
  readonly strength: number | null;
  readonly confirmed: number;
  readonly note: string;
  readonly source: string;
  readonly date: IsoDate | null;
}

/** The lines of a map whose both ends are on it. */
export function relationsOf(db: ReadDb, opportunityId: string): RelationRow[] {
  return db.all<RelationRow>(
    `SELECT r.id, r.fromId, r.toId, r.kind, r.strength, r.confirmed, r.note, r.source, r.date
    FROM stakeholderRelation r
    JOIN stakeholder f ON f.id = r.fromId AND f.removedAt IS NULL AND f.opportunityId = r.opportunityId
    JOIN stakeholder t ON t.id = r.toId AND t.removedAt IS NULL AND t.opportunityId = r.opportunityId
    WHERE r.opportunityId = ? AND r.removedAt IS NULL ORDER BY r.createdAt, r.id`,
    opportunityId,
  );
}

/** A person who could be added to a map. */
export interface Candidate {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly department: string;
}

/** Contacts of the deal's account who are not on its map, by name. */
export function mapCandidates(db: ReadDb, opportunityId: string): Candidate[] {
  return db.all<Candidate>(
    `SELECT c.id, c.name, c.title, c.department FROM opportunity o JOIN contact c ON c.accountId = o.accountId
    WHERE o.id = ? AND c.removedAt IS NULL AND c.leftAt IS NULL AND c.id NOT IN (
      SELECT s.contactId FROM stakeholder s WHERE s.opportunityId = o.id AND s.removedAt IS NULL AND s.contactId IS NOT NULL)
    ORDER BY ${byName('contact', 'c.id')}`,
    opportunityId,
  );
}

/** What a change of a map must know of the deal. */
export interface MapDeal {
  readonly id: string;
  readonly name: string;
  readonly accountId: string | null;
  readonly accountName: string | null;
}

/** The live deal of a map, or undefined. */
export function mapDeal(db: ReadDb, opportunityId: string): MapDeal | undefined {
  return db.get<MapDeal>(
    `SELECT o.id, o.name, a.id AS accountId, a.name AS accountName FROM opportunity o
    LEFT JOIN account a ON a.id = o.accountId WHERE o.id = ? AND o.removedAt IS NULL`,
    opportunityId,
  );
}

/** Where a live stakeholder stands, or undefined. */
export function stakeholderPlace(
  db: ReadDb,
  id: string,
): { id: string; opportunityId: string; contactId: string | null; stance: string } | undefined {
  return db.get('SELECT id, opportunityId, contactId, stance FROM stakeholder WHERE id = ? AND removedAt IS NULL', id);
}

/** The stakeholder by which a person is on a map already, or undefined. */
export function stakeholderOfContact(db: ReadDb, opportunityId: string, contactId: string): string | undefined {
  return db.get<{ id: string }>(
    'SELECT id FROM stakeholder WHERE opportunityId = ? AND contactId = ? AND removedAt IS NULL',
    opportunityId,
    contactId,
  )?.id;
}

/** Where a live line stands, or undefined. */
export function relationPlace(db: ReadDb, id: string): { id: string; opportunityId: string } | undefined {
  return db.get('SELECT id, opportunityId FROM stakeholderRelation WHERE id = ? AND removedAt IS NULL', id);
}
