import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { changesContract } from '#shared/contract/changes.contract.ts';
import { documentContract } from '#shared/contract/document.contract.ts';
import {
  activityContract,
  opportunityContract,
  type Task,
  taskContract,
} from '#shared/contract/opportunity.contract.ts';
import { pipelineContract } from '#shared/contract/pipeline.contract.ts';
import { workspaceContract } from '#shared/contract/workspace.contract.ts';
import { startTestCore, type TestCore } from '#tests/support/testCore.ts';

let core: TestCore;
let sources: string;
let stages: Map<string, string>;
beforeAll(async () => {
  sources = mkdtempSync(join(tmpdir(), 'kongdan-sources-'));
  core = await startTestCore();
  await core.must(workspaceContract.create, { name: '交付物', kind: 'empty', personName: '林悦' });
  const [process] = await core.must(pipelineContract.processes, {});
  stages = new Map(process?.stages.map((stage) => [stage.stageClass, stage.id]));
});
afterAll(async () => {
  await core.end();
  rmSync(sources, { recursive: true, force: true });
});

let deal: string;
let visit: Task;
beforeEach(async () => {
  deal = (await core.must(opportunityContract.create, { name: '影像中心', account: { name: '望澜医院' } })).card.id;
  await moveTo('engage');
  visit = await theVisit();
});

/** The executive visit, which the shipped process prescribes for the stage 方案交流. */
async function theVisit(): Promise<Task> {
  const tasks = await core.must(taskContract.ofOpportunity, { opportunityId: deal });
  const found = tasks.find(({ title }) => title === '高层互访');
  if (found === undefined) throw new Error('The process prescribes no executive visit');
  return found;
}
async function moveTo(stageClass: string) {
  const toStageId = stages.get(stageClass) ?? '';
  await core.must(opportunityContract.update, { id: deal, fields: { expectedClose: '2026-12-01' } });
  await core.must(pipelineContract.move, { opportunityId: deal, toStageId, reason: '测试' });
}
function hand(name = '行业分析报告.pdf'): string {
  const path = join(sources, randomBytes(8).toString('hex'));
  writeFileSync(path, `%PDF-1.4 ${name}`);
  return core.core.registerFile(path, name);
}
const statusOf = async () => (await theVisit()).status;
const missing = {
  ok: false,
  error: { type: 'deliverableMissing', title: '高层互访', deliverable: '行业分析报告' },
};
const setDone = () => core.call(taskContract.setStatus, { id: visit.id, status: 'done' });

describe('a task that asks for a deliverable', () => {
  it('comes from the stage with what it asks for', () => {
    expect(visit).toMatchObject({
      deliverable: '行业分析报告',
      deliverableRequired: true,
      documents: 0,
      status: 'open',
    });
  });

  it.each(['screen', 'cli', 'test'] as const)('is not done without a document through the door "%s"', async (door) => {
    const answer = await core.core.invoke('task.setStatus', { id: visit.id, status: 'done' }, { door });
    expect(answer).toMatchObject(missing);
    expect(await statusOf()).toBe('open');
  });

  it('is not done by logging what completes it, and then nothing is logged', async () => {
    const log = { kind: 'visit', subject: '拜访院长', opportunityId: deal, completesTaskId: visit.id } as const;
    expect(await core.call(activityContract.log, log)).toMatchObject(missing);
    const timeline = await core.must(activityContract.timeline, {
      entity: 'opportunity',
      id: deal,
      show: 'activities',
    });
    expect(timeline.entries.filter((entry) => entry.type === 'activity')).toEqual([]);
    await core.must(documentContract.attach, { files: [hand()], target: { entity: 'task', id: visit.id } });
    await core.must(activityContract.log, log);
    expect(await statusOf()).toBe('done');
  });

  it('is done once one is attached, and not any more when that one is removed before', async () => {
    const target = { entity: 'task', id: visit.id } as const;
    const { documents } = await core.must(documentContract.attach, { files: [hand()], target });
    const id = documents[0]?.id ?? '';
    await core.must(documentContract.remove, { id });
    expect(await setDone()).toMatchObject(missing);
    await core.must(documentContract.restore, { id });
    expect(await setDone()).toMatchObject({ ok: true });
    expect(await theVisit()).toMatchObject({ status: 'done', documents: 1 });
  });

  it('can be attached to and done in one step, which one undo takes back', async () => {
    const target = { entity: 'task', id: visit.id } as const;
    const answer = await core.call(documentContract.attach, { files: [hand()], target, thenDone: true });
    expect(await theVisit()).toMatchObject({ status: 'done', documents: 1 });
    await core.must(changesContract.undo, { seq: answer.ok ? (answer.transaction ?? 0) : 0 });
    expect(await theVisit()).toMatchObject({ status: 'open', documents: 0 });
  });

  it('can be dropped, and other tasks are done as before', async () => {
    await core.must(taskContract.setStatus, { id: visit.id, status: 'cancelled' });
    expect(await setDone()).toMatchObject(missing);
    const { id } = await core.must(taskContract.create, { title: '打电话', opportunityId: deal });
    await core.must(taskContract.setStatus, { id, status: 'done' });
  });
});

/** The stage's own task behind the executive visit, which no screen names by itself. */
function prescribedVisit(): string {
  const folder = join(core.folder, 'workspaces');
  const file = readdirSync(folder).find((name) => name.endsWith('.kongdan')) ?? '';
  const read = new Database(join(folder, file), { readonly: true });
  const found = read.prepare("SELECT id FROM stageTask WHERE title = '高层互访'").pluck().get();
  read.close();
  return String(found);
}
const visits = async () =>
  (await core.must(taskContract.ofOpportunity, { opportunityId: deal }))
    .filter(({ title, status }) => title === '高层互访' && status !== 'cancelled')
    .map(({ status, documents }) => ({ status, documents }));

describe('a stage’s task that the deal does not have', () => {
  let target: { entity: 'stageTask'; opportunityId: string; stageTaskId: string };
  const moveOn = () =>
    core.call(pipelineContract.move, {
      opportunityId: deal,
      toStageId: stages.get('propose') ?? '',
      reason: '测试',
      doneTaskIds: [target.stageTaskId],
    });
  const attachTo = (bad: object) =>
    core.call(documentContract.attach, { files: [hand()], target: { ...target, ...bad } });
  beforeEach(async () => {
    await core.must(taskContract.setStatus, { id: visit.id, status: 'cancelled' });
    target = { entity: 'stageTask', opportunityId: deal, stageTaskId: prescribedVisit() };
  });

  it('is refused with where its document can go, and leaves nothing behind', async () => {
    expect(await moveOn()).toMatchObject({ ...missing, error: { ...missing.error, target } });
    expect(await visits()).toEqual([]);
  });

  it('is made with the document, and done by the very move that was refused', async () => {
    await moveOn();
    await core.must(documentContract.attach, { files: [hand()], target });
    expect(await visits()).toEqual([{ status: 'open', documents: 1 }]);
    expect(await moveOn()).toMatchObject({ ok: true });
    expect(await visits()).toEqual([{ status: 'done', documents: 1 }]);
  });

  it('is made once, and taken back with the document', async () => {
    const steps = [];
    for (const name of ['报告.pdf', '附件.pdf'])
      steps.push(await core.call(documentContract.attach, { files: [hand(name)], target }));
    expect(await visits()).toEqual([{ status: 'open', documents: 2 }]);
    for (const step of steps.toReversed())
      await core.must(changesContract.undo, { seq: step.ok ? (step.transaction ?? 0) : 0 });
    expect(await visits()).toEqual([]);
  });

  it('of another process, or of no deal, is not found', async () => {
    expect(await attachTo({ stageTaskId: 'none' })).toMatchObject({ ok: false, error: { entity: 'stageTask' } });
    expect(await attachTo({ opportunityId: 'none' })).toMatchObject({ ok: false, error: { entity: 'opportunity' } });
    expect(await visits()).toEqual([]);
  });
});

const criteria = async () => (await core.must(opportunityContract.page, { id: deal })).criteria;
const criterion = async (kind: string) => {
  const found = (await criteria()).find((item) => item.kind === kind);
  if (found === undefined) throw new Error(`No criterion of kind ${kind}`);
  return found;
};
const attach = (criterionId: string, name = '会议纪要.docx') =>
  core.call(documentContract.attach, {
    files: [hand(name)],
    target: { entity: 'criterion', opportunityId: deal, criterionId },
  });

describe('a criterion', () => {
  it('of kind evidence is proven by a file, whose name is shown, and open again without it', async () => {
    const { criterionId } = await criterion('evidence');
    await attach(criterionId);
    expect(await criterion('evidence')).toMatchObject({
      met: true,
      evidence: { note: '会议纪要.docx', byName: '林悦' },
    });
    const [document] = (await core.must(documentContract.list, { entity: 'opportunity', id: deal })).documents;
    expect(document?.places).toMatchObject([{ entity: 'criterionEvidence', opportunity: { id: deal } }]);
    await core.must(documentContract.remove, { id: document?.id ?? '' });
    expect(await criterion('evidence')).toMatchObject({ met: false, evidence: null });
    await core.must(documentContract.restore, { id: document?.id ?? '' });
    expect((await criterion('evidence')).met).toBe(true);
  });

  it('keeps its file when somebody writes a note later', async () => {
    const { criterionId } = await criterion('evidence');
    await attach(criterionId);
    await core.must(pipelineContract.giveEvidence, { opportunityId: deal, criterionId, note: '技术科已签字' });
    expect((await criterion('evidence')).evidence?.note).toBe('技术科已签字');
    const { documents } = await core.must(documentContract.list, { entity: 'opportunity', id: deal });
    expect(documents.map(({ name }) => name)).toEqual(['会议纪要.docx']);
    await core.must(pipelineContract.withdrawEvidence, { opportunityId: deal, criterionId });
    expect((await criterion('evidence')).met).toBe(false);
  });

  it('of kind deliverable gets its file onto the stage’s task, which counts as the task’s own', async () => {
    await moveTo('propose');
    const item = await criterion('deliverable');
    expect(item.met).toBe(false);
    await attach(item.criterionId, '方案书.pdf');
    expect((await criterion('deliverable')).met).toBe(true);
    const tasks = await core.must(taskContract.ofOpportunity, { opportunityId: deal });
    expect(tasks.find(({ title }) => title === '提交方案书')?.documents).toBe(1);
  });

  it('that asks for something else is not proven by a file, nor one of another process', async () => {
    const covered = await criterion('roleCovered');
    expect(await attach(covered.criterionId)).toMatchObject({ ok: false, error: { type: 'notProvenByFile' } });
    expect(await attach('no-criterion')).toMatchObject({ ok: false, error: { type: 'notFound' } });
  });
});
