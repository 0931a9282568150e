import type { ReadDb } from '#db/handles.ts';
import { type RankedRuleRow, ruleRows, stageKeyRows } from '#db/queries/automation/rules.ts';
import { allMembers } from '#db/queries/members.ts';
import type { RuleWorld } from '#shared/domain/automation/judgeRule.ts';
import { knownRule } from './knownRules.ts';

/** What rules are judged against, with the rows that it was made from. */
export function loadRuleWorld(db: ReadDb): RuleWorld & { readonly rows: readonly RankedRuleRow[] } {
  const rows = ruleRows(db);
  const keys = Map.groupBy(stageKeyRows(db), ({ processId }) => processId);
  return {
    rows,
    rules: rows.flatMap((row) => knownRule(row) ?? []),
    stageKeys: new Map([...keys].map(([id, own]) => [id, new Set(own.map(({ key }) => key))])),
    memberIds: new Set(allMembers(db).map(({ id }) => id)),
  };
}
