import type { DocumentEntity, DocumentKind } from '#shared/contract/documentShapes.ts';
import type { ReadDb } from '../../handles.ts';

/** One place of one document; a document that is attached to several records comes several times. */
export interface DocumentRow {
  readonly id: string;
  readonly name: string;
  readonly mime: string;
  readonly bytes: number;
  readonly kind: DocumentKind;
  readonly createdAt: number;
  readonly byId: string | null;
  readonly byName: string | null;
  readonly entity: DocumentEntity;
  readonly entityId: string;
  readonly label: string;
  readonly opportunityId: string | null;
  readonly opportunityName: string | null;
  /** Of the activity that it is attached to: 1 = only its author and managers see it. */
  readonly private: number;
  /** Author of that activity. */
  readonly ownerId: string | null;
}

/** The columns that every kind of place tells, so that they can be read as one list. */
const place = (label: string, opportunityId: string, seenBy = "0 AS private, '' AS ownerId"): string =>
  `x.documentId, x.entity, x.entityId, ${label} AS label, ${opportunityId} AS opportunityId, ${seenBy}`;
const attachedTo = (entity: DocumentEntity, id: string): string =>
  `x.entity = '${entity}' AND x.entityId = ${id} AND x.removedAt IS NULL`;

const OF_DEAL = place('o.name', 'o.id');
const OF_TASK = place('t.title', 't.opportunityId');
const OF_ACTIVITY = place('a.subject', 'a.opportunityId', 'a.private, a.ownerId');
const OF_CONTACT = place('c.name', 'NULL');
const OF_PROOF = place('k.text', 'e.opportunityId');

const deals = (where: string): string =>
  `SELECT ${OF_DEAL} FROM opportunity o CROSS JOIN attachment x ON ${attachedTo('opportunity', 'o.id')} WHERE ${where} AND o.removedAt IS NULL`;
const tasks = (where: string): string =>
  `SELECT ${OF_TASK} FROM task t CROSS JOIN attachment x ON ${attachedTo('task', 't.id')} WHERE ${where} AND t.removedAt IS NULL`;
const activities = (where: string): string =>
  `SELECT ${OF_ACTIVITY} FROM activity a CROSS JOIN attachment x ON ${attachedTo('activity', 'a.id')} WHERE ${where} AND a.removedAt IS NULL`;
const contacts = (where: string): string =>
  `SELECT ${OF_CONTACT} FROM contact c CROSS JOIN attachment x ON ${attachedTo('contact', 'c.id')} WHERE ${where} AND c.removedAt IS NULL`;
const accounts = (where: string): string =>
  `SELECT ${place('n.name', 'NULL')} FROM account n CROSS JOIN attachment x ON ${attachedTo('account', 'n.id')} WHERE ${where}`;
const proofs = (where: string): string =>
  `SELECT ${OF_PROOF} FROM criterionEvidence e CROSS JOIN attachment x ON ${attachedTo('criterionEvidence', 'e.id')}
   LEFT JOIN stageCriterion k ON k.id = e.criterionId WHERE ${where} AND e.removedAt IS NULL`;

/** Where the documents of a record are looked for; `?` is its id. */
const SOURCES: Record<DocumentEntity, readonly string[]> = {
  opportunity: [
    deals('o.id = ?'),
    tasks('t.opportunityId = ?'),
    activities('a.opportunityId = ?'),
    proofs('e.opportunityId = ?'),
  ],
  account: [
    accounts('n.id = ?'),
    contacts('c.accountId = ?'),
    deals('o.accountId = ?'),
    tasks('t.accountId = ?'),
    activities('a.accountId = ?'),
  ],
  contact: [
    contacts('c.id = ?'),
    `SELECT ${OF_ACTIVITY} FROM activityContact ac CROSS JOIN activity a ON a.id = ac.activityId
     CROSS JOIN attachment x ON ${attachedTo('activity', 'a.id')} WHERE ac.contactId = ? AND a.removedAt IS NULL`,
  ],
  activity: [activities('a.id = ?')],
  task: [tasks('t.id = ?')],
  criterionEvidence: [proofs('e.id = ?')],
  // Files that the toolkits of its stages offer.
  process: [
    `SELECT ${place('r.name', 'NULL')} FROM process r CROSS JOIN attachment x ON ${attachedTo('process', 'r.id')} WHERE r.id = ?`,
  ],
};

const list = (sources: readonly string[], where: string): string =>
  `SELECT d.id, d.name, d.mime, d.bytes, d.kind, d.createdAt, d.createdById AS byId, m.name AS byName,
     p.entity, p.entityId, coalesce(p.label, '') AS label, p.opportunityId, w.name AS opportunityName, p.private, p.ownerId
   FROM (${sources.join(' UNION ALL ')}) p CROSS JOIN document d ON d.id = p.documentId
   LEFT JOIN member m ON m.id = d.createdById LEFT JOIN opportunity w ON w.id = p.opportunityId
   WHERE d.removedAt IS NULL ${where} ORDER BY d.createdAt DESC, d.id DESC`;

/** The documents of a record and of its parts with each place, newest first, at most `limit` places. */
export function documentsOf(db: ReadDb, entity: DocumentEntity, id: string, limit: number): DocumentRow[] {
  const sources = SOURCES[entity];
  return db.all<DocumentRow>(`${list(sources, '')} LIMIT ?`, ...sources.map(() => id), limit);
}

/** One document with every place it is attached to; none when it lies in the trash. */
export function placesOfDocument(db: ReadDb, documentId: string): DocumentRow[] {
  const places = db.all<{ entity: DocumentEntity; entityId: string }>(
    'SELECT DISTINCT entity, entityId FROM attachment WHERE documentId = ? AND removedAt IS NULL',
    documentId,
  );
  return places.flatMap(({ entity, entityId }) => {
    const own = SOURCES[entity].slice(0, 1);
    return db.all<DocumentRow>(list(own, 'AND d.id = ?'), entityId, documentId);
  });
}
