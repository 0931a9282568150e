import { describe, expect, it } from 'vitest';
import { allTemplates } from '#resources/templates/allTemplates.ts';
import { judgeRule, judgeRules } from '#shared/domain/automation/judgeRule.ts';
import { readRule, type Rule } from '#shared/domain/automation/readRule.ts';
import { instantiateTemplate } from '#shared/domain/processes/instantiateTemplate.ts';
import { ruleOf, worldOf } from '#tests/support/ruleFixture.ts';

const problemsOf = (more: Partial<Rule>, others: readonly Rule[] = []): string[] =>
  judgeRule(ruleOf(more), worldOf(others)).map(({ code, path }) => `${code} ${path}`);
const setField = (field: string, value: string | number | null) => ({ kind: 'setField', field, value }) as const;
const onChange = (id: string, field: string, sets: string): Rule =>
  ruleOf({ id, name: id, trigger: { kind: 'fieldChanged', field }, actions: [setField(sets, '')] });

describe('a rule that cannot work', () => {
  it('is told every reason at once, each with its place', () => {
    expect(
      problemsOf({
        name: ' ',
        processId: 'gone',
        trigger: { kind: 'stageEntered', stageKey: 'nowhere' },
        conditions: [
          { kind: 'field', field: 'secret', op: 'is', value: 1 },
          { kind: 'owner', op: 'is', memberId: 'ghost' },
          { kind: 'amount', op: 'atLeast', minor: 1.5, currency: 'yuan' },
          { kind: 'field', field: 'source', op: 'atLeast', value: 'x' },
          { kind: 'field', field: 'ownWinRate', op: 'is', value: 1.5 },
        ],
        actions: [],
      }),
    ).toEqual([
      'nameMissing name',
      'processMissing processId',
      'stageMissing trigger.stageKey',
      'unknownField conditions.0.field',
      'memberMissing conditions.1.memberId',
      'amountWrong conditions.2.minor',
      'currencyWrong conditions.2.currency',
      'notComparable conditions.3.op',
      'percentOver100 conditions.4.value',
      'noActions actions',
    ]);
  });

  it('may not set what has a rule of its own, nor a value that an edit by hand would not take', () => {
    expect(
      problemsOf({
        actions: [
          setField('stageId', 'x'),
          setField('qualificationLevel', 'A'),
          setField('ownWinRate', 1.2),
          setField('expectedClose', '2026-02-30'),
          setField('ownerId', 'ghost'),
          setField('amountMinor', -1),
          setField('nextStep', 7),
        ],
      }),
    ).toEqual([
      'unknownField actions.0.field',
      'fieldNotSettable actions.1.field',
      'percentOver100 actions.2.value',
      'valueWrong actions.3.value',
      'memberMissing actions.4.value',
      'amountWrong actions.5.value',
      'valueWrong actions.6.value',
    ]);
  });

  it.each([-1, 1.5, Number.NaN, 100_000])('has no %s days', (days) => {
    expect(problemsOf({ trigger: { kind: 'noContact', days } })).toEqual(['daysWrong trigger.days']);
    const task = {
      kind: 'createTask',
      title: '',
      taskKind: 'task',
      ownerRole: 'owner',
      deliverable: '',
      required: true,
    } as const;
    expect(problemsOf({ actions: [{ ...task, dueDays: days }] })).toEqual([
      'textMissing actions.0.title',
      'textMissing actions.0.deliverable',
      'daysWrong actions.0.dueDays',
    ]);
  });

  it('would set itself off, or a circle of rules, which is named', () => {
    expect(problemsOf({ ...onChange('a', 'source', 'source') })).toEqual(['cycle actions']);
    const others = [onChange('b', 'nextStep', 'description'), onChange('c', 'description', 'source')];
    const [problem] = judgeRule(onChange('a', 'source', 'nextStep'), worldOf(others));
    expect(problem).toEqual({ code: 'cycle', path: 'actions', rules: ['a', 'b', 'c', 'a'] });
    const amount = ruleOf({
      id: 'd',
      trigger: { kind: 'amountReached', minor: 1, currency: 'CNY' },
      actions: [setField('amountMinor', 2)],
    });
    expect(judgeRule(amount, worldOf()).map(({ code }) => code)).toEqual(['cycle']);
  });

  it('is no circle while one of its rules is switched off or sells something else', () => {
    const back = onChange('b', 'nextStep', 'source');
    expect(judgeRule(onChange('a', 'source', 'nextStep'), worldOf([back]))).toHaveLength(1);
    expect(judgeRule(onChange('a', 'source', 'nextStep'), worldOf([{ ...back, enabled: false }]))).toEqual([]);
    expect(judgeRule({ ...onChange('a', 'source', 'nextStep'), enabled: false }, worldOf([back]))).toEqual([]);
    const elsewhere = {
      ...worldOf([{ ...back, processId: 'q' }]),
      stageKeys: new Map([
        ['p', new Set<string>()],
        ['q', new Set<string>()],
      ]),
    };
    expect(judgeRule({ ...onChange('a', 'source', 'nextStep'), processId: 'p' }, elsewhere)).toEqual([]);
  });

  it('is known as such when the whole list is judged', () => {
    const rules = [ruleOf({ id: 'good' }), ruleOf({ id: 'bad', actions: [] })];
    expect([...judgeRules(worldOf(rules)).keys()]).toEqual(['bad']);
  });
});

describe('a rule’s row', () => {
  const row = {
    id: 'r',
    name: 'n',
    processId: null,
    enabled: 1,
    trigger: '{"kind":"dealCreated"}',
    conditions: '[]',
    actions: '[]',
  };

  it('is read as it was saved', () => {
    expect(readRule(row)).toMatchObject({ id: 'r', enabled: true, trigger: { kind: 'dealCreated' } });
  });

  it.each([
    ['trigger', '{"kind":"fullMoon"}'],
    ['conditions', '[{"kind":"mood","op":"is"}]'],
    ['actions', '[{"kind":"raiseRisk","text":"x"},{"kind":"launchRocket"}]'],
    ['actions', 'not json'],
  ])('with an unknown %s is not read as half a rule', (part, json) => {
    expect(readRule({ ...row, [part]: json })).toBeNull();
  });
});

describe.each(allTemplates.map((template) => [template.key, template] as const))(
  'rules of template %s',
  (_, template) => {
    it.each(['zh-CN', 'en'] as const)('can work and say everything in %s', (locale) => {
      let count = 0;
      const newId = () => `id${(count += 1)}`;
      const made = instantiateTemplate(template, { locale, productLineId: null, rank: 'a0', now: 1, newId });
      const rules = made.automationRule.map((row) => readRule(row));
      expect(rules.length).toBeGreaterThanOrEqual(5);
      const known = rules.filter((rule) => rule !== null);
      expect(known).toHaveLength(rules.length);
      const world = {
        stageKeys: new Map([[made.process[0]!.id, new Set(made.stage.map(({ key }) => key))]]),
        memberIds: new Set<string>(),
        rules: known,
      };
      expect([...judgeRules(world)]).toEqual([]);
      const exchange = known.find(({ trigger }) => trigger.kind === 'dealCreated')?.actions[0];
      expect(exchange).toMatchObject({ kind: 'createTask' });
      expect(exchange?.kind === 'createTask' && exchange.dueDays).toBeLessThanOrEqual(7);
      expect(/\p{Script=Han}/u.test(JSON.stringify(made.automationRule))).toBe(locale === 'zh-CN');
    });

    it('stand in order between this process and the next', () => {
      let count = 0;
      const newId = () => `id${(count += 1)}`;
      const { automationRule } = instantiateTemplate(template, {
        locale: 'en',
        productLineId: null,
        rank: 'a1',
        now: 1,
        newId,
      });
      const ranks = automationRule.map(({ rank }) => rank);
      expect(ranks).toEqual(ranks.toSorted((a, b) => (a < b ? -1 : 1)));
      expect(ranks.every((rank) => rank > 'a1' && rank < 'a2')).toBe(true);
    });
  },
);
