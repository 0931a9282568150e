import type { ReadDb } from '#db/handles.ts';
import { enabledRuleRows } from '#db/queries/automation/rules.ts';
import { readRule, type Rule, type RuleRow } from '#shared/domain/automation/readRule.ts';

/** Rules by what their row says: every command asks for them, and they seldom change. */
const read = new Map<string, Rule | null>();
const KEPT = 500;

/** The rule of a row, or null when a newer program wrote it; the same object for the same content. */
export function knownRule(row: RuleRow): Rule | null {
  const key = [row.id, row.name, row.processId ?? '', row.enabled, row.trigger, row.conditions, row.actions].join(
    '\u0000',
  );
  let rule = read.get(key);
  if (rule === undefined) {
    if (read.size >= KEPT) read.clear();
    rule = readRule(row);
    read.set(key, rule);
  }
  return rule;
}

/** Every rule that is switched on and that this program understands, in order. */
export function activeRules(db: ReadDb): Rule[] {
  return enabledRuleRows(db).flatMap((row) => knownRule(row) ?? []);
}
