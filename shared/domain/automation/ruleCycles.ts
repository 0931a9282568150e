import type { Rule } from './readRule.ts';

/**
 * Rules that could set each other off in a circle through `rule`, beginning and ending with it, or null. A rule that sets a
 * field may set off every rule that waits for a change of that field; conditions are not counted on to stop it.
 */
export function cycleThrough(rule: Rule, others: readonly Rule[]): Rule[] | null {
  const rules = [rule, ...others.filter((other) => other.id !== rule.id && other.enabled)];
  const from = new Map<string, Rule>();
  let wave: Rule[] = [rule];
  const seen = new Set<string>();
  while (wave.length > 0) {
    const next: Rule[] = [];
    for (const current of wave) {
      for (const other of rules) {
        if (!setsOff(current, other)) continue;
        if (other.id === rule.id) return pathTo(rule, current, from);
        if (seen.has(other.id)) continue;
        seen.add(other.id);
        from.set(other.id, current);
        next.push(other);
      }
    }
    wave = next;
  }
  return null;
}

function pathTo(start: Rule, last: Rule, from: ReadonlyMap<string, Rule>): Rule[] {
  const path: Rule[] = [];
  for (let at: Rule | undefined = last; at !== undefined && at.id !== start.id; at = from.get(at.id)) path.unshift(at);
  return [start, ...path, start];
}

/** Whether the first rule could set off the second within one transaction. */
function setsOff(first: Rule, second: Rule): boolean {
  if (first.processId !== null && second.processId !== null && first.processId !== second.processId) return false;
  const { trigger } = second;
  const field =
    trigger.kind === 'fieldChanged' ? trigger.field : trigger.kind === 'amountReached' ? 'amountMinor' : null;
  return field !== null && first.actions.some((action) => action.kind === 'setField' && action.field === field);
}
