import { afterAll, beforeAll, expect, test } from 'vitest';
import { backupWorkspace } from '#db/backup.ts';
import { restoreBackup } from '#db/restoreBackup.ts';
import type { ReadDb } from '#db/handles.ts';
import { modelById } from '#electron/features/scoring/activeModel.ts';
import { openColumns } from '#electron/features/scoreModels/openColumns.ts';
import { changesContract } from '#shared/contract/changes.contract.ts';
import { scoreModelContract } from '#shared/contract/scoreModel.contract.ts';
import { scoringContract } from '#shared/contract/scoring.contract.ts';
import { workspaceContract } from '#shared/contract/workspace.contract.ts';
import { predict } from '#shared/domain/scoring/learning/predict.ts';
import { type ModelSample, startModelSample } from '#tests/support/modelSample.ts';
import { TEST_NOW } from '#tests/support/testCore.ts';
import { reopen, valueOf } from '#tests/support/workspaceFixture.ts';

let sample: ModelSample;
let first: string;
let second: string;

/** Half of the lost deals of one source go to the trash, so that the second version learns something else. */
const forgetSome = (): Promise<void> =>
  sample.rewrite((db) => {
    db.run(
      `UPDATE opportunity SET removedAt = ? WHERE status IN ('lost', 'noDecision') AND id IN
        (SELECT id FROM opportunity WHERE status IN ('lost', 'noDecision') ORDER BY id LIMIT 90)`,
      TEST_NOW,
    );
  }, TEST_NOW);

beforeAll(async () => {
  sample = await startModelSample(TEST_NOW);
  first = (await sample.train()).id;
  await forgetSome();
  second = (await sample.train()).id;
});
afterAll(() => sample.end());

const must: ModelSample['core']['must'] = (operation, input) => sample.core.must(operation, input);
const inUse = async () =>
  (await must(scoreModelContract.list, { kind: 'deal' })).versions.find((version) => version.inUse)?.id;
const figureOf = async (id: string) => (await must(scoringContract.history, { kind: 'deal', id, limit: 1 })).points[0];

test('a comparison names the open deals that would move, the weightiest in money first, with both sums', async () => {
  const compared = await must(scoreModelContract.compare, { a: first, b: second });
  expect(compared.records).toBeGreaterThan(50);
  expect(compared.moved).toBeGreaterThan(5);
  expect(compared.raised + compared.lowered).toBe(compared.moved);
  const weights = compared.rows.map(({ amountMinor, a, b }) => Math.abs(b - a) * (amountMinor ?? 0));
  expect(weights).toEqual(weights.toSorted((one, other) => other - one));
  expect(compared.rows.every(({ name }) => name !== '')).toBe(true);
  const back = await must(scoreModelContract.compare, { a: second, b: first });
  expect([back.expectedA, back.expectedB]).toEqual([compared.expectedB, compared.expectedA]);
  const few = await must(scoreModelContract.compare, { a: first, b: second, limit: 3 });
  expect([few.rows.length, few.moved]).toEqual([3, compared.moved]);
});

test('a version compared with itself moves nothing', async () => {
  const same = await must(scoreModelContract.compare, { a: first, b: first });
  expect([same.moved, same.rows, same.expectedA]).toEqual([0, [], same.expectedB]);
});

test('taking a version into use gives the deals the figures that the comparison promised; undo gives the old ones back', async () => {
  const { rows } = await must(scoreModelContract.compare, { a: first, b: second, limit: 5 });
  const deal = rows[0]!;
  await must(scoringContract.rescore, {});
  expect(await figureOf(deal.id)).toMatchObject({ versionId: first });
  const answer = await sample.core.call(scoreModelContract.activate, { id: second });
  if (!answer.ok) throw new Error('not activated');
  expect(await inUse()).toBe(second);
  const after = await figureOf(deal.id);
  expect(after?.versionId).toBe(second);
  expect(after?.value).toBeCloseTo(deal.b, 4);

  await must(changesContract.undo, { seq: answer.transaction ?? 0 });
  expect(await inUse()).toBe(first);
  await must(scoringContract.rescore, {});
  const back = await figureOf(deal.id);
  expect(back?.versionId).toBe(first);
  expect(back?.value).toBeCloseTo(deal.a, 4);
});

test('a version that was in use before can be taken into use again, also when the clock was set back', async () => {
  await must(scoreModelContract.activate, { id: second });
  sample.core.setNow(TEST_NOW - 86_400_000);
  await must(scoreModelContract.activate, { id: first });
  sample.core.setNow(TEST_NOW);
  expect(await inUse()).toBe(first);
  expect(await sample.core.call(scoreModelContract.activate, { id: first })).toEqual({
    ok: false,
    error: { type: 'alreadyInUse' },
  });
});

const errorOf = async (answer: Promise<{ ok: boolean; error?: unknown }>) => (await answer).error;

test('what does not exist or does not fit together is answered', async () => {
  const lead = (await sample.train('lead')).id;
  const gone = { type: 'notFound', entity: 'scoreModel', id: 'nobody' };
  expect(await errorOf(sample.core.call(scoreModelContract.card, { id: 'nobody' }))).toEqual(gone);
  expect(await errorOf(sample.core.call(scoreModelContract.activate, { id: 'nobody' }))).toEqual(gone);
  expect(await errorOf(sample.core.call(scoreModelContract.compare, { a: first, b: 'nobody' }))).toEqual(gone);
  expect(await errorOf(sample.core.call(scoreModelContract.compare, { a: 'nobody', b: first }))).toEqual(gone);
  expect(await errorOf(sample.core.call(scoreModelContract.check, { id: 'nobody' }))).toEqual(gone);
  expect(await errorOf(sample.core.call(scoreModelContract.compare, { a: first, b: lead }))).toEqual({
    type: 'otherKind',
  });
  const turned = { id: first, from: '2026-05-02', to: '2026-05-01' } as never;
  expect(await errorOf(sample.core.call(scoreModelContract.check, turned))).toEqual({ type: 'emptyWindow' });
});

/** Every figure of the first version from the facts in the file. */
function figures(db: ReadDb): [string, number][] {
  const { ids, columns } = openColumns(db, 'deal', TEST_NOW);
  const version = modelById(db, first);
  if (version === null) throw new Error('The version is gone');
  const probability = predict(version.model, columns, ids.length);
  return ids.map((id, row) => [id, probability[row] ?? Number.NaN]);
}

test('an old version gives exactly the figure it gave, after a newer one, a reopening, a backup and its restoring', async () => {
  await must(workspaceContract.close, {});
  const db = reopen(sample.path);
  const before = figures(db.read);
  expect(before.length).toBeGreaterThan(50);
  expect(new Set(before.map(([, figure]) => figure)).size).toBeGreaterThan(20);
  db.close();
  const copy = valueOf(backupWorkspace(sample.path, { at: TEST_NOW, reason: 'manual' }));

  await must(workspaceContract.open, { path: sample.path });
  await sample.train();
  await must(workspaceContract.close, {});
  const later = reopen(sample.path);
  expect(figures(later.read)).toEqual(before);
  later.close();

  valueOf(restoreBackup(sample.path, copy.path, { at: TEST_NOW + 1000 }));
  const restored = reopen(sample.path);
  expect(figures(restored.read)).toEqual(before);
  restored.close();
  await must(workspaceContract.open, { path: sample.path });
});
