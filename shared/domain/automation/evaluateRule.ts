import { MOST_RULE_DAYS, type RuleAction, type RuleField } from '../../contract/ruleBody.ts';
import type { IsoDate } from '../../lib/time.ts';
import { conditionHolds } from './conditionHolds.ts';
import { type DealFacts, oncePerClock, type RuleClock, type RuleMoment } from './dealFacts.ts';
import { occasionsOf } from './occasions.ts';
import type { Rule } from './readRule.ts';

/** What an action comes to for one deal at one moment; `index` is its place in the rule. */
export type PlannedAction = { readonly index: number } & (
  | {
      readonly kind: 'createTask';
      readonly title: string;
      readonly taskKind: string;
      readonly ownerId: string | null;
      readonly dueDate: IsoDate;
      readonly deliverable: string;
      readonly required: boolean;
    }
  /** `memberId` is null where the deal has no owner, or the owner no manager: nobody can be told. */
  | { readonly kind: 'remind' | 'notifyManager'; readonly memberId: string | null; readonly text: string }
  | {
      readonly kind: 'setField';
      readonly field: RuleField;
      readonly from: string | number | null;
      readonly value: string | number | null;
    }
  | { readonly kind: 'raiseRisk'; readonly text: string }
);

/** A rule that is met: on what, and what follows. */
export interface RuleFiring {
  readonly occasion: string;
  readonly actions: readonly PlannedAction[];
}

/**
 * What a rule does for a deal at a moment: nothing, or its actions once per occasion. The dry run and the real run both
 * call this, so that what is shown is what happens. Only open deals of the rule's process are acted on.
 */
export function evaluateRule(rule: Rule, facts: DealFacts, moment: RuleMoment, clock: RuleClock): RuleFiring[] {
  if (facts.status !== 'open') return [];
  if (rule.processId !== null && rule.processId !== facts.processId) return [];
  const occasions = occasionsOf(rule.trigger, facts, moment, clock);
  if (occasions.length === 0) return [];
  if (!rule.conditions.every((condition) => conditionHolds(condition, facts, clock))) return [];
  const actions = rule.actions.map((action, index) => plan(action, index, facts, clock));
  return occasions.map((occasion) => ({ occasion, actions }));
}

function plan(action: RuleAction, index: number, facts: DealFacts, clock: RuleClock): PlannedAction {
  const owner = typeof facts.fields.ownerId === 'string' ? facts.fields.ownerId : null;
  switch (action.kind) {
    case 'createTask':
      return {
        index,
        kind: action.kind,
        title: action.title,
        taskKind: action.taskKind,
        ownerId: action.ownerRole === 'manager' ? (facts.managerId ?? owner) : owner,
        dueDate: dueDay(action.dueDays, clock),
        deliverable: action.deliverable,
        required: action.required,
      };
    case 'remind':
      return {
        index,
        kind: action.kind,
        memberId: action.who === 'owner' ? owner : facts.managerId,
        text: action.text,
      };
    case 'notifyManager':
      return { index, kind: action.kind, memberId: facts.managerId, text: action.text };
    case 'setField': {
      const field = action.field as RuleField;
      return { index, kind: action.kind, field, from: facts.fields[field], value: action.value };
    }
    case 'raiseRisk':
      break;
  }
  return { index, kind: action.kind, text: action.text };
}

/** Today plus so many working days; 0 is today, or the next working day. */
function dueDay(days: number, clock: RuleClock): IsoDate {
  const { calendar, today } = clock;
  return oncePerClock(clock, `due ${days}`, () =>
    days <= 0 ? calendar.rollForward(today) : calendar.addWorkingDays(today, Math.min(days, MOST_RULE_DAYS)),
  );
}
