import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { undoTransaction } from '#db/changes/undoTransactions.ts';
import { boardProcess } from '#electron/features/pipeline/boardStages.ts';
import { pipelineHandlers } from '#electron/features/pipeline/pipelineHandlers.ts';
import { opportunityHandlers } from '#electron/features/opportunity/opportunityHandlers.ts';
import { processHandlers } from '#electron/features/processes/processHandlers.ts';
import { opportunityContract } from '#shared/contract/opportunity.contract.ts';
import { pipelineContract } from '#shared/contract/pipeline.contract.ts';
import { processContract as contract } from '#shared/contract/process.contract.ts';
import type { ProcessDraft } from '#shared/contract/processDraft.ts';
import { ok } from '#shared/lib/result.ts';
import { type HandlerHarness, HARNESS_NOW, startHarness } from '#tests/support/handlerHarness.ts';
import { draftCriterion, draftStage, draftTask, soundDraft, withStage } from '#tests/support/processDrafts.ts';
import { makeAccount, makeDeal } from '#tests/support/workspaceRows.ts';

let harness: HandlerHarness;
beforeEach(() => {
  harness = startHarness();
});
afterEach(() => harness.end());

const list = async () => (await harness.must(contract.list, processHandlers.list, {})).processes;
const get = (id: string) => harness.must(contract.get, processHandlers.get, { id });
const save = (id: string, body: ProcessDraft) =>
  harness.must(contract.saveDraft, processHandlers.saveDraft, { id, body });
const publish = (id: string, note = '') => harness.call(contract.publish, processHandlers.publish, { id, note });
const fresh = async (body: ProcessDraft = soundDraft()): Promise<string> => {
  const { id } = await harness.must(contract.createEmpty, processHandlers.createEmpty, { name: '新产品线' });
  await save(id, body);
  return id;
};
const discard = (id: string) => harness.call(contract.discardDraft, processHandlers.discardDraft, { id });
const archive = (id: string, archived = true) =>
  harness.call(contract.archive, processHandlers.archive, { id, archived });
const order = async () => (await list()).map(({ id }) => id);
const move = (id: string, place: { beforeId?: string; afterId?: string }) =>
  harness.must(contract.reorder, processHandlers.reorder, { id, ...place });
const undoLast = () => {
  const seq = harness.lastTransaction() ?? 0;
  return harness.context.write('changes.undo', (db) => undoTransaction(db, seq), { undoes: [seq] });
};

describe('making a process', () => {
  it('from a template publishes it in the chosen language, and deals can be created in it at once', async () => {
    const input = { templateKey: 'saas', name: 'Cloud', language: 'en' } as const;
    const { id } = await harness.must(contract.createFromTemplate, processHandlers.createFromTemplate, input);
    const page = await get(id);
    expect(page.process).toMatchObject({ name: 'Cloud', version: { number: 1 }, hasDraft: false });
    expect(page.published?.stages[0]?.name).toBe('Diagnose');
    const deal = { name: 'Pilot', account: { name: 'ACME' }, processId: id };
    await harness.must(opportunityContract.create, opportunityHandlers.create, deal);
    expect((await list()).find((line) => line.id === id)).toMatchObject({ runningCount: 1, olderCount: 0 });
    const unknown = await harness.call(contract.createFromTemplate, processHandlers.createFromTemplate, {
      templateKey: 'toString',
    });
    expect(unknown).toEqual({ ok: false, error: { type: 'unknownTemplate' } });
  });

  it('from scratch begins as a draft that takes no deals before it is published', async () => {
    const { id } = await harness.must(contract.createEmpty, processHandlers.createEmpty, { name: '渠道' });
    expect(await get(id)).toMatchObject({ process: { version: null, hasDraft: true }, published: null, problems: [] });
    const boards = () => harness.must(pipelineContract.processes, pipelineHandlers.processes, {});
    expect((await boards()).map((process) => process.id)).toEqual(['imaging']);
    expect(await publish(id)).toMatchObject({ ok: true, value: { number: 1 } });
    expect((await boards()).map((process) => process.id)).toEqual(['imaging', id]);
  });

  it('as a copy has the content and the rules of the original and a life of its own', async () => {
    const source = await fresh();
    await publish(source);
    const rules = { id: source, allowSkip: false, productLine: { name: '影像' } };
    await harness.must(contract.setRules, processHandlers.setRules, rules);
    const input = { id: source, name: '副本' };
    const { id } = await harness.must(contract.duplicate, processHandlers.duplicate, input);
    const [copy, original] = [await get(id), await get(source)];
    expect(copy.published).toEqual(original.published);
    expect(copy.process).toMatchObject({ name: '副本', allowSkip: false, productLine: { name: '影像' } });
    await save(id, withStage(copy.published!, 'engage', { name: '演示' }));
    await publish(id);
    expect((await get(source)).published).toEqual(original.published);
  });
});

describe('publishing', () => {
  it('makes a new version; deals that run keep the one they entered with, new ones enter the new one', async () => {
    const id = await fresh();
    await publish(id, '第一版');
    const old = await harness.must(opportunityContract.create, opportunityHandlers.create, {
      name: '旧商机',
      account: { name: '客户' },
      processId: id,
    });
    await save(id, withStage((await get(id)).published!, 'verify', { name: '核实' }));
    expect(await publish(id, '改名')).toMatchObject({ ok: true, value: { number: 2 } });
    const created = await harness.must(opportunityContract.create, opportunityHandlers.create, {
      name: '新商机',
      account: { name: '客户' },
      processId: id,
    });
    const page = (dealId: string) => harness.must(opportunityContract.page, opportunityHandlers.page, { id: dealId });
    expect((await page(old.card.id)).process.stages[0]?.name).toBe('阶段 verify');
    expect((await page(created.card.id)).process.stages[0]?.name).toBe('核实');
    const { versions, process } = await get(id);
    expect(
      versions.map(({ number, note, isCurrent, runningCount }) => [number, note, isCurrent, runningCount]),
    ).toEqual([
      [2, '改名', true, 1],
      [1, '第一版', false, 1],
    ]);
    expect(process).toMatchObject({ runningCount: 2, olderCount: 1, hasDraft: false });
    const board = await harness.must(pipelineContract.board, pipelineHandlers.board, { processId: id });
    expect(board.columns.slice(0, 3).map(({ count }) => count)).toEqual([2, 0, 0]);
    expect(boardProcess(harness.context.db, id)?.columns[0]?.ids).toHaveLength(2);
  });

  it('is refused with every problem and its place, and leaves nothing behind', async () => {
    const broken = withStage(soundDraft(), 'engage', {
      winRateMille: 1200,
      criteria: [draftCriterion('x', { kind: 'taskDone', params: { task: 'gone' } })],
    });
    const id = await fresh(broken);
    const before = harness.lastTransaction();
    const answer = await publish(id);
    expect(answer).toMatchObject({
      ok: false,
      error: {
        type: 'draftProblems',
        problems: [
          { code: 'winRateRange', path: 'stages.1.winRateMille', severity: 'error', stage: '阶段 engage' },
          { code: 'taskUnknown', path: 'stages.1.criteria.0.params.task', severity: 'error' },
        ],
      },
    });
    expect(harness.lastTransaction()).toBe(before);
    const page = await get(id);
    expect(page).toMatchObject({ published: null, versions: [] });
    expect(page.draft?.body).toEqual(broken);
  });

  it('goes through with warnings', async () => {
    const id = await fresh(withStage(soundDraft(), 'negotiate', { winRateMille: 200 }));
    expect((await get(id)).problems).toMatchObject([{ code: 'winRateFalls', severity: 'warning' }]);
    expect(await publish(id)).toMatchObject({ ok: true });
  });

  it('needs a draft, and one that says something new', async () => {
    const id = await fresh();
    await publish(id);
    expect(await publish(id)).toEqual({ ok: false, error: { type: 'noDraft' } });
    await save(id, (await get(id)).published!);
    expect(await publish(id)).toEqual({ ok: false, error: { type: 'nothingChanged' } });
    expect(await publish('none')).toMatchObject({ ok: false, error: { type: 'notFound' } });
  });

  it('is undone as one step: the version goes, the draft is back', async () => {
    const id = await fresh();
    await publish(id);
    const changed = withStage((await get(id)).published!, 'engage', { tasks: [], criteria: [] });
    await save(id, changed);
    await publish(id);
    expect(undoLast()).toMatchObject({ ok: true });
    const page = await get(id);
    expect(page.versions.map(({ number }) => number)).toEqual([1]);
    expect(page.draft?.body).toEqual(changed);
    expect(await publish(id)).toMatchObject({ ok: true, value: { number: 2 } });
  });

  it('keeps a criterion of the general template pointing at the task of its own version', async () => {
    const input = { templateKey: 'generalB2b' };
    const { id } = await harness.must(contract.createFromTemplate, processHandlers.createFromTemplate, input);
    const { published } = await get(id);
    await save(id, { stages: published!.stages.map((stage) => ({ ...stage, name: `${stage.name}二` })) });
    await publish(id);
    const strays = harness.context.db.all(
      `SELECT c.id FROM stageCriterion c JOIN stage s ON s.id = c.stageId
       JOIN stageTask t ON t.id = c.params ->> 'stageTaskId' JOIN stage ts ON ts.id = t.stageId
       WHERE ts.processVersionId <> s.processVersionId`,
    );
    const pointing = harness.context.db.all(
      `SELECT c.id FROM stageCriterion c JOIN stageTask t ON t.id = c.params ->> 'stageTaskId'`,
    );
    expect(strays).toEqual([]);
    expect(pointing.length).toBeGreaterThan(1);
  });
});

describe('a draft', () => {
  it('may be incomplete, is kept as it is, and tells what is missing', async () => {
    const id = await fresh();
    await publish(id);
    const body = { stages: [draftStage('a', { name: '', winRateMille: null })] };
    const saved = await save(id, body);
    expect(saved.problems.map(({ code }) => code)).toEqual(['noWon', 'noLost', 'stageNameMissing', 'winRateMissing']);
    expect((await get(id)).draft).toMatchObject({ body, updatedBy: '林悦', basedOn: 1, updatedAt: saved.updatedAt });
  });

  it('is not overwritten by somebody who saw an older one', async () => {
    const id = await fresh();
    const seen = (await get(id)).draft!.updatedAt;
    const write = (name: string) =>
      harness.call(contract.saveDraft, processHandlers.saveDraft, {
        id,
        body: withStage(soundDraft(), 'verify', { name }),
        expectedAt: seen,
      });
    expect(await write('先到')).toMatchObject({ ok: true });
    expect(await write('后到')).toMatchObject({ ok: false, error: { type: 'changedMeanwhile' } });
    expect((await get(id)).draft?.body.stages[0]?.name).toBe('先到');
  });

  it('gives keys to what came without, so that the command line need not invent them', async () => {
    const id = await fresh(
      withStage(soundDraft(), 'verify', { tasks: [draftTask('')], criteria: [draftCriterion('')] }),
    );
    const [stage] = (await get(id)).draft!.body.stages;
    expect(stage?.tasks[0]?.key).not.toBe('');
    expect(stage?.criteria[0]?.key).not.toBe('');
    expect(await publish(id)).toMatchObject({ ok: true });
  });

  it('is thrown away without a trace of it in what is published, and not where nothing is published', async () => {
    const id = await fresh();
    expect(await discard(id)).toEqual({ ok: false, error: { type: 'notPublished' } });
    await publish(id);
    const { published } = await get(id);
    await save(id, { stages: [] });
    expect(await discard(id)).toMatchObject({ ok: true });
    expect(await get(id)).toMatchObject({ draft: null, published, process: { hasDraft: false } });
    undoLast();
    expect((await get(id)).draft?.body).toEqual({ stages: [] });
  });

  it('leads to a version that can be read and compared with the one before', async () => {
    const id = await fresh();
    await publish(id);
    await save(id, withStage((await get(id)).published!, 'verify', { name: '核实' }));
    await publish(id);
    const { versions } = await get(id);
    const read = (versionId: string) => harness.must(contract.version, processHandlers.version, { versionId });
    const newest = await read(versions[0]!.id);
    expect(newest).toMatchObject({ number: 2, body: { stages: [{ name: '核实' }, {}, {}, {}, {}] } });
    expect(newest.previous?.stages[0]?.name).toBe('阶段 verify');
    expect(await read(versions[1]!.id)).toMatchObject({ number: 1, previous: null });
    expect(await harness.call(contract.version, processHandlers.version, { versionId: 'x' })).toMatchObject({
      ok: false,
      error: { type: 'notFound' },
    });
  });
});

describe('keeping house', () => {
  it('archiving is refused while deals run, with their number, paused ones included', async () => {
    await fresh().then(publish);
    harness.fill((db) => {
      makeAccount(db, 'a');
      makeDeal(db, 'd1', 'a');
      makeDeal(db, 'd2', 'a', { status: 'paused' });
      makeDeal(db, 'd3', 'a', { status: 'won', stageId: 'won', closedAt: HARNESS_NOW });
      makeDeal(db, 'd4', 'a', { removedAt: HARNESS_NOW });
    });
    expect(await archive('imaging')).toEqual({ ok: false, error: { type: 'processInUse', count: 2 } });
    harness.fill((db) => db.run(`UPDATE opportunity SET status = 'won', stageId = 'won' WHERE status <> 'won'`));
    expect(await archive('imaging')).toMatchObject({ ok: true });
    expect((await list()).map(({ name, archivedAt }) => [name, archivedAt])).toEqual([
      ['新产品线', null],
      ['医疗影像设备', HARNESS_NOW],
    ]);
    expect(await archive('imaging', false)).toMatchObject({ ok: true });
    expect((await list())[0]).toMatchObject({ id: 'imaging', archivedAt: null });
  });

  it('the last process that can take deals stays', async () => {
    await fresh();
    expect(await archive('imaging')).toEqual({ ok: false, error: { type: 'lastProcess' } });
  });

  it('puts processes in another order, from the first place to the last', async () => {
    const [b, c] = [await fresh(), await fresh()];
    expect(await order()).toEqual(['imaging', b, c]);
    await move(c, { beforeId: 'imaging' });
    expect(await order()).toEqual([c, 'imaging', b]);
    await move(c, { afterId: 'imaging', beforeId: b });
    expect(await order()).toEqual(['imaging', c, b]);
    await move('imaging', { afterId: b });
    expect(await order()).toEqual([c, b, 'imaging']);
    await move('imaging', { beforeId: 'gone' });
    expect(await order()).toEqual([c, b, 'imaging']);
    undoLast();
  });

  it('renames, sets the rules and the product line, and knows a line by its name again', async () => {
    const set = (more: object) => harness.must(contract.setRules, processHandlers.setRules, { id: 'imaging', ...more });
    await harness.must(contract.rename, processHandlers.rename, { id: 'imaging', name: '影像' });
    await set({ allowSkip: false, allowBack: false, productLine: { name: '磁共振' } });
    const first = (await list())[0]!;
    expect(first).toMatchObject({ name: '影像', allowSkip: false, allowBack: false, productLine: { name: '磁共振' } });
    await set({ productLine: null });
    expect((await list())[0]).toMatchObject({ productLine: null, allowSkip: false });
    await set({ productLine: { name: '磁共振' } });
    expect((await list())[0]?.productLine?.id).toBe(first.productLine?.id);
    const wrong = { id: 'imaging', productLine: { id: 'none' } };
    expect(await harness.call(contract.setRules, processHandlers.setRules, wrong)).toMatchObject({
      ok: false,
      error: { type: 'notFound', entity: 'productLine' },
    });
  });
});

describe('the toolkit of a stage', () => {
  it('is read for the deals in it; what cannot be read is left out', async () => {
    const tools = [
      { kind: 'script', title: '开场', body: '先问立项', documentId: null },
      { kind: 'link', title: '案例', body: 'https://example.com/case', documentId: null },
    ];
    harness.fill((db) => {
      const stored = JSON.stringify([...tools, { kind: 'rocket' }, 7]);
      db.run(`UPDATE stage SET toolkit = ? WHERE id = 'verify'`, stored);
      db.run(`UPDATE stage SET toolkit = 'nonsense' WHERE id = 'engage'`);
      return ok(null);
    });
    const read = (stageId: string) => harness.call(contract.toolkit, processHandlers.toolkit, { stageId });
    expect(await read('verify')).toEqual({ ok: true, value: tools });
    expect(await read('engage')).toEqual({ ok: true, value: [] });
    expect(await read('none')).toMatchObject({ ok: false, error: { type: 'notFound' } });
  });
});
