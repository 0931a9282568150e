import { randomBytes } from 'node:crypto';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ReadDb } from '#db/handles.ts';
import { dueJobs } from '#db/queries/dueJobs.ts';
import { dueBodies, scheduleRegularJobs } from '#electron/core/dueBodies.ts';
import { ExclusiveGate } from '#electron/core/exclusiveGate.ts';
import { JobRunner } from '#electron/core/jobRunner.ts';
import { PersonalStore } from '#electron/core/personalStore.ts';
import type { ScheduleDeps } from '#electron/core/schedule.ts';
import { WorkspaceManager } from '#electron/core/workspaceManager.ts';
import { changesContract } from '#shared/contract/changes.contract.ts';
import { scoreModelContract } from '#shared/contract/scoreModel.contract.ts';
import { workspaceContract } from '#shared/contract/workspace.contract.ts';
import { DAY_MS, isoDate } from '#shared/lib/time.ts';
import { type ModelSample, startModelSample } from '#tests/support/modelSample.ts';
import { TEST_NOW } from '#tests/support/testCore.ts';

/** Monday 4 January 2027, 10:00 in Shanghai: the first working day of the quarter. */
const JANUARY = Date.UTC(2027, 0, 4, 2);
const NOVEMBER = Date.UTC(2026, 10, 16, 2);
const CLOSED = 60;

let sample: ModelSample;
let model: string;

const check = (input: { id?: string; kind?: 'deal' | 'lead'; from?: string; to?: string } = {}) => {
  const { from, to, ...rest } = input;
  return sample.core.call(scoreModelContract.check, {
    ...rest,
    ...(from === undefined ? {} : { from: isoDate(from) }),
    ...(to === undefined ? {} : { to: isoDate(to) }),
  });
};
const checks = async () => (await sample.core.must(scoreModelContract.card, { id: model })).checks;

beforeAll(async () => {
  sample = await startModelSample(TEST_NOW);
  model = (await sample.train()).id;
  // Every second of what was open is won in November: many more than any such model says.
  await sample.rewrite((db) => {
    const open = db.all<{ id: string }>(
      "SELECT id FROM opportunity WHERE status = 'open' AND removedAt IS NULL ORDER BY id LIMIT ?",
      CLOSED,
    );
    for (const [row, { id }] of open.entries())
      db.run('UPDATE opportunity SET status = ?, closedAt = ? WHERE id = ?', row % 2 ? 'won' : 'lost', NOVEMBER, id);
    db.run("UPDATE member SET role = 'manager' WHERE id = (SELECT value FROM localSetting WHERE key = 'me')");
  }, NOVEMBER);
  sample.core.setNow(JANUARY);
});
afterAll(() => sample.end());

test('the last quarter is compared with the figures that were shown then, and what went wrong is named', async () => {
  const answer = await check();
  if (!answer.ok) throw new Error(answer.error.type);
  const { value } = answer;
  expect([value.from, value.to]).toEqual(['2026-10-01', '2026-12-31']);
  expect(value).toMatchObject({ closed: CLOSED, learned: 0, unseen: 0, asShown: CLOSED, verdict: 'refit' });
  expect(value.reasons).toContain('tooLow');
  expect(value.quality).toMatchObject({ positives: CLOSED / 2 });
  expect(value.quality?.metrics.rows).toBe(CLOSED);
  expect(value.quality?.reliability.reduce((sum, { rows }) => sum + rows, 0)).toBe(CLOSED);
  expect(value.drift.length).toBeGreaterThan(5);
  expect((await checks()).map(({ id }) => id)).toEqual([value.id]);
  // What was found is kept as it was found, and can be taken back.
  expect((await checks())[0]?.quality).toEqual(value.quality);
  await sample.core.must(changesContract.undo, { seq: value.transaction ?? 0 });
  expect(await checks()).toEqual([]);
});

test('what the version had learned from proves nothing', async () => {
  const answer = await check({ from: '2026-01-01', to: '2026-09-13' });
  if (!answer.ok) throw new Error(answer.error.type);
  expect(answer.value).toMatchObject({ verdict: 'tooFew', reasons: ['allLearned'], quality: null });
  expect(answer.value.learned).toBe(answer.value.closed);
  expect(answer.value.closed).toBeGreaterThan(20);
});

test('open records are held against open records: on the day of the training nothing has moved', async () => {
  sample.core.setNow(TEST_NOW + 60_000);
  const { id } = await sample.train();
  const answer = await check({ id });
  sample.core.setNow(JANUARY);
  if (!answer.ok) throw new Error(answer.error.type);
  expect(answer.value.drift.length).toBeGreaterThan(5);
  expect(answer.value.drift.filter(({ state }) => state === 'moved' || state === 'shifted')).toEqual([]);
  expect(Math.max(...answer.value.drift.map(({ index }) => index))).toBeLessThan(0.01);
});

test('a window without outcomes, a kind without a model', async () => {
  const answer = await check({ from: '2026-12-01', to: '2026-12-31' });
  expect(answer).toMatchObject({ ok: true, value: { verdict: 'tooFew', reasons: ['noneClosed'], closed: 0 } });
  expect(await check({ kind: 'lead' })).toEqual({ ok: false, error: { type: 'noModel' } });
});

test('on the first working day of a quarter the check runs by itself once, and proposes a refit to the manager', async () => {
  await sample.core.must(workspaceContract.close, {});
  let now = Date.UTC(2026, 9, 5, 2);
  const gate = new ExclusiveGate();
  const workspaces = new WorkspaceManager(() => now, randomBytes, new PersonalStore(sample.core.folder));
  const deps: ScheduleDeps = {
    workspaces,
    gate,
    jobs: new JobRunner(new URL('../../../electron/workers/worker.ts', import.meta.url), gate, () => {}),
    newId: () => randomBytes(8).toString('hex'),
    now: () => now,
    log: pino({ level: 'silent' }),
    emit: () => {},
  };
  expect(workspaces.open(sample.path).ok).toBe(true);
  const db = (): ReadDb => workspaces.current()!.db.read;
  const run = async (): Promise<string[]> => {
    scheduleRegularJobs(deps);
    const due = dueJobs(db(), now, 50).filter(({ kind }) => kind.startsWith('scoreModel.'));
    for (const job of due) {
      await dueBodies(deps).get(job.kind)?.(job.payload, job.dueAt);
      workspaces.current()!.db.write({ actor: '', label: 'schedule', at: now }, (write) => {
        write.run('UPDATE dueJob SET doneAt = ? WHERE id = ?', now, job.id);
        return { ok: true, value: null };
      });
    }
    return due.map(({ kind, key }) => `${kind} ${key}`);
  };
  const told = () =>
    db()
      .all<{ kind: string }>("SELECT kind FROM notice WHERE entity = 'scoreModel'")
      .map(({ kind }) => kind);

  // Monday of the National Day holiday: the quarter has begun, work has not.
  expect(await run()).toEqual([]);
  // Of the quarter before, it had learned from everything: nothing is proposed.
  now = Date.UTC(2026, 9, 8, 2);
  expect(await run()).toEqual(['scoreModel.check deal|2026-10-01']);
  expect(told()).toEqual([]);
  now = JANUARY;
  expect(await run()).toEqual(['scoreModel.check deal|2027-01-01']);
  expect(told()).toEqual(['modelRefit']);
  const count = () =>
    db().get("SELECT count(*) AS n FROM modelCheck WHERE toDay = '2026-12-31' AND fromDay = '2026-10-01'");
  expect(count()).toEqual({ n: 1 });
  expect(await run()).toEqual([]);
  // After a crash between the check and its mark it runs again: still one check, one notice.
  const payload = JSON.stringify({ modelId: model });
  await dueBodies(deps).get('scoreModel.check')?.(payload, JANUARY);
  expect([count(), told()]).toEqual([{ n: 1 }, ['modelRefit']]);

  // A year of use asks for one review, whenever somebody comes to see it.
  now = TEST_NOW + 366 * DAY_MS;
  expect((await run()).filter((job) => job.startsWith('scoreModel.review'))).toEqual([`scoreModel.review ${model}|1`]);
  now += DAY_MS;
  expect((await run()).filter((job) => job.startsWith('scoreModel.review'))).toEqual([]);
  expect(told().filter((kind) => kind === 'modelReview')).toHaveLength(1);
  workspaces.close();
});
