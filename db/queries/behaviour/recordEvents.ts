import type { ReadDb } from '../../handles.ts';

/** Records that have a behaviour score. */
export type BehaviourEntity = 'lead' | 'contact' | 'account' | 'opportunity';

/** An event as it counts for a record. */
export interface RecordEventRow {
  readonly recordId: string;
  readonly id: string;
  readonly kind: string;
  readonly at: number;
  readonly durationSeconds: number | null;
}

/*
 * Whom an event counts for (docs/adr/0012-scoring.md, "Behaviour"):
 *   lead     its own events;
 *   contact  its own events and the activities it took part in;
 *   account  events that name it, and those of its contacts and of the leads that became it which name no account;
 *   deal     events that name it, and those of its people from its creation on which name no deal.
 * UNION, not UNION ALL: an event that reaches a record on two ways counts once.
 */
const EVENT = "'event' AS origin, e.id, e.kind, e.at, e.durationSeconds";
const ACTIVITY = "'activity' AS origin, x.id, x.kind, x.at, x.durationMinutes * 60 AS durationSeconds";
const IDS = 'IN (SELECT id FROM asked)';
const ASKED = 'WITH asked AS MATERIALIZED (SELECT value AS id FROM json_each(?))';
const COUNTS = 'e.counted = 1';
const LIVE = "x.removedAt IS NULL AND x.kind <> 'note'";

const people = `
  SELECT s.opportunityId AS dealId, s.contactId, o.createdAt AS since
    FROM stakeholder s CROSS JOIN opportunity o ON o.id = s.opportunityId WHERE s.opportunityId ${IDS} AND s.removedAt IS NULL
  UNION SELECT o.id, o.primaryContactId, o.createdAt FROM opportunity o WHERE o.id ${IDS} AND o.primaryContactId IS NOT NULL`;

const parts: Record<BehaviourEntity, readonly string[]> = {
  lead: [
    `SELECT e.leadId AS recordId, ${EVENT} FROM behaviourEvent e WHERE e.leadId ${IDS} AND ${COUNTS}`,
    `SELECT x.leadId, ${ACTIVITY} FROM activity x WHERE x.leadId ${IDS} AND ${LIVE}`,
  ],
  contact: [
    `SELECT e.contactId AS recordId, ${EVENT} FROM behaviourEvent e WHERE e.contactId ${IDS} AND ${COUNTS}`,
    `SELECT p.contactId, ${ACTIVITY} FROM activityContact p CROSS JOIN activity x ON x.id = p.activityId
     WHERE p.contactId ${IDS} AND ${LIVE}`,
  ],
  account: [
    `SELECT e.accountId AS recordId, ${EVENT} FROM behaviourEvent e WHERE e.accountId ${IDS} AND ${COUNTS}`,
    `SELECT c.accountId, ${EVENT} FROM contact c CROSS JOIN behaviourEvent e ON e.contactId = c.id
     WHERE c.accountId ${IDS} AND e.accountId IS NULL AND ${COUNTS}`,
    `SELECT l.accountId, ${EVENT} FROM lead l CROSS JOIN behaviourEvent e ON e.leadId = l.id
     WHERE l.accountId ${IDS} AND e.accountId IS NULL AND ${COUNTS}`,
    `SELECT x.accountId, ${ACTIVITY} FROM activity x WHERE x.accountId ${IDS} AND ${LIVE}`,
    `SELECT c.accountId, ${ACTIVITY} FROM contact c CROSS JOIN activityContact p ON p.contactId = c.id
     CROSS JOIN activity x ON x.id = p.activityId WHERE c.accountId ${IDS} AND x.accountId IS NULL AND ${LIVE}`,
    `SELECT l.accountId, ${ACTIVITY} FROM lead l CROSS JOIN activity x ON x.leadId = l.id
     WHERE l.accountId ${IDS} AND x.accountId IS NULL AND ${LIVE}`,
  ],
  opportunity: [
    `SELECT e.opportunityId AS recordId, ${EVENT} FROM behaviourEvent e WHERE e.opportunityId ${IDS} AND ${COUNTS}`,
    `SELECT d.dealId, ${EVENT} FROM (${people}) d CROSS JOIN behaviourEvent e ON e.contactId = d.contactId
     WHERE e.at >= d.since AND e.opportunityId IS NULL AND ${COUNTS}`,
    `SELECT x.opportunityId, ${ACTIVITY} FROM activity x WHERE x.opportunityId ${IDS} AND ${LIVE}`,
    `SELECT d.dealId, ${ACTIVITY} FROM (${people}) d CROSS JOIN activityContact p ON p.contactId = d.contactId
     CROSS JOIN activity x ON x.id = p.activityId WHERE x.at >= d.since AND x.opportunityId IS NULL AND ${LIVE}`,
  ],
};

const unionOf = (entity: BehaviourEntity): string => parts[entity].join('\nUNION\n');

/** Records asked about at a time: one text of ids stays short. */
const PAGE = 500;

/**
 * The events that count for each of these records, by record; those without any are not there. Also for what a model is told
 * about many deals or leads: with `behaviourPointsAt` it gives their points at any moments.
 */
export function recordEvents(
  db: ReadDb,
  entity: BehaviourEntity,
  ids: readonly string[],
): Map<string, RecordEventRow[]> {
  const found = new Map<string, RecordEventRow[]>();
  const sql = `${ASKED} SELECT recordId, id, kind, at, durationSeconds FROM (${unionOf(entity)}) ORDER BY at, id`;
  for (let from = 0; from < ids.length; from += PAGE) {
    for (const row of db.all<RecordEventRow>(sql, JSON.stringify(ids.slice(from, from + PAGE)))) {
      const own = found.get(row.recordId);
      if (own) own.push(row);
      else found.set(row.recordId, [row]);
    }
  }
  return found;
}

/** An event with what a person reads of it. */
export interface DescribedEventRow extends RecordEventRow {
  readonly origin: 'event' | 'activity';
  readonly detail: string;
  readonly source: string;
  /** Who did it, where known. */
  readonly personName: string;
}

/** The newest events of one record that had happened by a moment, with words; a private activity says only that it was. */
export function describedEvents(
  db: ReadDb,
  entity: BehaviourEntity,
  id: string,
  asOf: number,
  page: { readonly limit: number; readonly offset: number },
): DescribedEventRow[] {
  return db.all<DescribedEventRow>(
    `${ASKED}, found AS MATERIALIZED (
       SELECT recordId, origin, id, kind, at, durationSeconds FROM (${unionOf(entity)}) WHERE at <= ?
       ORDER BY at DESC, id LIMIT ? OFFSET ?
     )
     SELECT f.recordId, f.origin, f.id, f.kind, f.at, f.durationSeconds,
       coalesce(e.detail, CASE x.private WHEN 0 THEN x.subject ELSE '' END, '') AS detail,
       coalesce(e.source, '') AS source,
       coalesce(c.name, l.personName, (SELECT group_concat(k.name, '、') FROM activityContact p JOIN contact k ON k.id = p.contactId
         WHERE p.activityId = x.id), '') AS personName
     FROM found f
     LEFT JOIN behaviourEvent e ON f.origin = 'event' AND e.id = f.id
     LEFT JOIN activity x ON f.origin = 'activity' AND x.id = f.id
     LEFT JOIN contact c ON c.id = e.contactId LEFT JOIN lead l ON l.id = e.leadId AND c.id IS NULL
     ORDER BY f.at DESC, f.id`,
    JSON.stringify([id]),
    asOf,
    page.limit,
    page.offset,
  );
}

/** One event by its id, to be added to a state; undefined for one that does not count. */
export function eventById(
  db: ReadDb,
  id: string,
): (Omit<RecordEventRow, 'recordId'> & Record<`${BehaviourEntity}Id`, string | null>) | undefined {
  return (
    db.get(
      `SELECT e.id, e.kind, e.at, e.durationSeconds, e.leadId, e.contactId, e.accountId, e.opportunityId
       FROM behaviourEvent e WHERE e.id = ? AND ${COUNTS}`,
      id,
    ) ??
    db.get(
      `SELECT x.id, x.kind, x.at, x.durationMinutes * 60 AS durationSeconds, x.leadId, NULL AS contactId, x.accountId,
         x.opportunityId FROM activity x WHERE x.id = ? AND ${LIVE}`,
      id,
    )
  );
}
