import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changesContract } from '#shared/contract/changes.contract.ts';
import { funnelContract } from '#shared/contract/funnel.contract.ts';
import { activityContract, opportunityContract } from '#shared/contract/opportunity.contract.ts';
import { pipelineContract } from '#shared/contract/pipeline.contract.ts';
import { processContract as contract } from '#shared/contract/process.contract.ts';
import type { ProcessDraft } from '#shared/contract/processDraft.ts';
import { workspaceContract } from '#shared/contract/workspace.contract.ts';
import { DAY_MS } from '#shared/lib/time.ts';
import { draftCriterion, draftTask, soundDraft, withStage } from '#tests/support/processDrafts.ts';
import { startTestCore, TEST_NOW, type TestCore } from '#tests/support/testCore.ts';

let core: TestCore;
beforeAll(async () => {
  core = await startTestCore();
  await core.must(workspaceContract.create, { name: '迁移', kind: 'empty', personName: '林悦' });
});
afterAll(() => core.end());

const publish = async (id: string, body: ProcessDraft) => {
  await core.must(contract.saveDraft, { id, body });
  return core.must(contract.publish, { id });
};
const fresh = async (name: string, body = soundDraft()): Promise<string> => {
  const { id } = await core.must(contract.createEmpty, { name });
  await publish(id, body);
  return id;
};
const stagesOf = async (processId: string) =>
  (await core.must(pipelineContract.processes, {})).find(({ id }) => id === processId)!.stages;
const deal = async (processId: string, name: string, key = 'verify') => {
  const stage = (await stagesOf(processId)).find((one) => one.key === key)!;
  const input = { name, account: { name: '华信医院' }, processId, stageId: stage.id };
  return (await core.must(opportunityContract.create, input)).card;
};
const page = (id: string) => core.must(opportunityContract.page, { id });
const firstName = async (dealId: string) => (await page(dealId)).process.stages[0]?.name;
const preview = (id: string, toProcessId?: string) =>
  core.must(contract.migrationPreview, toProcessId === undefined ? { id } : { id, toProcessId });
const mappingOf = (plan: Awaited<ReturnType<typeof preview>>) =>
  plan.stages.flatMap(({ stage, targetId }) =>
    targetId === null ? [] : [{ fromStageId: stage.id, toStageId: targetId }],
  );

describe('migrating deals to the newest version of their process', () => {
  it('lets the visit of the same stage go on: days, proofs and tasks stay, and only what is new is asked and created', async () => {
    core.setNow(TEST_NOW);
    const id = await fresh('同一阶段');
    const { id: dealId } = await deal(id, '影像中心');
    const before = await page(dealId);
    const proof = { opportunityId: dealId, criterionId: before.criteria[0]!.criterionId, note: '纪要已签' };
    await core.must(pipelineContract.giveEvidence, proof);
    core.setNow(TEST_NOW + 3 * DAY_MS);
    await publish(
      id,
      withStage(soundDraft(), 'verify', {
        name: '核实',
        criteria: [draftCriterion('vc', { text: '改了字' }), draftCriterion('new')],
        tasks: [draftTask('vt', { title: '改了名' }), draftTask('vt2', { title: '新任务' })],
      }),
    );
    const plan = await preview(id);
    expect(plan).toMatchObject({
      total: 1,
      target: { number: 2 },
      stages: [{ count: 1, because: 'key', versionNumber: 1 }],
    });
    const moved = await core.must(contract.migrate, { id, mapping: mappingOf(plan) });
    expect(moved).toMatchObject({ moved: 1, changedStage: 0 });
    const after = await page(dealId);
    expect(after.process.stages[0]?.name).toBe('核实');
    expect(after.card.stageEnteredAt).toBe(TEST_NOW);
    expect(after.criteria.map(({ text, met }) => [text, met])).toEqual([
      ['改了字', true],
      ['标准 new', false],
    ]);
    expect(after.counts.openTasks).toBe(2);
    expect(after.visits.map(({ stageId, kind, days }) => [stageId, kind, days])).toEqual([
      [after.card.stageId, 'create', 3],
    ]);
    expect((await preview(id)).total).toBe(0);

    // One step back: the old version, its tasks and proofs, and nothing that the new one created.
    await core.must(changesContract.undo, { seq: moved.transaction! });
    const undone = await page(dealId);
    expect(undone.criteria).toEqual([
      expect.objectContaining({ criterionId: before.criteria[0]!.criterionId, met: true, text: '标准 vc' }),
    ]);
    expect(undone.card.stageId).toBe(before.card.stageId);
    expect(undone.counts).toEqual(before.counts);
  });

  it('begins a new visit in a stage of another key, which the history calls a migration and the funnel no progress', async () => {
    core.setNow(TEST_NOW);
    const id = await fresh('换阶段');
    const { id: dealId } = await deal(id, '检验设备');
    core.setNow(TEST_NOW + 2 * DAY_MS);
    const draft = soundDraft();
    await publish(id, { stages: draft.stages.filter(({ key }) => key !== 'verify') });
    const plan = await preview(id);
    // The class is gone with the stage: nothing is proposed, and the deal stays until somebody chooses.
    expect(plan.stages).toMatchObject([{ count: 1, targetId: null, because: 'none' }]);
    const target = plan.target.stages.find(({ stageClass }) => stageClass === 'engage')!;
    const mapping = [{ fromStageId: plan.stages[0]!.stage.id, toStageId: target.id }];
    const moved = await core.must(contract.migrate, { id, mapping });
    expect(moved).toMatchObject({ moved: 1, changedStage: 1 });
    const after = await page(dealId);
    expect(after.card.stageEnteredAt).toBe(TEST_NOW + 2 * DAY_MS);
    expect(after.visits.map(({ stageName, kind }) => [stageName, kind])).toEqual([
      ['阶段 verify', 'create'],
      ['阶段 engage', 'migrate'],
    ]);
    const { entries } = await core.must(activityContract.timeline, { entity: 'opportunity', id: dealId });
    expect(entries).toContainEqual(expect.objectContaining({ type: 'stage', kind: 'migrate', to: '阶段 engage' }));
    const window = { processId: id, from: '2026-09-01', to: '2026-12-31' };
    const funnel = await core.must(funnelContract.get, window);
    expect(funnel.stages.map(({ entered, reached, regressions }) => [entered, reached, regressions])).toEqual([
      [1, 0, 0],
      [0, 0, 0],
    ]);
  });

  it('leaves stages that the mapping does not name, closed deals and deals in the trash as they are', async () => {
    core.setNow(TEST_NOW);
    const id = await fresh('部分');
    const stays = await deal(id, '留下', 'engage');
    const goes = await deal(id, '迁走');
    const lost = await deal(id, '已输');
    const trashed = await deal(id, '已删');
    const lostStage = (await stagesOf(id)).find(({ key }) => key === 'lost')!;
    const close = { opportunityId: lost.id, toStageId: lostStage.id, outcomeReason: 'price' as const };
    await core.must(pipelineContract.move, close);
    await core.must(opportunityContract.remove, { ids: [trashed.id] });
    await publish(id, withStage(soundDraft(), 'verify', { name: '核实' }));
    const plan = await preview(id);
    expect(plan.stages.map(({ stage, count }) => [stage.name, count])).toEqual([
      ['阶段 verify', 1],
      ['阶段 engage', 1],
    ]);
    const moved = await core.must(contract.migrate, { id, mapping: mappingOf(plan).slice(0, 1) });
    expect(moved.moved).toBe(1);
    expect(await firstName(goes.id)).toBe('核实');
    expect(await firstName(stays.id)).toBe('阶段 verify');
    expect(await firstName(lost.id)).toBe('阶段 verify');
  });

  it('is refused whole where one stage does not fit, and changes nothing', async () => {
    core.setNow(TEST_NOW);
    const id = await fresh('不合');
    await deal(id, '甲');
    const [first] = await stagesOf(id);
    await publish(id, withStage(soundDraft(), 'verify', { name: '核实' }));
    const now = await stagesOf(id);
    const won = now.find(({ key }) => key === 'won')!;
    const good = { fromStageId: first!.id, toStageId: now[0]!.id };
    const refused = async (mapping: { fromStageId: string; toStageId: string }[], stageId: string) => {
      const answer = await core.call(contract.migrate, { id, mapping });
      expect(answer).toEqual({ ok: false, error: { type: 'wrongMapping', stageId } });
    };
    await refused([good, { fromStageId: first!.id, toStageId: won.id }], won.id);
    await refused([good, { fromStageId: 'none', toStageId: now[0]!.id }], 'none');
    await refused([{ fromStageId: now[0]!.id, toStageId: now[1]!.id }], now[0]!.id);
    expect((await preview(id)).total).toBe(1);
    const none = await core.call(contract.migrate, { id: 'none', mapping: [good] });
    expect(none).toMatchObject({ ok: false, error: { type: 'notFound' } });
  });
});

describe('migrating deals to another process', () => {
  it('takes every running deal along, after which the old process can be archived', async () => {
    core.setNow(TEST_NOW);
    const [from, to] = [await fresh('旧线'), await fresh('新线')];
    const running = await deal(from, '乙', 'engage');
    await core.must(pipelineContract.pause, { opportunityId: running.id, paused: true, reason: '等预算' });
    await deal(from, '丙');
    expect(await core.call(contract.archive, { id: from })).toEqual({
      ok: false,
      error: { type: 'processInUse', count: 2 },
    });
    core.setNow(TEST_NOW + DAY_MS);
    const plan = await preview(from, to);
    expect(plan.total).toBe(2);
    const moved = await core.must(contract.migrate, { id: from, toProcessId: to, mapping: mappingOf(plan) });
    // The same key in another process is another stage: a new visit begins there.
    expect(moved).toMatchObject({ moved: 2, changedStage: 2 });
    const after = await page(running.id);
    expect(after).toMatchObject({ process: { id: to }, card: { status: 'paused', stageEnteredAt: TEST_NOW + DAY_MS } });
    expect(await core.call(contract.archive, { id: from })).toMatchObject({ ok: true });
    const board = await core.must(pipelineContract.board, { processId: to, filter: { status: 'any' } });
    expect(board.columns.map(({ count }) => count).slice(0, 2)).toEqual([1, 1]);
    const archived = await core.call(contract.migrationPreview, { id: to, toProcessId: from });
    expect(archived).toEqual({ ok: false, error: { type: 'notPublished' } });
  });
});
