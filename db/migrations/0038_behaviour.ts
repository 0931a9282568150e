import type { Migration } from '../migrate.ts';

/*
 * The queue from which `behaviourState` is kept right: triggers name the records whose score a change touches, whoever made
 * it (docs/adr/0012-scoring.md, "Behaviour"). `eventId` is set while one new event is all that happened to the record, so
 * that it can be added to the state; empty means that the record is folded anew. Whom an event belongs to is said twice,
 * here and in db/queries/behaviour/recordEvents.ts; a test holds both against each other.
 */

/** The deals that a person belongs to. */
const dealsOf = (contactId: string): string => `
    SELECT 'opportunity' AS entity, s.opportunityId AS entityId FROM stakeholder s WHERE s.contactId = ${contactId} AND s.removedAt IS NULL
    UNION SELECT 'opportunity', o.id FROM opportunity o WHERE o.primaryContactId = ${contactId}`;

/** The records that a person's events count for. */
const personRecords = (contactId: string): string => `
    SELECT 'contact' AS entity, ${contactId} AS entityId
    UNION SELECT 'account', c.accountId FROM contact c WHERE c.id = ${contactId}
    UNION ${dealsOf(contactId).trim()}`;

/** The records that an event's own references name; an account by the lead where none is named. */
const namedRecords = (row: 'NEW' | 'OLD'): string => `
    SELECT 'lead' AS entity, ${row}.leadId AS entityId
    UNION SELECT 'opportunity', ${row}.opportunityId
    UNION SELECT 'account', ${row}.accountId
    UNION SELECT 'account', l.accountId FROM lead l WHERE l.id = ${row}.leadId`;

const mark = (records: string, eventId = "''"): string => `
  INSERT INTO behaviourDirty(entity, entityId, eventId)
  SELECT entity, entityId, ${eventId} FROM (${records}
  ) WHERE entityId IS NOT NULL
  ON CONFLICT(entity, entityId) DO UPDATE SET eventId = '';`;

const trigger = (name: string, on: string, body: string): string =>
  `CREATE TRIGGER behaviour_${name} AFTER ${on} BEGIN${body}\nEND;`;

const eventRecords = (row: 'NEW' | 'OLD'): string =>
  `${namedRecords(row)}\n    UNION ${personRecords(`${row}.contactId`).trim()}`;

/** Also the people who took part, whose records an activity counts for where it names none itself. */
const activityRecords = (row: 'NEW' | 'OLD'): string => `${namedRecords(row)}
    UNION SELECT 'contact', p.contactId FROM activityContact p WHERE p.activityId = ${row}.id
    UNION SELECT 'account', c.accountId FROM activityContact p JOIN contact c ON c.id = p.contactId WHERE p.activityId = ${row}.id
    UNION SELECT 'opportunity', s.opportunityId FROM activityContact p JOIN stakeholder s ON s.contactId = p.contactId WHERE p.activityId = ${row}.id
    UNION SELECT 'opportunity', o.id FROM activityContact p JOIN opportunity o ON o.primaryContactId = p.contactId WHERE p.activityId = ${row}.id`;

const both = (records: (row: 'NEW' | 'OLD') => string): string => mark(records('OLD')) + mark(records('NEW'));
const one = (entity: string, id: string): string => mark(`\n    SELECT '${entity}' AS entity, ${id} AS entityId`);

/** Behaviour scores: what waits to be folded, and which events are nobody's yet. */
export const behaviour: Migration = {
  id: 38,
  name: 'behaviour',
  up: `
CREATE TABLE behaviourDirty (
  entity TEXT NOT NULL, entityId TEXT NOT NULL, eventId TEXT NOT NULL, PRIMARY KEY (entity, entityId)
) WITHOUT ROWID;
CREATE INDEX behaviourEvent_unmatched ON behaviourEvent(at) WHERE unmatched <> '';
${trigger('event_insert', 'INSERT ON behaviourEvent', mark(eventRecords('NEW'), 'NEW.id'))}
${trigger('event_update', 'UPDATE ON behaviourEvent', both(eventRecords))}
${trigger('event_delete', 'DELETE ON behaviourEvent', mark(eventRecords('OLD')))}
${trigger('activity_insert', 'INSERT ON activity', mark(namedRecords('NEW'), 'NEW.id'))}
${trigger('activity_update', 'UPDATE OF kind, at, durationMinutes, opportunityId, accountId, leadId, removedAt ON activity', both(activityRecords))}
${trigger('activity_delete', 'DELETE ON activity', mark(namedRecords('OLD')))}
${trigger('taker_insert', 'INSERT ON activityContact', mark(personRecords('NEW.contactId')))}
${trigger('taker_delete', 'DELETE ON activityContact', mark(personRecords('OLD.contactId')))}
${trigger('taker_update', 'UPDATE ON activityContact', mark(personRecords('OLD.contactId')) + mark(personRecords('NEW.contactId')))}
${trigger('contact_account', 'UPDATE OF accountId ON contact', one('account', 'OLD.accountId') + one('account', 'NEW.accountId'))}
${trigger('lead_account', 'UPDATE OF accountId ON lead', one('account', 'OLD.accountId') + one('account', 'NEW.accountId'))}
${trigger('stakeholder_insert', 'INSERT ON stakeholder', one('opportunity', 'NEW.opportunityId'))}
${trigger('stakeholder_update', 'UPDATE OF contactId, opportunityId, removedAt ON stakeholder', one('opportunity', 'OLD.opportunityId') + one('opportunity', 'NEW.opportunityId'))}
${trigger('stakeholder_delete', 'DELETE ON stakeholder', one('opportunity', 'OLD.opportunityId'))}
CREATE TRIGGER behaviour_deal_insert AFTER INSERT ON opportunity WHEN NEW.primaryContactId IS NOT NULL BEGIN${one('opportunity', 'NEW.id')}
END;
${trigger('deal_update', 'UPDATE OF primaryContactId, createdAt ON opportunity', one('opportunity', 'NEW.id'))}
INSERT INTO behaviourDirty(entity, entityId, eventId)
  SELECT DISTINCT 'lead', leadId, '' FROM behaviourEvent WHERE leadId IS NOT NULL;
`,
};
