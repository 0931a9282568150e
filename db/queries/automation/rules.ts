import type { RuleRow } from '#shared/domain/automation/readRule.ts';
import type { ReadDb } from '../../handles.ts';

/** A rule with its place among the others. */
export interface RankedRuleRow extends RuleRow {
  readonly rank: string;
}

const COLUMNS = 'id, name, processId, enabled, "trigger", conditions, actions, rank';

/** Every rule outside the trash, in order. */
export function ruleRows(db: ReadDb): RankedRuleRow[] {
  return db.all<RankedRuleRow>(`SELECT ${COLUMNS} FROM automationRule WHERE removedAt IS NULL ORDER BY rank, id`);
}

/** The rules that are switched on, in order. */
export function enabledRuleRows(db: ReadDb): RuleRow[] {
  return db.all<RuleRow>(
    `SELECT ${COLUMNS} FROM automationRule WHERE enabled = 1 AND removedAt IS NULL ORDER BY rank, id`,
  );
}

/** One rule outside the trash. */
export function ruleRow(db: ReadDb, id: string): RankedRuleRow | undefined {
  return db.get<RankedRuleRow>(`SELECT ${COLUMNS} FROM automationRule WHERE id = ? AND removedAt IS NULL`, id);
}

/** When each rule fired last (epoch ms) and how often since an instant; rules that never fired are left out. */
export function firedRules(
  db: ReadDb,
  since: number,
): Map<string, { readonly lastAt: number; readonly recent: number }> {
  const rows = db.all<{ ruleId: string; lastAt: number | null; recent: number }>(
    `SELECT r.id AS ruleId, (SELECT max(f.at) FROM ruleFiring f WHERE f.ruleId = r.id) AS lastAt,
       (SELECT count(*) FROM ruleFiring f WHERE f.ruleId = r.id AND f.at >= ?) AS recent
     FROM automationRule r WHERE r.removedAt IS NULL`,
    since,
  );
  return new Map(
    rows.flatMap(({ ruleId, lastAt, recent }) => (lastAt === null ? [] : [[ruleId, { lastAt, recent }] as const])),
  );
}

/** The keys of the stages of every process that is not archived, of all of its versions. */
export function stageKeyRows(db: ReadDb): { processId: string; key: string }[] {
  return db.all(
    `SELECT DISTINCT v.processId, s.key FROM process p JOIN processVersion v ON v.processId = p.id
     JOIN stage s ON s.processVersionId = v.id WHERE p.archivedAt IS NULL`,
  );
}
