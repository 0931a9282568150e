import type { ReadDb } from '../../handles.ts';

/** A deal with what is taken as it is, and when this workspace first heard of it. */
export interface DealConstantsRow {
  readonly id: string;
  readonly status: string;
  readonly closedAt: number | null;
  readonly accountId: string | null;
  readonly createdAt: number;
  readonly amountMinor: number | null;
  readonly expectedClose: string | null;
  readonly processId: string;
  readonly productLineId: string;
  readonly source: string;
  readonly ownerId: string;
  readonly industry: string;
  readonly region: string;
  readonly ownership: string;
  readonly tier: string;
  readonly employees: number | null;
  /** Hybrid clock of its first entry in the log; null when it was never logged. */
  readonly recordedHlc: number | null;
}

/** One row per event source of many deals; every list is in no particular order. `deal` is the deal's id. */
export interface DealEventRows {
  readonly deals: readonly DealConstantsRow[];
  readonly stageChanges: readonly { deal: string; id: string; at: number; toStageId: string | null; kind: string }[];
  readonly pastChanges: readonly {
    deal: string;
    id: string;
    at: number;
    field: string;
    fromValue: string | null;
    toValue: string | null;
  }[];
  readonly loggedChanges: readonly {
    deal: string;
    hlc: number;
    field: string;
    fromValue: string | number | null;
    toValue: string | number | null;
    imported: number;
  }[];
  readonly activities: readonly { deal: string; id: string; at: number; kind: string }[];
  readonly attendances: readonly { activityId: string; contactId: string }[];
  readonly people: readonly {
    deal: string;
    id: string;
    at: number;
    removedAt: number | null;
    contactId: string | null;
    roles: string;
    stance: string;
    stanceDate: string | null;
  }[];
  readonly judgements: readonly {
    deal: string;
    id: string;
    at: number;
    code: string;
    judge: string;
    value: number | null;
  }[];
  readonly evidence: readonly { deal: string; id: string; at: number; removedAt: number | null }[];
  readonly tasksDone: readonly { deal: string; id: string; at: number }[];
  readonly documents: readonly { deal: string; id: string; at: number; removedAt: number | null }[];
}

const CONSTANTS = `SELECT o.id, o.status, o.closedAt, o.accountId, o.createdAt, o.amountMinor, o.expectedClose,
    coalesce(o.processId, '') AS processId, coalesce(p.productLineId, '') AS productLineId, o.source,
    coalesce(o.ownerId, '') AS ownerId, coalesce(a.industry, '') AS industry, coalesce(a.region, '') AS region,
    coalesce(a.ownership, '') AS ownership, coalesce(a.tier, '') AS tier, a.employees,
    (SELECT hlc FROM syncRow WHERE tbl = (SELECT no FROM syncDict WHERE name = 'opportunity') AND pk = o.id) AS recordedHlc
  FROM json_each(?) j JOIN opportunity o ON o.id = j.value
  LEFT JOIN account a ON a.id = o.accountId LEFT JOIN process p ON p.id = o.processId`;

const LOGGED = `SELECT op.pk AS deal, op.hlc, d.name AS field, op.old AS fromValue, op.val AS toValue,
    coalesce((SELECT label = 'import.run' FROM syncTx WHERE seq = op.seq), 0) AS imported
  FROM json_each(?) j CROSS JOIN syncDict d CROSS JOIN syncOp op
  WHERE d.name IN ('expectedClose', 'amountMinor') AND op.pk = j.value AND op.col = d.no
    AND op.tbl = (SELECT no FROM syncDict WHERE name = 'opportunity') AND op.stream = 0`;

/** Everything that ever happened to these deals, as far as it is dated. Each list costs one statement, however many deals. */
export function dealEventRows(db: ReadDb, ids: readonly string[]): DealEventRows {
  const list = JSON.stringify(ids);
  const all = <Row>(sql: string): Row[] => db.all<Row>(sql, list);
  return {
    deals: all(CONSTANTS),
    stageChanges: all(
      `SELECT j.value AS deal, c.id, c.at, c.toStageId, c.kind FROM json_each(?) j
       CROSS JOIN stageChange c ON c.opportunityId = j.value`,
    ),
    pastChanges: all(
      `SELECT j.value AS deal, p.id, p.at, p.field, p.fromValue, p.toValue FROM json_each(?) j
       CROSS JOIN pastChange p ON p.opportunityId = j.value AND p.field IN ('expectedClose', 'amountMinor')`,
    ),
    loggedChanges: all(LOGGED),
    activities: all(
      `SELECT j.value AS deal, a.id, a.at, a.kind FROM json_each(?) j
       CROSS JOIN activity a ON a.opportunityId = j.value WHERE a.removedAt IS NULL AND a.kind <> 'note'`,
    ),
    attendances: all(
      `SELECT c.activityId, c.contactId FROM json_each(?) j CROSS JOIN activity a ON a.opportunityId = j.value
       CROSS JOIN activityContact c ON c.activityId = a.id WHERE a.removedAt IS NULL AND a.kind <> 'note'`,
    ),
    people: all(
      `SELECT j.value AS deal, s.id, s.createdAt AS at, s.removedAt, s.contactId, s.roles, s.stance, s.stanceDate
       FROM json_each(?) j CROSS JOIN stakeholder s ON s.opportunityId = j.value`,
    ),
    judgements: all(
      `SELECT j.value AS deal, c.id, c.at, c.code, c.judge, c.value FROM json_each(?) j
       CROSS JOIN c139Judgement c ON c.opportunityId = j.value`,
    ),
    evidence: all(
      `SELECT j.value AS deal, e.id, e.at, e.removedAt FROM json_each(?) j
       CROSS JOIN criterionEvidence e ON e.opportunityId = j.value`,
    ),
    tasksDone: all(
      `SELECT j.value AS deal, t.id, t.doneAt AS at FROM json_each(?) j CROSS JOIN task t ON t.opportunityId = j.value
       WHERE t.status = 'done' AND t.doneAt IS NOT NULL AND t.removedAt IS NULL`,
    ),
    documents: all(
      `SELECT j.value AS deal, x.id, x.createdAt AS at, x.removedAt FROM json_each(?) j
       CROSS JOIN attachment x ON x.entity = 'opportunity' AND x.entityId = j.value`,
    ),
  };
}

/** Every stage with its place among the open stages of its version, 0 first … 1 last. */
export function stageFacts(
  db: ReadDb,
): { id: string; stageClass: string; winRateMille: number; allowedDays: number | null; place: number }[] {
  return db.all(
    `SELECT id, stageClass, winRateMille, allowedDays, CASE WHEN stageClass IN ('won', 'lost') THEN 1 ELSE
       coalesce((row_number() OVER open - 1.0) / nullif(count(*) OVER all_open - 1, 0), 0) END AS place
     FROM stage
     WINDOW open AS (PARTITION BY processVersionId, stageClass IN ('won', 'lost') ORDER BY position),
       all_open AS (PARTITION BY processVersionId, stageClass IN ('won', 'lost'))`,
  );
}
