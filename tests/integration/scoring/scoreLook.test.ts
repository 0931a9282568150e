import { afterAll, beforeAll, expect, it } from 'vitest';
import { openForJob, openReadOnly } from '#db/open.ts';
import { activityContract } from '#shared/contract/opportunity.contract.ts';
import { changesContract } from '#shared/contract/changes.contract.ts';
import { scoringContract } from '#shared/contract/scoring.contract.ts';
import { workspaceContract } from '#shared/contract/workspace.contract.ts';
import { ok } from '#shared/lib/result.ts';
import { oneColumnModel, useModel } from '#tests/support/scoreModels.ts';
import { startTestCore, TEST_NOW, type TestCore } from '#tests/support/testCore.ts';

let core: TestCore;
let path: string;
let deal: string;

beforeAll(async () => {
  core = await startTestCore();
  path = (await core.must(workspaceContract.create, { name: '示例', kind: 'sample', size: 'demo' })).path;
  const file = openForJob(path, TEST_NOW);
  file.write({ actor: '', label: 'test', at: TEST_NOW }, (db) => {
    useModel(db, 'm', { model: oneColumnModel('activities'), at: TEST_NOW });
    return ok(null);
  });
  file.close();
  deal = read(`SELECT id FROM opportunity WHERE status = 'open' AND removedAt IS NULL
    ORDER BY (SELECT count(*) FROM activity a WHERE a.opportunityId = opportunity.id) LIMIT 1`) as string;
}, 60_000);
afterAll(() => core.end());

function read(sql: string): unknown {
  const file = openReadOnly(path);
  const row = file.read.get<Record<string, unknown>>(sql);
  file.close();
  return row === undefined ? undefined : Object.values(row)[0];
}

const figure = (): unknown => read(`SELECT probability FROM opportunityScore WHERE opportunityId = '${deal}'`);
const tellings = (): number =>
  core.events.filter((event) => event.type === 'changed' && event.topics.includes('scoring')).length;

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 20));
}

it('scores every open deal in a worker when asked to, and nothing twice', async () => {
  const open = read(`SELECT count(*) FROM opportunity WHERE status IN ('open', 'paused') AND removedAt IS NULL`);
  const done = await core.must(scoringContract.rescore, { kinds: ['deal'] });
  expect(done).toMatchObject({ scored: open, changed: open });
  expect(await core.must(scoringContract.rescore, {})).toMatchObject({ scored: 0, changed: 0 });
}, 60_000);

it('gives a deal its new figure by itself after a command, and its old one back after the undo, and says so', async () => {
  const before = figure() as number;
  const told = tellings();
  const logged = await core.call(activityContract.log, { kind: 'visit', subject: '拜访', opportunityId: deal });
  await until(() => figure() !== before);
  expect(figure()).toBeGreaterThan(before);
  await until(() => tellings() > told);
  const seq = logged.ok ? logged.transaction : undefined;
  await core.must(changesContract.undo, { seq: seq! });
  await until(() => figure() === before);
  const { points } = await core.must(scoringContract.history, { kind: 'deal', id: deal });
  expect(points).toHaveLength(3);
  expect(points[0]!.value).toBe(points[2]!.value);
}, 60_000);
