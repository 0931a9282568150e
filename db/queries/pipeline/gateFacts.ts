import type { ReadDb } from '../../handles.ts';

/** A criterion of one stage. */
export interface CriterionRow {
  readonly id: string;
  readonly stageId: string;
  readonly gate: string;
  readonly kind: string;
  readonly text: string;
  readonly params: string;
  readonly enforcement: string;
}

/** The criteria of these stages, each stage's in its order. */
export function criterionRows(db: ReadDb, stageIds: readonly string[]): CriterionRow[] {
  return db.all<CriterionRow>(
    `SELECT c.id, c.stageId, c.gate, c.kind, c.text, c.params, c.enforcement
     FROM json_each(?) j CROSS JOIN stageCriterion c ON c.stageId = j.value ORDER BY c.position, c.id`,
    JSON.stringify(stageIds),
  );
}

/** A proof that stands, with who gave it. */
export interface ProofRow {
  readonly opportunityId: string;
  readonly criterionId: string;
  readonly note: string;
  readonly at: number;
  readonly byName: string;
  readonly byRole: string;
}

/**
 * Proofs that stand, oldest first. One without a note stands by the files attached to it, whose names are its note; when
 * the last of them is removed it stands no more.
 */
export function proofRows(db: ReadDb, ids: readonly string[]): ProofRow[] {
  return db.all<ProofRow>(
    `SELECT e.opportunityId, e.criterionId, coalesce(nullif(e.note, ''), (
       SELECT group_concat(d.name, '、') FROM attachment x JOIN document d ON d.id = x.documentId
       WHERE x.entity = 'criterionEvidence' AND x.entityId = e.id AND x.removedAt IS NULL
     )) AS note, e.at, coalesce(m.name, '') AS byName, coalesce(m.role, '') AS byRole
     FROM json_each(?) j CROSS JOIN criterionEvidence e ON e.opportunityId = j.value
     LEFT JOIN member m ON m.id = e.byId
     WHERE e.removedAt IS NULL AND (e.note <> '' OR EXISTS (
       SELECT 1 FROM attachment x WHERE x.entity = 'criterionEvidence' AND x.entityId = e.id AND x.removedAt IS NULL
     )) ORDER BY e.at, e.id`,
    JSON.stringify(ids),
  );
}

/** When a kind of activity last happened on a deal, epoch ms. */
export interface LastActivityRow {
  readonly opportunityId: string;
  readonly kind: string;
  readonly at: number;
}

/** The newest activity of each kind that has happened by `now`. */
export function lastActivities(db: ReadDb, ids: readonly string[], now: number): LastActivityRow[] {
  return db.all<LastActivityRow>(
    `SELECT a.opportunityId, a.kind, max(a.at) AS at
     FROM json_each(?) j CROSS JOIN activity a ON a.opportunityId = j.value
     WHERE a.removedAt IS NULL AND a.at <= ? GROUP BY a.opportunityId, a.kind`,
    JSON.stringify(ids),
    now,
  );
}

/** Roles of one person on a deal’s power map. */
export interface RoleRow {
  readonly opportunityId: string;
  /** JSON array of role codes. */
  readonly roles: string;
  readonly coverage: string;
}

/** The roles that known people hold; a vacant role covers nothing. */
export function roleRows(db: ReadDb, ids: readonly string[]): RoleRow[] {
  return db.all<RoleRow>(
    `SELECT s.opportunityId, s.roles, s.coverage
     FROM json_each(?) j CROSS JOIN stakeholder s ON s.opportunityId = j.value
     WHERE s.removedAt IS NULL AND s.contactId IS NOT NULL`,
    JSON.stringify(ids),
  );
}

/** A task that a stage prescribed, as it stands on a deal. */
export interface StageTaskRow {
  readonly opportunityId: string;
  readonly id: string;
  readonly title: string;
  readonly stageTaskId: string;
  readonly status: string;
  /** 1 when a document is attached. */
  readonly delivered: number;
}

/** The tasks of these deals that a stage prescribed. */
export function stageTaskRows(db: ReadDb, ids: readonly string[]): StageTaskRow[] {
  return db.all<StageTaskRow>(
    `SELECT t.opportunityId, t.id, t.title, t.stageTaskId, t.status, EXISTS (
       SELECT 1 FROM attachment x WHERE x.entity = 'task' AND x.entityId = t.id AND x.removedAt IS NULL
     ) AS delivered
     FROM json_each(?) j CROSS JOIN task t ON t.opportunityId = j.value
     WHERE t.stageTaskId IS NOT NULL AND t.removedAt IS NULL ORDER BY t.status = 'open', t.createdAt, t.id`,
    JSON.stringify(ids),
  );
}
