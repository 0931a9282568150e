import { describe, expect, it } from 'vitest';
import type { RuleCondition, RuleTrigger } from '#shared/contract/ruleBody.ts';
import type { DealFacts, RuleMoment } from '#shared/domain/automation/dealFacts.ts';
import { evaluateRule } from '#shared/domain/automation/evaluateRule.ts';
import { dayOf, factsOf, RULE_NOW, ruleClockAt, ruleOf } from '#tests/support/ruleFixture.ts';

const DAY = 86_400_000;
const occasions = (trigger: RuleTrigger, facts: DealFacts, moment: RuleMoment): string[] =>
  evaluateRule(ruleOf({ trigger }), facts, moment, ruleClockAt()).map(({ occasion }) => occasion);
const holds = (condition: RuleCondition, facts: DealFacts): boolean =>
  evaluateRule(ruleOf({ conditions: [condition] }), facts, { kind: 'created' }, ruleClockAt()).length > 0;

const from = (before: number | null): RuleMoment => ({ kind: 'changed', field: 'amountMinor', from: before });

describe('triggers', () => {
  it('fire on their own event and on no other', () => {
    expect(occasions({ kind: 'dealCreated' }, factsOf(), { kind: 'created' })).toEqual(['created']);
    expect(occasions({ kind: 'dealCreated' }, factsOf(), { kind: 'entered' })).toEqual([]);
    expect(occasions({ kind: 'dealCreated' }, factsOf(), { kind: 'tick' })).toEqual([]);
    const changed = { kind: 'changed', field: 'nextStep', from: '' } as const;
    expect(occasions({ kind: 'fieldChanged', field: 'nextStep' }, factsOf(), changed)).toHaveLength(1);
    expect(occasions({ kind: 'fieldChanged', field: 'source' }, factsOf(), changed)).toEqual([]);
  });

  it('meet a stage by its key, each visit once', () => {
    const entered = { kind: 'entered' } as const;
    const first = occasions({ kind: 'stageEntered', stageKey: 'verify' }, factsOf(), entered);
    const later = occasions(
      { kind: 'stageEntered', stageKey: 'verify' },
      factsOf({ stageEnteredAt: RULE_NOW }),
      entered,
    );
    expect(first).toHaveLength(1);
    expect(later).not.toEqual(first);
    expect(occasions({ kind: 'stageEntered', stageKey: 'engage' }, factsOf(), entered)).toEqual([]);
    expect(occasions({ kind: 'stageEntered', stageKey: null }, factsOf(), entered)).toEqual(first);
  });

  it('meet an amount when it is reached from below or from the start, in their own currency', () => {
    const trigger = { kind: 'amountReached', minor: 100_000_000, currency: 'CNY' } as const;
    expect(occasions(trigger, factsOf(), { kind: 'created' })).toHaveLength(1);
    expect(occasions(trigger, factsOf(), from(99_999_999))).toHaveLength(1);
    expect(occasions(trigger, factsOf(), from(null))).toHaveLength(1);
    expect(occasions(trigger, factsOf(), from(100_000_000))).toEqual([]);
    expect(occasions(trigger, factsOf({}, { currency: 'USD' }), { kind: 'created' })).toEqual([]);
    expect(occasions(trigger, factsOf({}, { amountMinor: null }), { kind: 'created' })).toEqual([]);
  });

  it('miss a role from the wanted business day in stage on, unless a person holds it', () => {
    const trigger = { kind: 'roleMissing', role: 'decider', afterDays: 2 } as const;
    expect(occasions(trigger, factsOf(), { kind: 'tick' })).toHaveLength(1);
    expect(occasions({ ...trigger, afterDays: 3 }, factsOf(), { kind: 'tick' })).toEqual([]);
    const known = factsOf({ coverage: new Map([['decider', 'unknown']]) });
    expect(occasions(trigger, known, { kind: 'tick' })).toEqual([]);
  });

  it('see a close date coming, and a moved one again', () => {
    const trigger = { kind: 'dateNear', field: 'expectedClose', daysBefore: 7 } as const;
    const on = (day: string | null): string[] =>
      occasions(trigger, factsOf({}, { expectedClose: day }), { kind: 'tick' });
    expect(on('2026-10-07')).toHaveLength(1);
    expect(on('2026-10-08')).toEqual([]);
    expect(on('2026-09-29')).toEqual([]);
    expect(on(null)).toEqual([]);
    expect(on('2026-10-06')).not.toEqual(on('2026-10-07'));
  });

  it('hear silence since the last contact, or since the deal was created', () => {
    const trigger = { kind: 'noContact', days: 14 } as const;
    const silent = (days: number): string[] =>
      occasions(trigger, factsOf({ lastContactAt: RULE_NOW - days * DAY }), { kind: 'tick' });
    expect(silent(14)).toHaveLength(1);
    expect(silent(13)).toEqual([]);
    expect(occasions(trigger, factsOf({ createdAt: RULE_NOW - 20 * DAY }), { kind: 'tick' })).toHaveLength(1);
  });

  it('count business days over the stage limit and after a task was due', () => {
    const since = factsOf({ stageEnteredAt: RULE_NOW - 14 * DAY, allowedDays: 5 });
    // Sixteenth to thirtieth of September 2026: 10 working days, with the worked Sunday and the free Friday.
    expect(occasions({ kind: 'stageOverdue', days: 5 }, since, { kind: 'tick' })).toHaveLength(1);
    expect(occasions({ kind: 'stageOverdue', days: 6 }, since, { kind: 'tick' })).toEqual([]);
    expect(occasions({ kind: 'stageOverdue', days: 0 }, factsOf({ allowedDays: null }), { kind: 'tick' })).toEqual([]);
    const late = factsOf({
      overdueTasks: [
        { id: 't1', dueDate: dayOf('2026-09-28') },
        { id: 't2', dueDate: dayOf('2026-09-29') },
      ],
    });
    expect(occasions({ kind: 'taskOverdue', days: 2 }, late, { kind: 'tick' })).toEqual(['task:t1:2026-09-28:2']);
    expect(occasions({ kind: 'taskOverdue', days: 1 }, late, { kind: 'tick' })).toHaveLength(2);
  });
});

describe('conditions', () => {
  it('compare fields; what is empty is neither more nor less', () => {
    const rate = factsOf({}, { ownWinRate: 0.6 });
    const condition = { kind: 'field', field: 'ownWinRate', op: 'atLeast', value: 0.6 } as const;
    expect(holds(condition, rate)).toBe(true);
    expect(holds({ ...condition, op: 'atMost', value: 0.5 }, rate)).toBe(false);
    expect(holds(condition, factsOf())).toBe(false);
    expect(holds({ ...condition, op: 'empty' }, factsOf())).toBe(true);
    expect(holds({ kind: 'field', field: 'expectedClose', op: 'atMost', value: '2026-12-31' }, factsOf())).toBe(false);
  });

  it('know stage, class, owner, source, zone, coverage, level, amount and age', () => {
    const facts = factsOf(
      { zone: 'shaking', coverage: new Map([['decider', 'brief']]), createdAt: RULE_NOW - 30 * DAY },
      { qualificationLevel: 'B', source: '展会' },
    );
    expect(holds({ kind: 'stage', op: 'is', stageKey: 'verify' }, facts)).toBe(true);
    expect(holds({ kind: 'stageClass', op: 'isNot', stageClass: 'verify' }, facts)).toBe(false);
    expect(holds({ kind: 'owner', op: 'is', memberId: 'seller' }, facts)).toBe(true);
    expect(holds({ kind: 'source', op: 'isNot', source: '展会' }, facts)).toBe(false);
    expect(holds({ kind: 'c139Zone', op: 'isNot', zone: 'win' }, facts)).toBe(true);
    expect(holds({ kind: 'coverage', role: 'decider', op: 'atLeast', coverage: 'brief' }, facts)).toBe(true);
    expect(holds({ kind: 'coverage', role: 'user', op: 'below', coverage: 'brief' }, facts)).toBe(true);
    expect(holds({ kind: 'qualification', op: 'atLeast', level: 'C' }, facts)).toBe(true);
    expect(holds({ kind: 'qualification', op: 'below', level: 'A' }, facts)).toBe(true);
    expect(holds({ kind: 'qualification', op: 'atLeast', level: 'A' }, facts)).toBe(false);
    expect(holds({ kind: 'amount', op: 'below', minor: 100_000_001, currency: 'CNY' }, facts)).toBe(true);
    expect(holds({ kind: 'amount', op: 'atLeast', minor: 1, currency: 'USD' }, facts)).toBe(false);
    expect(holds({ kind: 'age', op: 'atLeast', days: 30 }, facts)).toBe(true);
    expect(holds({ kind: 'age', op: 'below', days: 30 }, facts)).toBe(false);
  });

  it('must all hold, and only open deals of the rule’s process are met', () => {
    const rule = ruleOf({
      conditions: [
        { kind: 'stage', op: 'is', stageKey: 'verify' },
        { kind: 'stage', op: 'is', stageKey: 'engage' },
      ],
    });
    const created = { kind: 'created' } as const;
    expect(evaluateRule(rule, factsOf(), created, ruleClockAt())).toEqual([]);
    expect(evaluateRule(ruleOf({ processId: 'other' }), factsOf(), created, ruleClockAt())).toEqual([]);
    expect(evaluateRule(ruleOf(), factsOf({ status: 'paused' }), created, ruleClockAt())).toEqual([]);
  });
});

describe('actions', () => {
  it('date a task in working days across the National Day holiday and give it to whom it belongs', () => {
    const task = {
      kind: 'createTask',
      title: '技术交流',
      taskKind: 'meeting',
      deliverable: '',
      required: false,
    } as const;
    const rule = ruleOf({
      actions: [
        { ...task, ownerRole: 'owner', dueDays: 7 },
        { ...task, ownerRole: 'manager', dueDays: 0 },
        { ...task, ownerRole: 'presales', dueDays: 1 },
      ],
    });
    const [firing] = evaluateRule(rule, factsOf(), { kind: 'created' }, ruleClockAt());
    expect(firing?.actions).toMatchObject([
      // The eighth to the tenth (a worked Saturday), then the twelfth to the fifteenth.
      { index: 0, dueDate: '2026-10-15', ownerId: 'seller' },
      { index: 1, dueDate: '2026-09-30', ownerId: 'boss' },
      { index: 2, dueDate: '2026-10-08', ownerId: 'seller' },
    ]);
  });

  it('say whom they would tell, and nobody where the owner has no manager', () => {
    const rule = ruleOf({
      actions: [
        { kind: 'remind', who: 'owner', text: '提醒' },
        { kind: 'remind', who: 'manager', text: '提醒' },
        { kind: 'notifyManager', text: '告知' },
      ],
    });
    const told = (facts: DealFacts) =>
      evaluateRule(rule, facts, { kind: 'created' }, ruleClockAt())[0]?.actions.map((action) =>
        'memberId' in action ? action.memberId : '?',
      );
    expect(told(factsOf())).toEqual(['seller', 'boss', 'boss']);
    expect(told(factsOf({ managerId: null }))).toEqual(['seller', null, null]);
  });

  it('bear days that no editor would take, as another program may have written them', () => {
    const task = { kind: 'createTask', title: 'x', taskKind: 'task', deliverable: '', required: false } as const;
    const rule = ruleOf({
      trigger: { kind: 'noContact', days: 1e12 },
      actions: [{ ...task, ownerRole: 'owner', dueDays: 1e12 }],
    });
    expect(evaluateRule(rule, factsOf(), { kind: 'tick' }, ruleClockAt())).toEqual([]);
    const created = ruleOf({ actions: rule.actions });
    const [firing] = evaluateRule(created, factsOf(), { kind: 'created' }, ruleClockAt());
    expect(firing?.actions).toMatchObject([{ dueDate: expect.stringMatching(/^20[34]\d-/u) }]);
  });
});
