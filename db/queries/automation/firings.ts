import type { ReadDb } from '../../handles.ts';

/** Which of these firings are recorded. */
export function knownFirings(db: ReadDb, ids: readonly string[]): Set<string> {
  const rows = db.all<{ id: string }>(
    'SELECT f.id FROM json_each(?) j CROSS JOIN ruleFiring f ON f.id = j.value',
    JSON.stringify(ids),
  );
  return new Set(rows.map(({ id }) => id));
}

/** Which of these firings were recorded once and taken back by a person. */
export function undoneFirings(db: ReadDb, ids: readonly string[]): Set<string> {
  const rows = db.all<{ pk: string }>(
    `SELECT r.pk FROM json_each(?) j CROSS JOIN syncRow r
       ON r.tbl = (SELECT no FROM syncDict WHERE name = 'ruleFiring') AND r.pk = j.value
     WHERE r.gone IS NOT NULL`,
    JSON.stringify(ids),
  );
  return new Set(rows.map(({ pk }) => pk));
}

/** A firing with the names that a list shows. */
export interface FiringRow {
  readonly id: string;
  readonly ruleId: string;
  readonly ruleName: string;
  readonly opportunityId: string;
  readonly opportunityName: string;
  readonly at: number;
}

const FIRING = `SELECT f.id, f.ruleId, coalesce(r.name, '') AS ruleName, f.opportunityId, coalesce(o.name, '') AS opportunityName, f.at
  FROM ruleFiring f LEFT JOIN automationRule r ON r.id = f.ruleId LEFT JOIN opportunity o ON o.id = f.opportunityId`;

/** What one rule did lately, the newest first. */
export function firingsOfRule(db: ReadDb, ruleId: string, limit: number): FiringRow[] {
  return db.all<FiringRow>(`${FIRING} WHERE f.ruleId = ? ORDER BY f.at DESC, f.id LIMIT ?`, ruleId, limit);
}

/** What rules did to one deal lately, the newest first. */
export function firingsOfDeal(db: ReadDb, opportunityId: string, limit: number): FiringRow[] {
  return db.all<FiringRow>(
    `${FIRING} WHERE f.opportunityId = ? ORDER BY f.at DESC, f.id LIMIT ?`,
    opportunityId,
    limit,
  );
}
