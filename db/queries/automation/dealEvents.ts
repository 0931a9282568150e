import { ruleFields } from '#shared/contract/ruleBody.ts';
import type { SqlValue, WriteDb } from '../../handles.ts';

/** Something that this transaction did to a deal. */
export interface DealEventRow {
  readonly opportunityId: string;
  /** `created`, `entered`, or the name of the field that changed. */
  readonly what: string;
  /** What the field was before the transaction; null for the other kinds. */
  readonly before: SqlValue;
}

const FIELDS = ruleFields.map((field) => `'${field}'`).join(', ');

/**
 * What the running transaction has done to deals so far, as change capture saw it: one row per new deal, per stage that was
 * entered (a change of version within the same selling is none), and per field that is different now. Because it asks
 * capture and not the commands, no door can be forgotten.
 */
export function dealEvents(db: WriteDb): DealEventRow[] {
  const touched = db.get("SELECT 1 FROM syncPending WHERE tbl IN ('opportunity', 'stageChange') LIMIT 1");
  if (touched === undefined) return [];
  return db.all<DealEventRow>(
    `WITH pending AS MATERIALIZED (
       SELECT n, tbl, pk, col, old FROM syncPending WHERE tbl IN ('opportunity', 'stageChange')
     ), born AS MATERIALIZED (SELECT DISTINCT pk FROM pending WHERE tbl = 'opportunity' AND col = '+')
     SELECT pk AS opportunityId, 'created' AS what, NULL AS before FROM born
     UNION ALL
     SELECT c.opportunityId, 'entered', NULL FROM (SELECT DISTINCT pk FROM pending WHERE tbl = 'stageChange' AND col = '+') p
       CROSS JOIN stageChange c ON c.id = p.pk CROSS JOIN opportunity o ON o.id = c.opportunityId
       WHERE c.toStageId = o.stageId AND c.kind IN ('create', 'advance', 'skip', 'back', 'reopen')
     UNION ALL
     SELECT f.pk, f.col, f.old FROM (
       SELECT pk, col, old, min(n) FROM pending WHERE tbl = 'opportunity' AND col IN (${FIELDS}) GROUP BY pk, col
     ) f JOIN opportunity o ON o.id = f.pk
     WHERE f.pk NOT IN (SELECT pk FROM born) AND f.old IS NOT (CASE f.col ${ruleFields
       .map((field) => `WHEN '${field}' THEN o."${field}"`)
       .join(' ')} END)`,
  );
}
