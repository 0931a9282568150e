import type { ReadDb } from '../../handles.ts';

/** A lead with what it is now and when this workspace first heard of it. */
export interface LeadConstantsRow {
  readonly id: string;
  readonly status: string;
  readonly convertedAt: number | null;
  readonly disqualifiedAt: number | null;
  readonly createdAt: number;
  readonly company: string;
  readonly source: string;
  readonly industry: string;
  readonly region: string;
  readonly need: string;
  readonly budgetMinor: number | null;
  readonly authority: string;
  readonly timing: string;
  readonly mobile: string;
  readonly email: string;
  readonly recordedHlc: number | null;
}

/** One list per event source of many leads; `lead` is the lead's id. */
export interface LeadEventRows {
  readonly leads: readonly LeadConstantsRow[];
  readonly loggedChanges: readonly {
    lead: string;
    hlc: number;
    field: string;
    fromValue: string | number | null;
    toValue: string | number | null;
  }[];
  readonly activities: readonly { lead: string; id: string; at: number; kind: string }[];
  readonly events: readonly { lead: string; id: string; at: number; kind: string }[];
}

/** Everything that ever happened to these leads, as far as it is dated. */
export function leadEventRows(db: ReadDb, ids: readonly string[]): LeadEventRows {
  const list = JSON.stringify(ids);
  const all = <Row>(sql: string): Row[] => db.all<Row>(sql, list);
  return {
    leads: all(
      `SELECT l.id, l.status, l.convertedAt, l.disqualifiedAt, l.createdAt, l.company, l.source, l.industry, l.region,
         l.need, l.budgetMinor, l.authority, l.timing, l.mobile, l.email,
         (SELECT hlc FROM syncRow WHERE tbl = (SELECT no FROM syncDict WHERE name = 'lead') AND pk = l.id) AS recordedHlc
       FROM json_each(?) j JOIN lead l ON l.id = j.value`,
    ),
    loggedChanges: all(
      `SELECT op.pk AS lead, op.hlc, d.name AS field, op.old AS fromValue, op.val AS toValue
       FROM json_each(?) j CROSS JOIN syncDict d CROSS JOIN syncOp op
       WHERE d.name IN ('need', 'budgetMinor', 'authority', 'timing', 'mobile', 'email') AND op.pk = j.value
         AND op.col = d.no AND op.tbl = (SELECT no FROM syncDict WHERE name = 'lead') AND op.stream = 0`,
    ),
    activities: all(
      `SELECT j.value AS lead, a.id, a.at, a.kind FROM json_each(?) j
       CROSS JOIN activity a ON a.leadId = j.value WHERE a.removedAt IS NULL AND a.kind <> 'note'`,
    ),
    events: all(
      `SELECT j.value AS lead, e.id, e.at, e.kind FROM json_each(?) j CROSS JOIN behaviourEvent e ON e.leadId = j.value
       WHERE e.counted = 1`,
    ),
  };
}
