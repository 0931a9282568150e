import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { documentContract } from '#shared/contract/document.contract.ts';
import { processContract as contract } from '#shared/contract/process.contract.ts';
import { workspaceContract } from '#shared/contract/workspace.contract.ts';
import { soundDraft, withStage } from '#tests/support/processDrafts.ts';
import { startTestCore, type TestCore } from '#tests/support/testCore.ts';

let core: TestCore;
beforeAll(async () => {
  core = await startTestCore();
  await core.must(workspaceContract.create, { name: '工具', kind: 'empty', personName: '林悦' });
});
afterAll(() => core.end());

it('offers a file of the workspace as a tool, in this version and the next', async () => {
  const { id } = await core.must(contract.createEmpty, { name: '渠道' });
  const path = join(core.folder, '行业报告.txt');
  writeFileSync(path, '三个变化');
  const handle = core.core.registerFile(path, '行业报告.txt');
  const target = { entity: 'process', id } as const;
  const { documents } = await core.must(documentContract.attach, { files: [handle], target });
  const tool = { kind: 'file' as const, title: '行业报告', body: '', documentId: documents[0]!.id };
  await core.must(contract.saveDraft, { id, body: withStage(soundDraft(), 'verify', { toolkit: [tool] }) });
  await core.must(contract.publish, { id });
  const { published } = await core.must(contract.get, { id });
  expect(published?.stages[0]?.toolkit).toEqual([tool]);
  expect(await core.must(documentContract.open, { id: tool.documentId })).toMatchObject({ name: '行业报告.txt' });
  const shown = await core.must(documentContract.list, target);
  expect(shown.documents[0]?.places).toMatchObject([{ entity: 'process', label: '渠道', opportunity: null }]);
  await core.must(contract.saveDraft, { id, body: withStage(published!, 'verify', { name: '核实' }) });
  await core.must(contract.publish, { id });
  expect((await core.must(contract.get, { id })).published?.stages[0]?.toolkit).toEqual([tool]);
});

it('does not attach files to a process that does not exist', async () => {
  const path = join(core.folder, '别处.txt');
  writeFileSync(path, 'x');
  const files = [core.core.registerFile(path, '别处.txt')];
  const answer = await core.call(documentContract.attach, { files, target: { entity: 'process', id: 'none' } });
  expect(answer).toMatchObject({ ok: false, error: { type: 'notFound', entity: 'process' } });
});
