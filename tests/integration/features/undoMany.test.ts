import { afterAll, beforeAll, expect, it } from 'vitest';
import { changesContract } from '#shared/contract/changes.contract.ts';
import { pipelineContract } from '#shared/contract/pipeline.contract.ts';
import { processContract } from '#shared/contract/process.contract.ts';
import { workspaceContract } from '#shared/contract/workspace.contract.ts';
import { startTestCore, type TestCore } from '#tests/support/testCore.ts';

let core: TestCore;
beforeAll(async () => {
  core = await startTestCore();
  await core.must(workspaceContract.create, { name: '样例', kind: 'sample', size: 'demo', personName: '林悦' });
});
afterAll(() => core.end());

it('takes a step of many rows back in a worker, with the same answer, and puts it back by undoing that', async () => {
  const processes = await core.must(pipelineContract.processes, {});
  const { id } = processes.toSorted((a, b) => b.openCount - a.openCount)[0]!;
  const { published } = await core.must(processContract.get, { id });
  const stages = published!.stages.map((stage) => ({ ...stage, name: `${stage.name}二` }));
  await core.must(processContract.saveDraft, { id, body: { stages } });
  await core.must(processContract.publish, { id });
  const plan = await core.must(processContract.migrationPreview, { id });
  const mapping = plan.stages.map((stage) => ({ fromStageId: stage.stage.id, toStageId: stage.targetId! }));
  const { moved, transaction } = await core.must(processContract.migrate, { id, mapping });
  expect(moved).toBe(plan.total);
  const left = async () => (await core.must(processContract.migrationPreview, { id })).total;
  expect(await left()).toBe(0);
  core.events.length = 0;
  const answer = await core.call(changesContract.undo, { seq: transaction! });
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  // What is written on the main thread names its transaction beside the answer; what a worker writes only in it.
  expect(answer.transaction).toBeUndefined();
  const undone = answer.value;
  expect(undone.label).toBe('process.migrate');
  expect(await left()).toBe(plan.total);
  expect(core.events).toContainEqual(expect.objectContaining({ type: 'changed' }));
  expect(await core.call(changesContract.undo, { seq: transaction! })).toEqual({
    ok: false,
    error: { type: 'alreadyUndone' },
  });
  await core.must(changesContract.undo, { seq: undone.seq });
  expect(await left()).toBe(0);
});
