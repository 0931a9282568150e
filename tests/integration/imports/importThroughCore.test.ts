import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { importContract } from '#shared/contract/import.contract.ts';
import { workspaceContract } from '#shared/contract/workspace.contract.ts';
import { crmFixture } from '#tests/support/importFixtures.ts';
import { startTestCore, type TestCore } from '#tests/support/testCore.ts';

let core: TestCore;
const folder = mkdtempSync(join(tmpdir(), 'kongdan-core-import-'));
beforeAll(async () => {
  core = await startTestCore();
  await core.must(workspaceContract.create, { name: '导入', kind: 'empty', personName: '林悦' });
});
afterAll(async () => {
  await core.end();
  rmSync(folder, { recursive: true, force: true });
});
const file = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return core.core.registerFile(path, name);
};

test('a file goes through inspection, import, list and undo by the operations of the wizard', async () => {
  const handle = file('deals.csv', crmFixture(900).deals);
  const { plan } = await core.must(importContract.inspect, { files: [handle] });
  const saved = await core.must(importContract.saveMapping, { name: '每周导出', plan });
  expect(saved.id).not.toBe('');
  core.events.length = 0;
  const done = await core.must(importContract.run, { plan });
  expect(done.counts.find(({ entity }) => entity === 'opportunity')?.create).toBe(900);
  const progress = core.events.filter((event) => event.type === 'progress');
  expect(progress.some(({ job, phase }) => job === 'import.run' && phase === 'rows')).toBe(true);
  expect(core.events).toContainEqual(expect.objectContaining({ type: 'changed', topics: importContract.run.topics }));
  expect((await core.must(importContract.batches, {}))[0]).toMatchObject({
    id: done.batchId,
    memberName: '林悦',
    canUndo: true,
  });
  expect(await core.must(importContract.undo, { batchId: done.batchId })).toMatchObject({ kept: 0 });
  expect((await core.must(importContract.batches, {}))[0]).toMatchObject({ canUndo: false });
});

test('a running import is cancelled without a trace', async () => {
  const handle = file('many.csv', crmFixture(20_000).deals);
  const { plan } = await core.must(importContract.inspect, { files: [handle] });
  const stop = core.core.subscribe((event) => {
    if (event.type === 'progress' && event.job === 'import.run')
      void core.call(workspaceContract.cancelJob, { job: 'import.run' });
  });
  const answer = await core.call(importContract.run, { plan });
  stop();
  expect(answer).toEqual({ ok: false, error: { type: 'cancelled' } });
  expect((await core.must(importContract.batches, {})).length).toBe(1);
});

test('a second look follows what a person chose, and stages follow the chosen column', async () => {
  const handle = file('loose.csv', 'Deal;Phase;Kind\nOne;Talk;Old\nTwo;Sign;New\n');
  const first = await core.must(importContract.inspect, { files: [handle] });
  expect(first.files[0]?.plan.delimiter).toBe(';');
  const columns = { Deal: { field: 'name' }, Phase: { field: 'stage' }, Kind: { keepAs: 'Kind' } };
  const second = await core.must(importContract.inspect, {
    files: [handle],
    choices: [{ file: handle, entity: 'opportunity', columns }],
  });
  expect(second.files[0]?.plan).toMatchObject({ entity: 'opportunity', delimiter: ';', columns });
  expect(second.stageTexts.map(({ text }) => text).toSorted()).toEqual(['Sign', 'Talk']);
  const other = await core.must(importContract.inspect, {
    files: [handle],
    choices: [
      { file: handle, entity: 'opportunity', columns: { ...columns, Kind: { field: 'stage' }, Phase: { skip: true } } },
    ],
  });
  expect(other.stageTexts.map(({ text }) => text).toSorted()).toEqual(['New', 'Old']);
  const comma = await core.must(importContract.inspect, {
    files: [handle],
    choices: [{ file: handle, delimiter: ',' }],
  });
  expect(comma.files[0]?.headers.map(({ header }) => header)).toEqual(['Deal;Phase;Kind']);
});

test('a chosen encoding in which the file cannot be read is told, with what would do', async () => {
  // 客户,城市 in GB18030.
  const handle = file('gb.csv', Buffer.from('bfcdbba72cb3c7cad00abfcdbba72cb3c7cad00a', 'hex'));
  const answer = await core.call(importContract.inspect, {
    files: [handle],
    choices: [{ file: handle, encoding: 'utf-8' }],
  });
  expect(answer).toMatchObject({ ok: false, error: { type: 'wrongEncoding', suggested: 'gb18030' } });
});

test('a handle that no shell gave out is refused', async () => {
  expect(await core.call(importContract.inspect, { files: ['/etc/passwd'] })).toEqual({
    ok: false,
    error: { type: 'unknownFile' },
  });
});
