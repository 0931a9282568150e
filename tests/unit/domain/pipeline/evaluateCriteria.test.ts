import { describe, expect, it } from 'vitest';
import type { CriterionFacts } from '#shared/domain/pipeline/criterion.ts';
import { evaluateCriteria } from '#shared/domain/pipeline/evaluateCriteria.ts';

const DAY = 86_400_000;
const nothing: CriterionFacts = {
  fields: {},
  proofs: new Map(),
  lastActivity: new Map(),
  roleCoverage: new Map(),
  doneStageTasks: new Set(),
  deliveredStageTasks: new Set(),
  stageTasks: new Map(),
  c139: null,
  now: 100 * DAY,
};

const met = (kind: string, params: unknown, facts: Partial<CriterionFacts>): boolean | undefined =>
  evaluateCriteria([{ id: 'k', gate: 'exit', kind, text: '', params: JSON.stringify(params), enforcement: 'block' }], {
    ...nothing,
    ...facts,
  })[0]?.met;
const proof = (byRole: string) => ({
  proofs: new Map([['k', { note: 'signed copy in the archive', at: 1, byName: '王伟', byRole }]]),
});

const level = (qualificationLevel: string) => ({ fields: { qualificationLevel } });

describe('when a criterion is met', () => {
  it('evidence: when somebody stated the proof', () => {
    expect(met('evidence', {}, {})).toBe(false);
    expect(met('evidence', {}, proof('seller'))).toBe(true);
  });

  it('fieldFilled: when the field holds something, own fields of the team included', () => {
    expect(met('fieldFilled', { field: 'amountMinor' }, { fields: { amountMinor: null } })).toBe(false);
    expect(met('fieldFilled', { field: 'amountMinor' }, { fields: { amountMinor: 0 } })).toBe(true);
    expect(met('fieldFilled', { field: 'nextStep' }, { fields: { nextStep: '  ' } })).toBe(false);
    expect(met('fieldFilled', { field: 'custom.budget' }, { fields: { 'custom.budget': '200万' } })).toBe(true);
    expect(met('fieldFilled', { field: 'noSuchField' }, {})).toBe(false);
  });

  it('activityWithin: when the newest activity of that kind is not older than the days', () => {
    const lastActivity = new Map([['visit', 90 * DAY]]);
    expect(met('activityWithin', { kind: 'visit', days: 10 }, { lastActivity })).toBe(true);
    expect(met('activityWithin', { kind: 'visit', days: 9 }, { lastActivity })).toBe(false);
    expect(met('activityWithin', { kind: 'call', days: 99 }, { lastActivity })).toBe(false);
    expect(met('activityWithin', { kind: ['call', 'visit'], days: 10 }, { lastActivity })).toBe(true);
    expect(met('activityWithin', { days: 10 }, { lastActivity })).toBe(true);
  });

  it('roleCovered: when somebody in that role is covered well enough', () => {
    const roleCoverage = new Map([['decider', 'brief']]);
    expect(met('roleCovered', { role: 'decider' }, { roleCoverage })).toBe(true);
    expect(met('roleCovered', { role: 'decider', coverage: 'multiple' }, { roleCoverage })).toBe(false);
    expect(met('roleCovered', { role: 'approver' }, { roleCoverage })).toBe(false);
    expect(met('roleCovered', { role: 'decider' }, { roleCoverage: new Map([['decider', 'none']]) })).toBe(false);
  });

  it('taskDone and deliverable: by the stage’s task, a deliverable also by a person’s note on where it lies', () => {
    expect(met('taskDone', { stageTaskId: 't' }, { doneStageTasks: new Set(['t']) })).toBe(true);
    expect(met('taskDone', { stageTaskId: 't' }, { deliveredStageTasks: new Set(['t']) })).toBe(false);
    expect(met('deliverable', { stageTaskId: 't' }, { deliveredStageTasks: new Set(['t']) })).toBe(true);
    expect(met('deliverable', { stageTaskId: 't' }, { doneStageTasks: new Set(['t']) })).toBe(false);
    expect(met('deliverable', { stageTaskId: 't' }, proof('seller'))).toBe(true);
  });

  it('qualification: at that level or better', () => {
    expect(met('qualification', { level: 'B' }, level('A'))).toBe(true);
    expect(met('qualification', { level: 'B' }, level('B'))).toBe(true);
    expect(met('qualification', { level: 'B' }, level('C'))).toBe(false);
    expect(met('qualification', { level: 'B' }, level(''))).toBe(false);
  });

  it('c139: when every count is reached', () => {
    const c139 = { wins: 0, firsts: 2, clears: 6 };
    expect(met('c139', { minClears: 6 }, { c139 })).toBe(true);
    expect(met('c139', { minClears: 6, minWins: 1 }, { c139 })).toBe(false);
    expect(met('c139', { minClears: 0 }, {})).toBe(false);
  });

  it('signOff: only when the proof comes from somebody who may sign', () => {
    expect(met('signOff', {}, proof('seller'))).toBe(false);
    expect(met('signOff', {}, proof('manager'))).toBe(true);
    expect(met('signOff', {}, proof('admin'))).toBe(true);
    expect(met('signOff', { role: 'coach' }, proof('coach'))).toBe(true);
    expect(met('signOff', { role: 'coach' }, proof('manager'))).toBe(false);
  });

  it('stays unmet when its parameters cannot be read, however much is known about the deal', () => {
    const everything: CriterionFacts = {
      ...nothing,
      fields: { '': 'x', qualificationLevel: 'A' },
      lastActivity: new Map([['visit', nothing.now]]),
      roleCoverage: new Map([['decider', 'deep']]),
      doneStageTasks: new Set(['t']),
      c139: { wins: 1, firsts: 3, clears: 9 },
    };
    for (const kind of ['fieldFilled', 'taskDone', 'activityWithin', 'roleCovered', 'c139', 'qualification'])
      for (const params of ['{broken', '[]', 'null', '{"days":"10"}'])
        expect(
          evaluateCriteria([{ id: 'k', gate: 'exit', kind, text: '', params, enforcement: 'warn' }], everything)[0]
            ?.met,
        ).toBe(false);
  });
});

it('shows the proof beside the criterion, and the field that would meet it', () => {
  const items = evaluateCriteria(
    [
      { id: 'k', gate: 'exit', kind: 'evidence', text: '已立项', params: '{}', enforcement: 'block' },
      {
        id: 'f',
        gate: 'entry',
        kind: 'fieldFilled',
        text: '预算',
        params: '{"field":"amountMinor"}',
        enforcement: 'warn',
      },
    ],
    { ...nothing, ...proof('seller') },
  );
  expect(items[0]?.evidence).toEqual({ note: 'signed copy in the archive', at: 1, byName: '王伟' });
  expect(items[1]).toMatchObject({
    gate: 'entry',
    field: 'amountMinor',
    enforcement: 'warn',
    met: false,
    evidence: null,
  });
});
