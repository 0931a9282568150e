import type { WriteDb } from '#db/handles.ts';
import { type DealEventRow, dealEvents } from '#db/queries/automation/dealEvents.ts';
import { knownFirings } from '#db/queries/automation/firings.ts';
import { dropOrphanedRuleNotices } from '#db/repositories/ruleNotices.ts';
import type { Topic } from '#shared/contract/operation.ts';
import type { DealFacts, RuleMoment } from '#shared/domain/automation/dealFacts.ts';
import { evaluateRule } from '#shared/domain/automation/evaluateRule.ts';
import { isTimeTrigger } from '#shared/domain/automation/occasions.ts';
import type { Rule } from '#shared/domain/automation/readRule.ts';
import { applyFiring, type DueFiring, firingId } from './applyFiring.ts';
import { activeRules } from './knownRules.ts';
import { loadFacts } from './loadFacts.ts';
import { ruleClock, type RuleContext } from './ruleContext.ts';

/** What rules may touch: whoever shows it asks again. */
export const RULE_TOPICS: readonly Topic[] = ['opportunities', 'tasks', 'risks', 'automation'];

type Moments = Map<string, RuleMoment[]>;

/**
 * Fires the rules that wait for what the running transaction has done to deals, before it is committed: one undo takes back
 * both. Called once per command, where commands write (core/commandContext.ts), so that every door is covered; imports,
 * samples and undo do not come through here (docs/adr/0008-task-engine.md). Returns what is to be shown anew.
 */
export function fireEventRules(context: RuleContext, db: WriteDb): readonly Topic[] {
  const events = dealEvents(db);
  if (events.length === 0) return [];
  const rules = activeRules(db).filter(({ trigger }) => !isTimeTrigger(trigger));
  if (rules.length === 0) return [];
  const fired = new Set<string>();
  let moments = momentsOf(events);
  // Each rule acts at most once per deal and transaction, so this ends also where two colleagues' rules, merged, are a circle.
  while (moments.size > 0) moments = fireOnce(context, db, rules, moments, fired);
  return fired.size > 0 ? RULE_TOPICS : [];
}

/** After an undo: what was said because of what is taken back is not said. */
export const forgetUndoneNotices = dropOrphanedRuleNotices;

function momentsOf(events: readonly DealEventRow[]): Moments {
  const moments: Moments = new Map();
  for (const { opportunityId, what, before } of events) {
    const own = moments.get(opportunityId) ?? [];
    if (what === 'created' || what === 'entered') own.push({ kind: what });
    else own.push({ kind: 'changed', field: what, from: plain(before) });
    moments.set(opportunityId, own);
  }
  return moments;
}

/** Fires every rule that these moments call for; what the rules changed is the next round. */
function fireOnce(
  context: RuleContext,
  db: WriteDb,
  rules: readonly Rule[],
  moments: Moments,
  fired: Set<string>,
): Moments {
  const clock = ruleClock({ ...context, db });
  const due: DueFiring[] = [];
  for (const facts of loadFacts(db, [...moments.keys()], rules, clock)) {
    for (const rule of rules) {
      const once = `${rule.id} ${facts.id}`;
      const [firing] = (moments.get(facts.id) ?? []).flatMap((moment) => evaluateRule(rule, facts, moment, clock));
      if (firing === undefined || fired.has(once)) continue;
      fired.add(once);
      due.push({ id: firingId(rule.id, facts.id, firing.occasion), rule, facts, firing });
    }
  }
  const known =
    due.length === 0
      ? new Set<string>()
      : knownFirings(
          db,
          due.map(({ id }) => id),
        );
  const next: Moments = new Map();
  for (const one of due) {
    if (known.has(one.id)) continue;
    for (const { field, from } of applyFiring(context, db, one)) add(next, one.facts, { kind: 'changed', field, from });
  }
  return next;
}

function add(moments: Moments, { id }: DealFacts, moment: RuleMoment): void {
  const own = moments.get(id);
  if (own === undefined) moments.set(id, [moment]);
  else own.push(moment);
}

const plain = (value: unknown): string | number | null =>
  typeof value === 'string' || typeof value === 'number' ? value : null;
