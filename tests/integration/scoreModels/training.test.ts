import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { changesContract } from '#shared/contract/changes.contract.ts';
import { opportunityContract } from '#shared/contract/opportunity.contract.ts';
import { scoreModelContract } from '#shared/contract/scoreModel.contract.ts';
import { workspaceContract } from '#shared/contract/workspace.contract.ts';
import { nodeBinary } from '#tests/support/builtProgram.ts';
import { type ModelSample, startModelSample } from '#tests/support/modelSample.ts';
import { startProcess } from '#tests/support/runProcess.ts';
import { TEST_NOW } from '#tests/support/testCore.ts';
import { reopen } from '#tests/support/workspaceFixture.ts';

// One sample for all: making it takes longer than what is tried with it. Each test says what it leaves.
let sample: ModelSample;
beforeAll(async () => {
  sample = await startModelSample(TEST_NOW);
});
afterAll(() => sample.end());

const versions = async (kind: 'deal' | 'lead' = 'deal') =>
  (await sample.core.must(scoreModelContract.list, { kind })).versions;

/** Resolves with the first progress of the training. */
const trainingBegan = () =>
  new Promise<void>((resolve) => {
    const stop = sample.core.core.subscribe((event) => {
      if (event.type !== 'progress' || event.job !== 'scoreModel.train') return;
      stop();
      resolve();
    });
  });

test('a cancelled training leaves nothing', async () => {
  const began = trainingBegan();
  const answer = sample.core.call(scoreModelContract.train, { kind: 'deal' });
  await began;
  await sample.core.must(workspaceContract.cancelJob, { job: 'scoreModel.train' });
  expect(await answer).toEqual({ ok: false, error: { type: 'cancelled' } });
  expect(await versions()).toEqual([]);
});

test('a second training while one runs is answered, and commands go on meanwhile', async () => {
  const began = trainingBegan();
  const first = sample.train();
  await began;
  expect(await sample.core.call(scoreModelContract.train, { kind: 'lead' })).toEqual({
    ok: false,
    error: { type: 'alreadyTraining' },
  });
  const ended: string[] = [];
  const deal = sample.core
    .must(opportunityContract.create, { name: '训练时新建', account: { name: '同时医院' } })
    .then(() => ended.push('command'));
  await Promise.all([first.then(() => ended.push('training')), deal]);
  expect(ended).toEqual(['command', 'training']);
  expect(await versions()).toHaveLength(1);
});

test('a training is one version with its window, its size and its verdict, and the first one is in use at once', async () => {
  const { closed, positives } = await sample.core.must(scoreModelContract.list, { kind: 'deal' });
  const [version, ...others] = await versions();
  expect(others).toEqual([]);
  expect(version).toMatchObject({ version: 1, inUse: true, records: closed, positives });
  expect(version?.verdict).not.toBe('abstains');
  expect(version?.from).toMatch(/^202[456]-/u);
  expect(version?.to).toMatch(/^2026-/u);
  expect(version?.brier?.own).toBeLessThan(version?.brier?.base ?? 0);
  const { report } = await sample.core.must(scoreModelContract.card, { id: version?.id ?? '' });
  expect(report.columns.length).toBeGreaterThan(5);
  expect(report.reliability.reduce((sum, { rows }) => sum + rows, 0)).toBe(report.metrics.rows);
});

test('a later one is not in use until it is taken into use, unless that was asked for', async () => {
  expect(await sample.train()).toMatchObject({ version: 2, activated: false });
  const asked = await sample.core.must(scoreModelContract.train, { kind: 'deal', activate: true, note: '年度' });
  expect(asked).toMatchObject({ version: 3, activated: true });
  expect((await versions()).map(({ version, inUse, note }) => [version, inUse, note])).toEqual([
    [3, true, '年度'],
    [2, false, ''],
    [1, false, ''],
  ]);
  // Leads have numbers of their own.
  expect(await sample.train('lead')).toMatchObject({ version: 1, activated: true });
});

test('undoing a training takes the version away', async () => {
  const before = (await versions()).map(({ version }) => version);
  const { transaction } = await sample.train();
  expect(transaction).not.toBeNull();
  await sample.core.must(changesContract.undo, { seq: transaction ?? 0 });
  expect((await versions()).map(({ version }) => version)).toEqual(before);
});

test('a worker that is killed while it learns leaves nothing behind', async () => {
  await sample.core.must(workspaceContract.close, {});
  const count = 'SELECT count(*) AS n FROM scoreModel';
  const closed = reopen(sample.path);
  const before = closed.read.get(count);
  closed.close();
  const running = startProcess(nodeBinary, [join(import.meta.dirname, 'children', 'trainAndWait.ts'), sample.path]);
  await running.waitFor(/at /u);
  running.signal('SIGKILL');
  await running.ended;
  const db = reopen(sample.path);
  expect(db.read.get(count)).toEqual(before);
  db.close();
});

test('a workspace with too few outcomes is told what is missing, and that it abstains is kept, too', async () => {
  await sample.core.must(workspaceContract.create, { name: '空', kind: 'empty' });
  const trained = await sample.train();
  expect(trained).toMatchObject({
    verdict: 'abstains',
    activated: true,
    needs: { closed: 0, needed: 20, ofRarer: 0, sideNeeded: 5 },
  });
  const card = await sample.core.must(scoreModelContract.card, { id: trained.id });
  expect(card.report.reasons).toEqual(['tooFewClosed']);
  expect(card.version.brier).toBeNull();
  // The base rate of a side that never was is no certainty.
  expect(card.version.base.low).toBe(0);
});
