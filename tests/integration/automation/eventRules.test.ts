import { afterEach, beforeEach, expect, test } from 'vitest';
import { automationContract, riskContract } from '#shared/contract/automation.contract.ts';
import { changesContract } from '#shared/contract/changes.contract.ts';
import { opportunityContract, taskContract } from '#shared/contract/opportunity.contract.ts';
import { pipelineContract, type Process } from '#shared/contract/pipeline.contract.ts';
import type { RuleBody } from '#shared/contract/ruleBody.ts';
import { settingsContract } from '#shared/contract/settings.contract.ts';
import { workspaceContract } from '#shared/contract/workspace.contract.ts';
import { bodyOf } from '#tests/support/ruleFixture.ts';
import { startTestCore, type TestCore } from '#tests/support/testCore.ts';

// Wednesday before the National Day holiday, 10:00 in Shanghai.
const NOW = Date.UTC(2026, 8, 30, 2);
let core: TestCore;
let process: Process;

beforeEach(async () => {
  core = await startTestCore({ now: NOW });
  await core.must(workspaceContract.create, { name: '规则', kind: 'empty', locale: 'zh-CN' });
  process = (await core.must(pipelineContract.processes, {}))[0]!;
});
afterEach(() => core.end());

/** Only the rules of the test act. */
async function only(...bodies: Partial<RuleBody>[]): Promise<string[]> {
  for (const { id } of await core.must(automationContract.list, {})) await core.must(automationContract.remove, { id });
  const ids: string[] = [];
  for (const body of bodies) ids.push((await core.must(automationContract.save, bodyOf(body))).id);
  return ids;
}

const newDeal = async (name = '新商机', more: { amountMinor?: number } = {}): Promise<string> =>
  (await core.must(opportunityContract.create, { name, account: { name: '华信医院' }, ...more })).card.id;
const stage = (key: string): string => process.stages.find((known) => known.key === key)!.id;
const risksOf = async (opportunityId: string): Promise<string[]> =>
  (await core.must(riskContract.ofDeal, { opportunityId })).map(({ text }) => text);
const firingsOf = async (opportunityId: string): Promise<string[]> =>
  (await core.must(automationContract.firings, { opportunityId })).map(({ rule }) => rule.name);
const setFields = (id: string, fields: object) => core.call(opportunityContract.update, { id, fields });
const undo = (answer: { ok: boolean; transaction?: number }) =>
  core.must(changesContract.undo, { seq: answer.transaction ?? 0 });

test('the shipped rule gives a new deal its technical exchange seven working days later, across the holiday', async () => {
  const created = await core.call(opportunityContract.create, { name: '影像中心', account: { name: '华信医院' } });
  const id = created.ok ? created.value.card.id : '';
  const tasks = await core.must(taskContract.ofOpportunity, { opportunityId: id });
  const exchange = tasks.filter(({ title }) => title === '技术交流');
  expect(exchange).toMatchObject([{ dueDate: '2026-10-15', kind: 'meeting', deliverable: '交流纪要' }]);
  expect(await firingsOf(id)).toEqual(['创建后7个工作日内技术交流']);
  // One undo takes back the deal, its tasks, and that a rule has fired.
  await core.must(changesContract.undo, { seq: created.ok ? (created.transaction ?? 0) : 0 });
  expect(await firingsOf(id)).toEqual([]);
  expect(await core.call(taskContract.ofOpportunity, { opportunityId: id })).toMatchObject({ ok: false });
});

test('each visit of a stage fires once, from one move and from many', async () => {
  await only({
    name: '进交流',
    trigger: { kind: 'stageEntered', stageKey: 'engage' },
    actions: [{ kind: 'raiseRisk', text: '带上方案' }],
  });
  const [one, two] = [await newDeal('一', { amountMinor: 1 }), await newDeal('二', { amountMinor: 1 })];
  const moved = await core.call(pipelineContract.move, {
    opportunityId: one,
    toStageId: stage('engage'),
    reason: '已谈过',
  });
  expect(moved.ok).toBe(true);
  expect(await risksOf(one)).toEqual(['带上方案']);
  await undo(moved);
  expect(await risksOf(one)).toEqual([]);
  core.setNow(NOW + 1000);
  const many = await core.must(pipelineContract.moveMany, {
    opportunityIds: [one, two],
    toStageId: stage('engage'),
    reason: '一起',
  });
  expect(many.moved).toHaveLength(2);
  expect([await risksOf(one), await risksOf(two)]).toEqual([['带上方案'], ['带上方案']]);
  core.setNow(NOW + 2000);
  await core.must(pipelineContract.move, { opportunityId: one, toStageId: stage('verify'), reason: '退回' });
  core.setNow(NOW + 3000);
  await core.must(pipelineContract.move, { opportunityId: one, toStageId: stage('engage'), reason: '再来' });
  expect(await risksOf(one)).toHaveLength(2);
  expect(await risksOf(two)).toHaveLength(1);
});

test('a changed field fires from the page, from many deals at once and from the gate', async () => {
  await only({
    name: '改了日期',
    trigger: { kind: 'fieldChanged', field: 'expectedClose' },
    actions: [{ kind: 'raiseRisk', text: '日期变了' }],
  });
  const id = await newDeal();
  await setFields(id, { nextStep: '约拜访' });
  expect(await risksOf(id)).toEqual([]);
  await setFields(id, { expectedClose: '2026-12-01' });
  expect(await risksOf(id)).toHaveLength(1);
  // The same day again is no change.
  core.setNow(NOW + 1000);
  await setFields(id, { expectedClose: '2026-12-01' });
  expect(await risksOf(id)).toHaveLength(1);
  core.setNow(NOW + 2000);
  await core.must(opportunityContract.updateMany, { ids: [id], fields: { expectedClose: '2026-12-02' } });
  expect(await risksOf(id)).toHaveLength(2);
  core.setNow(NOW + 3000);
  const engage = process.stages.find(({ key }) => key === 'engage')!.id;
  await core.must(pipelineContract.move, {
    opportunityId: id,
    toStageId: engage,
    reason: '推进',
    fields: { expectedClose: '2026-12-03' },
  });
  expect(await risksOf(id)).toHaveLength(3);
});

test('an amount that is reached fires once, also when it falls and is reached again', async () => {
  await only({
    trigger: { kind: 'amountReached', minor: 500_000_000, currency: 'CNY' },
    actions: [{ kind: 'raiseRisk', text: '大单' }],
  });
  const id = await newDeal();
  await setFields(id, { amountMinor: 499_999_999 });
  expect(await risksOf(id)).toEqual([]);
  const reached = await setFields(id, { amountMinor: 500_000_000 });
  expect(await risksOf(id)).toEqual(['大单']);
  core.setNow(NOW + 1000);
  await setFields(id, { amountMinor: 1 });
  core.setNow(NOW + 2000);
  await setFields(id, { amountMinor: 600_000_000 });
  expect(await risksOf(id)).toEqual(['大单']);
  expect(reached.ok).toBe(true);
  expect(await risksOf(await newDeal('一来就大', { amountMinor: 700_000_000 }))).toEqual(['大单']);
});

test('what was taken back may be reached again', async () => {
  await only({
    trigger: { kind: 'amountReached', minor: 500_000_000, currency: 'CNY' },
    actions: [{ kind: 'raiseRisk', text: '大单' }],
  });
  const id = await newDeal();
  await undo(await setFields(id, { amountMinor: 500_000_000 }));
  expect(await risksOf(id)).toEqual([]);
  core.setNow(NOW + 1000);
  await setFields(id, { amountMinor: 500_000_000 });
  expect(await risksOf(id)).toEqual(['大单']);
});

test('a field that a rule sets may set off another, in the same transaction and order', async () => {
  await only(
    {
      name: '标记来源',
      trigger: { kind: 'dealCreated' },
      actions: [{ kind: 'setField', field: 'source', value: '规则' }],
    },
    {
      name: '来源变了',
      trigger: { kind: 'fieldChanged', field: 'source' },
      conditions: [{ kind: 'source', op: 'is', source: '规则' }],
      actions: [{ kind: 'setField', field: 'nextStep', value: '核对来源' }],
    },
  );
  const created = await core.call(opportunityContract.create, { name: '链', account: { name: '华信医院' } });
  const id = created.ok ? created.value.card.id : '';
  const page = await core.must(opportunityContract.page, { id });
  expect(page.fields).toMatchObject({ source: '规则', nextStep: '核对来源' });
  expect(await firingsOf(id)).toHaveLength(2);
});

test('a task goes to the manager and asks for its document; who has no manager gets it himself', async () => {
  await only({
    actions: [
      {
        kind: 'createTask',
        title: '高层拜访',
        taskKind: 'visit',
        ownerRole: 'manager',
        dueDays: 0,
        deliverable: '行业分析报告',
        required: true,
      },
    ],
  });
  const id = await newDeal();
  const [me] = await core.must(settingsContract.members, {});
  const tasks = await core.must(taskContract.ofOpportunity, { opportunityId: id });
  expect(tasks.filter(({ title }) => title === '高层拜访')).toMatchObject([
    { kind: 'visit', dueDate: '2026-09-30', deliverable: '行业分析报告', owner: { id: me!.id } },
  ]);
});

test('rules that are switched off, of another process or in the trash do nothing', async () => {
  const [off, gone] = await only({ name: '关' }, { name: '删' });
  await core.must(automationContract.setEnabled, { id: off!, enabled: false });
  await core.must(automationContract.remove, { id: gone! });
  expect(await risksOf(await newDeal())).toEqual([]);
});

test('what a rule touched is told to every screen with the command that set it off', async () => {
  await only({});
  const id = await newDeal();
  await core.must(automationContract.save, {
    ...bodyOf({ trigger: { kind: 'fieldChanged', field: 'source' } }),
  });
  core.events.length = 0;
  await setFields(id, { source: '展会' });
  const topics = core.events.flatMap((event) => (event.type === 'changed' ? event.topics : []));
  expect(topics).toEqual(expect.arrayContaining(['opportunities', 'tasks', 'risks', 'automation']));
});
