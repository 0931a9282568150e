import type { ReadDb } from '../../handles.ts';

/** A risk of a deal with who raised and who cleared it. */
export interface RiskRow {
  readonly id: string;
  readonly opportunityId: string;
  readonly text: string;
  readonly ruleId: string | null;
  readonly ruleName: string | null;
  readonly raisedAt: number;
  readonly raisedByName: string | null;
  readonly clearedAt: number | null;
  readonly clearedByName: string | null;
  readonly clearedNote: string;
}

/** The risks of a deal: open ones first, the newest on top. */
export function risksOfDeal(db: ReadDb, opportunityId: string, limit: number): RiskRow[] {
  return db.all<RiskRow>(
    `SELECT x.id, x.opportunityId, x.text, x.ruleId, r.name AS ruleName, x.raisedAt, b.name AS raisedByName,
       x.clearedAt, c.name AS clearedByName, x.clearedNote
     FROM risk x LEFT JOIN automationRule r ON r.id = x.ruleId
     LEFT JOIN member b ON b.id = x.raisedById LEFT JOIN member c ON c.id = x.clearedById
     WHERE x.opportunityId = ? ORDER BY x.clearedAt IS NOT NULL, x.raisedAt DESC, x.id LIMIT ?`,
    opportunityId,
    limit,
  );
}

/** One risk, cleared or not. */
export function riskById(db: ReadDb, id: string): { opportunityId: string; clearedAt: number | null } | undefined {
  return db.get('SELECT opportunityId, clearedAt FROM risk WHERE id = ?', id);
}
