import type { RuleBody } from '#shared/contract/ruleBody.ts';
import type { DealFacts, RuleClock } from '#shared/domain/automation/dealFacts.ts';
import type { RuleWorld } from '#shared/domain/automation/judgeRule.ts';
import type { Rule } from '#shared/domain/automation/readRule.ts';
import { chinaHolidays } from '#resources/holidays/chinaHolidays.ts';
import { createWorkCalendar } from '#shared/lib/calendar.ts';
import { isoDate } from '#shared/lib/time.ts';

/** Wednesday 30 September 2026, 10:00 in Shanghai: the day before the National Day holiday. */
export const RULE_NOW = Date.UTC(2026, 8, 30, 2);
const DAY = 86_400_000;
const calendar = createWorkCalendar('Asia/Shanghai', chinaHolidays);

/** The clock of rules at an instant. */
export const ruleClockAt = (now = RULE_NOW): RuleClock => ({ now, today: calendar.dayOf(now), calendar });

/** An open deal in its first stage since two days, with nothing special about it. */
export function factsOf(
  more: Partial<Omit<DealFacts, 'fields'>> = {},
  fields: Partial<DealFacts['fields']> = {},
): DealFacts {
  return {
    id: 'deal',
    processId: 'p',
    status: 'open',
    stageId: 's1',
    stageKey: 'verify',
    stageClass: 'verify',
    stageEnteredAt: RULE_NOW - 2 * DAY,
    allowedDays: 10,
    createdAt: RULE_NOW - 2 * DAY,
    managerId: 'boss',
    coverage: new Map(),
    zone: null,
    lastContactAt: null,
    overdueTasks: [],
    ...more,
    fields: {
      name: '商机',
      ownerId: 'seller',
      accountId: 'a',
      primaryContactId: null,
      amountMinor: 100_000_000,
      currency: 'CNY',
      ownWinRate: null,
      expectedClose: null,
      forecastCategory: '',
      nextStep: '',
      description: '',
      source: '',
      qualificationLevel: '',
      ...fields,
    },
  };
}

/** A rule that raises a risk when a deal is created, unless told otherwise. */
export const ruleOf = (more: Partial<Rule> = {}): Rule => ({
  id: 'rule',
  name: '规则',
  processId: null,
  enabled: true,
  trigger: { kind: 'dealCreated' },
  conditions: [],
  actions: [{ kind: 'raiseRisk', text: '风险' }],
  ...more,
});

/** A world with one process of two stages and two people. */
export const worldOf = (rules: readonly Rule[] = []): RuleWorld => ({
  stageKeys: new Map([['p', new Set(['verify', 'engage'])]]),
  memberIds: new Set(['seller', 'boss']),
  rules,
});

/** A rule as the contract takes it. */
export const bodyOf = (more: Partial<RuleBody> = {}): RuleBody => {
  const { id: _, ...body } = ruleOf(more);
  return body;
};

export const dayOf = isoDate;
