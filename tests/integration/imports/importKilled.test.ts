import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { nodeBinary } from '#tests/support/builtProgram.ts';
import { crmFixture } from '#tests/support/importFixtures.ts';
import { startProcess } from '#tests/support/runProcess.ts';
import { makeWorkspace, reopen, temporaryFolder } from '#tests/support/workspaceFixture.ts';

const folder = temporaryFolder();
afterAll(() => folder.remove());
const child = join(import.meta.dirname, 'children', 'importAndWait.ts');

test('an import that is killed in the middle leaves nothing, and comes in whole the next time', async () => {
  const path = folder.file('killed.kongdan');
  makeWorkspace(path).close();
  const deals = folder.file('deals.csv');
  writeFileSync(deals, crmFixture(3000).deals);
  const running = startProcess(nodeBinary, [child, path, deals, '2000']);
  await running.waitFor(/at 2000/u);
  running.signal('SIGKILL');
  await running.ended;

  const after = reopen(path);
  for (const table of [
    'opportunity',
    'account',
    'process',
    'externalRef',
    'stageChange',
    'importBatch',
    'syncTx',
    'syncPending',
  ]) {
    expect([table, after.read.get(`SELECT count(*) AS n FROM ${table}`)]).toEqual([table, { n: 0 }]);
  }
  after.close();

  const again = await startProcess(nodeBinary, [child, path, deals, '1000000']).ended;
  expect(again.err).toBe('');
  expect(again.out).toMatch(/^done/u);
  const whole = reopen(path);
  expect(whole.read.get('SELECT count(*) AS n FROM opportunity')).toEqual({ n: 3000 });
  expect(whole.read.get('SELECT count(*) AS n FROM importBatch')).toEqual({ n: 1 });
  whole.close();
});
