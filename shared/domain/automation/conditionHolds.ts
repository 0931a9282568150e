import { coverageSchema } from '../../contract/powerMap.contract.ts';
import type { RuleCondition, RuleField } from '../../contract/ruleBody.ts';
import { daysBetween } from '../../i18n/formatDate.ts';
import type { DealFacts, RuleClock } from './dealFacts.ts';

const COVERAGE: readonly string[] = coverageSchema.options;
const LEVELS = ['', 'C', 'B', 'A'];

/** Whether a deal fits one condition. What is unknown fits no comparison, neither `atLeast` nor `below` an amount. */
export function conditionHolds(condition: RuleCondition, facts: DealFacts, clock: RuleClock): boolean {
  switch (condition.kind) {
    case 'field':
      return fieldHolds(condition, facts.fields[condition.field as RuleField] ?? null);
    case 'stage':
      return (facts.stageKey === condition.stageKey) === (condition.op === 'is');
    case 'stageClass':
      return (facts.stageClass === condition.stageClass) === (condition.op === 'is');
    case 'owner':
      return (facts.fields.ownerId === condition.memberId) === (condition.op === 'is');
    case 'source':
      return (facts.fields.source === condition.source) === (condition.op === 'is');
    case 'c139Zone':
      return (facts.zone === condition.zone) === (condition.op === 'is');
    case 'amount': {
      const amount = facts.fields.amountMinor;
      if (typeof amount !== 'number' || facts.fields.currency !== condition.currency) return false;
      return compare(condition.op, amount, condition.minor);
    }
    case 'qualification':
      return compare(
        condition.op,
        LEVELS.indexOf(String(facts.fields.qualificationLevel ?? '')),
        LEVELS.indexOf(condition.level),
      );
    case 'coverage':
      return compare(
        condition.op,
        COVERAGE.indexOf(facts.coverage.get(condition.role) ?? 'unknown'),
        COVERAGE.indexOf(condition.coverage),
      );
    case 'age':
      break;
  }
  return compare(condition.op, daysBetween(clock.calendar.dayOf(facts.createdAt), clock.today), condition.days);
}

const compare = (op: 'atLeast' | 'below', value: number, limit: number): boolean =>
  op === 'atLeast' ? value >= limit : value < limit;

function fieldHolds(
  { op, value: wanted }: Extract<RuleCondition, { kind: 'field' }>,
  value: string | number | null,
): boolean {
  const filled = value !== null && value !== '';
  switch (op) {
    case 'filled':
      return filled;
    case 'empty':
      return !filled;
    case 'is':
      return value === wanted;
    case 'isNot':
      return value !== wanted;
    case 'atLeast':
      return filled && wanted !== null && typeof value === typeof wanted && value >= wanted;
    case 'atMost':
      break;
  }
  return filled && wanted !== null && typeof value === typeof wanted && value <= wanted;
}
