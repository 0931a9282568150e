import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { automationContract, riskContract } from '#shared/contract/automation.contract.ts';
import { changesContract } from '#shared/contract/changes.contract.ts';
import { opportunityContract } from '#shared/contract/opportunity.contract.ts';
import { workspaceContract } from '#shared/contract/workspace.contract.ts';
import { bodyOf } from '#tests/support/ruleFixture.ts';
import { startTestCore, type TestCore } from '#tests/support/testCore.ts';

const NOW = Date.UTC(2026, 8, 30, 2);
let core: TestCore;

beforeEach(async () => {
  core = await startTestCore({ now: NOW });
  await core.must(workspaceContract.create, { name: '规则', kind: 'empty', locale: 'zh-CN' });
});
afterEach(() => core.end());

const list = () => core.must(automationContract.list, {});
const names = async (): Promise<string[]> => (await list()).map(({ name }) => name);
const undo = (answer: { ok: boolean; transaction?: number }) =>
  core.must(changesContract.undo, { seq: answer.transaction ?? 0 });
const newDeal = async (name: string, amountMinor?: number): Promise<string> =>
  (
    await core.must(opportunityContract.create, {
      name,
      account: { name: '华信医院' },
      ...(amountMinor ? { amountMinor } : {}),
    })
  ).card.id;

/** Waits for one field and sets another. */
const step = (name: string, field: string, sets: string) =>
  bodyOf({
    name,
    trigger: { kind: 'fieldChanged', field },
    actions: [{ kind: 'setField', field: sets, value: '' }],
  });

describe('rules', () => {
  test('of a new workspace are those of its process, in order, all of them working', async () => {
    const rules = await list();
    expect(rules.length).toBeGreaterThanOrEqual(5);
    expect(rules[0]).toMatchObject({
      name: '创建后7个工作日内技术交流',
      enabled: true,
      problems: [],
      lastFiredAt: null,
    });
    expect(rules.every(({ problems, body }) => problems.length === 0 && body !== null)).toBe(true);
  });

  test('are saved, changed, put in another order and removed, each with its undo', async () => {
    const before = await names();
    const { id } = await core.must(automationContract.save, bodyOf({ name: '新的' }));
    expect(await names()).toEqual([...before, '新的']);
    await core.must(automationContract.save, { ...bodyOf({ name: '改名' }), id });
    expect((await names()).at(-1)).toBe('改名');
    const moved = await core.call(automationContract.reorder, { id, afterId: null });
    expect((await names())[0]).toBe('改名');
    await undo(moved);
    expect((await names()).at(-1)).toBe('改名');
    const first = (await list())[0]!.id;
    await core.must(automationContract.reorder, { id, afterId: first });
    expect((await names())[1]).toBe('改名');
    const removed = await core.call(automationContract.remove, { id });
    expect(await names()).toEqual(before);
    await undo(removed);
    expect(await names()).toContain('改名');
  });

  test('that cannot work are refused with every reason, and nothing is saved', async () => {
    const before = await list();
    const answer = await core.call(automationContract.save, {
      ...bodyOf({ trigger: { kind: 'noContact', days: 0 }, actions: [] }),
      id: before[0]!.id,
      name: '',
    });
    expect(answer).toMatchObject({
      ok: false,
      error: {
        type: 'ruleProblems',
        problems: [
          { code: 'nameMissing', path: 'name' },
          { code: 'daysWrong', path: 'trigger.days' },
          { code: 'noActions', path: 'actions' },
        ],
      },
    });
    expect(await list()).toEqual(before);
  });

  test('that would be a circle are refused with the names, also when a switch would close it', async () => {
    await core.must(automationContract.save, step('甲', 'source', 'nextStep'));
    const refused = await core.call(automationContract.save, step('乙', 'nextStep', 'source'));
    expect(refused).toMatchObject({ error: { problems: [{ code: 'cycle', rules: ['乙', '甲', '乙'] }] } });
    const off = await core.must(automationContract.save, { ...step('乙', 'nextStep', 'source'), enabled: false });
    const switched = await core.call(automationContract.setEnabled, { id: off.id, enabled: true });
    expect(switched).toMatchObject({ error: { type: 'ruleProblems', problems: [{ code: 'cycle' }] } });
    expect((await list()).find(({ id }) => id === off.id)?.enabled).toBe(false);
  });

  test('that are not there, or were put beside one that is not there, are told as not found', async () => {
    const { id } = (await list())[0]!;
    for (const answer of [
      await core.call(automationContract.save, { ...bodyOf(), id: 'nobody' }),
      await core.call(automationContract.setEnabled, { id: 'nobody', enabled: true }),
      await core.call(automationContract.reorder, { id: 'nobody', afterId: null }),
      await core.call(automationContract.reorder, { id, afterId: 'nobody' }),
      await core.call(automationContract.remove, { id: 'nobody' }),
    ])
      expect(answer).toMatchObject({ ok: false, error: { type: 'notFound' } });
  });

  test('tell when they fired last and on what', async () => {
    const deal = await newDeal('影像中心');
    const rule = (await list())[0]!;
    expect(rule).toMatchObject({ lastFiredAt: NOW, firedRecently: 1 });
    const firings = await core.must(automationContract.firings, { ruleId: rule.id });
    expect(firings).toMatchObject([{ opportunity: { id: deal, name: '影像中心' }, at: NOW }]);
  });
});

describe('risks of a deal', () => {
  test('are raised by a person and cleared with a note, each with its undo', async () => {
    const opportunityId = await newDeal('影像中心');
    const of = () => core.must(riskContract.ofDeal, { opportunityId });
    const { id } = await core.must(riskContract.raise, { opportunityId, text: '预算未落实' });
    expect(await of()).toMatchObject([{ id, text: '预算未落实', rule: null, raisedByName: '我', cleared: null }]);
    core.setNow(NOW + 1000);
    const cleared = await core.call(riskContract.clear, { id, note: '预算已批' });
    expect(await of()).toMatchObject([{ cleared: { at: NOW + 1000, byName: '我', note: '预算已批' } }]);
    expect(await core.call(riskContract.clear, { id, note: '再来' })).toMatchObject({
      error: { type: 'alreadyCleared' },
    });
    await undo(cleared);
    expect(await of()).toMatchObject([{ cleared: null }]);
  });

  test('need a deal, a text and a reason', async () => {
    const opportunityId = await newDeal('影像中心');
    const { id } = await core.must(riskContract.raise, { opportunityId, text: '预算未落实' });
    for (const [answer, type] of [
      [await core.call(riskContract.raise, { opportunityId: 'nobody', text: 'x' }), 'notFound'],
      [await core.call(riskContract.raise, { opportunityId, text: '  ' }), 'invalidInput'],
      [await core.call(riskContract.clear, { id, note: '' }), 'invalidInput'],
      [await core.call(riskContract.clear, { id: 'nobody', note: 'x' }), 'notFound'],
      [await core.call(riskContract.ofDeal, { opportunityId: 'nobody' }), 'notFound'],
    ] as const)
      expect(answer).toMatchObject({ ok: false, error: { type } });
  });
});

test('the command line sets off rules like every other door', async () => {
  const answer = await core.core.invoke(
    'opportunity.create',
    { name: '来自命令行', account: { name: '华信医院' } },
    { door: 'cli' },
  );
  const id = answer.ok ? (answer.value as { card: { id: string } }).card.id : '';
  expect(await core.must(automationContract.firings, { opportunityId: id })).toHaveLength(1);
});
