import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accountContract } from '#shared/contract/account.contract.ts';
import { changesContract } from '#shared/contract/changes.contract.ts';
import { documentContract, type DocumentTarget } from '#shared/contract/document.contract.ts';
import { activityContract, opportunityContract, taskContract } from '#shared/contract/opportunity.contract.ts';
import { settingsContract } from '#shared/contract/settings.contract.ts';
import { workspaceContract } from '#shared/contract/workspace.contract.ts';
import { startTestCore, type TestCore } from '#tests/support/testCore.ts';

const { attach, list, open, remove, restore, saveCopy, update } = documentContract;
let core: TestCore;
let path: string;
let sources: string;
let deal: string;
let accountId: string;

beforeAll(async () => {
  sources = mkdtempSync(join(tmpdir(), 'kongdan-sources-'));
  core = await startTestCore();
  path = (await core.must(workspaceContract.create, { name: '文件', kind: 'empty', personName: '林悦' })).path;
  const made = await core.must(opportunityContract.create, { name: '影像中心', account: { name: '望澜医院' } });
  deal = made.card.id;
  accountId = made.card.account?.id ?? '';
});
afterAll(async () => {
  await core.end();
  rmSync(sources, { recursive: true, force: true });
});

/** Hands a file of this content to the core, as a shell does. */
function hand(name: string, content: string | Buffer = name): string {
  const file = join(sources, `${readdirSync(sources).length}.bin`);
  writeFileSync(file, content);
  return core.core.registerFile(file, name);
}
const attachTo = async (target: DocumentTarget, name: string, content: string | Buffer = name) => {
  const { documents } = await core.must(attach, { files: [hand(name, content)], target });
  return documents[0]?.id ?? '';
};
const names = async (entity: 'opportunity' | 'account' | 'task', id: string) =>
  (await core.must(list, { entity, id })).documents.map((document) => document.name);
const makeTask = async (title: string) => (await core.must(taskContract.create, { title, opportunityId: deal })).id;
const content = async (id: string) => {
  const { handle } = await core.must(open, { id });
  return readFileSync(core.core.lentFile(handle)?.path ?? '', 'utf8');
};

describe('attaching', () => {
  it('keeps name, size, kind and person, and hands the same bytes out again', async () => {
    const { documents } = await core.must(attach, {
      files: [hand('行业分析报告.pdf', '%PDF-1.4 分析'), hand('空.txt', '')],
      target: { entity: 'opportunity', id: deal },
      kind: 'analysis',
    });
    expect(documents.map(({ name }) => name)).toEqual(['行业分析报告.pdf', '空.txt']);
    const listed = (await core.must(list, { entity: 'opportunity', id: deal })).documents;
    expect(listed).toHaveLength(2);
    expect(listed.find(({ id }) => id === documents[0]?.id)).toMatchObject({
      name: '行业分析报告.pdf',
      mime: 'application/pdf',
      bytes: 15,
      kind: 'analysis',
      by: { name: '林悦' },
      places: [{ entity: 'opportunity', id: deal, label: '影像中心', opportunity: { id: deal } }],
    });
    expect(await content(documents[0]?.id ?? '')).toBe('%PDF-1.4 分析');
    expect(await content(documents[1]?.id ?? '')).toBe('');
    expect((await core.must(opportunityContract.page, { id: deal })).counts.documents).toBe(2);
  });

  it('shows what hangs on tasks, activities and people with the deal and the account', async () => {
    const made = await core.must(opportunityContract.create, { name: '二期', account: { id: accountId } });
    const id = made.card.id;
    const taskId = (await core.must(taskContract.create, { title: '方案', opportunityId: id })).id;
    const visit = await core.must(activityContract.log, { kind: 'visit', subject: '拜访', opportunityId: id });
    await attachTo({ entity: 'task', id: taskId }, '方案.docx');
    await attachTo({ entity: 'activity', id: visit.id }, '照片.jpg');
    await attachTo({ entity: 'account', id: accountId }, '营业执照.pdf');
    expect((await names('opportunity', id)).toSorted()).toEqual(['方案.docx', '照片.jpg'].toSorted());
    expect(await names('account', accountId)).toEqual(
      expect.arrayContaining(['方案.docx', '照片.jpg', '营业执照.pdf']),
    );
    const tasks = await core.must(taskContract.ofOpportunity, { opportunityId: id });
    expect(tasks.find((task) => task.id === taskId)?.documents).toBe(1);
  });

  it('keeps what hangs on a private activity from other sellers', async () => {
    const visit = await core.must(activityContract.log, {
      kind: 'visit',
      subject: '私下',
      opportunityId: deal,
      private: true,
    });
    const id = await attachTo({ entity: 'activity', id: visit.id }, '私密.txt');
    const other = await core.must(settingsContract.saveMember, { name: '周启航', role: 'seller' });
    const me = (await core.must(workspaceContract.status, {})).open?.me?.id ?? '';
    await core.must(settingsContract.setMe, { memberId: other.id });
    expect(await names('opportunity', deal)).not.toContain('私密.txt');
    expect(await core.call(open, { id })).toMatchObject({ ok: false, error: { type: 'notFound' } });
    expect(await core.call(remove, { id })).toMatchObject({ ok: false, error: { type: 'notFound' } });
    await core.must(settingsContract.setMe, { memberId: me });
    expect(await names('opportunity', deal)).toContain('私密.txt');
  });

  it('refuses, and attaches nothing of the rest', async () => {
    const target: DocumentTarget = { entity: 'opportunity', id: deal };
    const before = await names('opportunity', deal);
    const folder = join(sources, 'folder');
    mkdirSync(folder);
    for (const handle of [
      'file-unknown',
      core.core.registerFile(folder, '文件夹'),
      core.core.registerFile('/none', 'x'),
    ])
      expect(await core.call(attach, { files: [hand('好.txt'), handle], target })).toMatchObject({
        ok: false,
        error: { type: 'fileUnreadable' },
      });
    for (const entity of ['opportunity', 'account', 'contact', 'activity', 'task', 'criterionEvidence'] as const)
      expect(await core.call(attach, { files: [hand('x')], target: { entity, id: 'nobody' } })).toMatchObject({
        ok: false,
        error: { type: 'notFound', entity },
      });
    expect(await core.call(attach, { files: [hand('x')], target, thenDone: true })).toMatchObject({
      ok: false,
      error: { type: 'invalidInput' },
    });
    expect(await names('opportunity', deal)).toEqual(before);
  });

  it('makes dangerous names harmless before they are kept', async () => {
    const id = await attachTo({ entity: 'account', id: accountId }, '../..\\evil\u202Efdp.exe');
    const { name } = await core.must(open, { id });
    expect(name).toBe('evilfdp.exe');
    await core.must(update, { id, fields: { name: '/etc/passwd' } });
    expect((await core.must(open, { id })).name).toBe('passwd');
  });
});

describe('taking back', () => {
  it('undoes attaching and redoes it; the content stays', async () => {
    const task = await makeTask('撤销');
    const answer = await core.call(attach, { files: [hand('撤销.txt')], target: { entity: 'task', id: task } });
    const seq = answer.ok ? (answer.transaction ?? 0) : 0;
    const undone = await core.must(changesContract.undo, { seq });
    expect(await names('task', task)).toEqual([]);
    await core.must(changesContract.undo, { seq: undone.seq });
    expect(await names('task', task)).toEqual(['撤销.txt']);
    const [document] = (await core.must(list, { entity: 'task', id: task })).documents;
    expect(await content(document?.id ?? '')).toBe('撤销.txt');
  });

  it('removes into the trash, and brings back by restoring or by undo', async () => {
    const task = await makeTask('回收');
    const id = await attachTo({ entity: 'task', id: task }, '回收.txt');
    const removed = await core.call(remove, { id });
    expect(await names('task', task)).toEqual([]);
    expect(await core.call(open, { id })).toMatchObject({ ok: false, error: { type: 'notFound' } });
    expect(await core.call(update, { id, fields: { name: 'x' } })).toMatchObject({ ok: false });
    expect(await core.call(remove, { id })).toMatchObject({ ok: false });
    await core.must(changesContract.undo, { seq: removed.ok ? (removed.transaction ?? 0) : 0 });
    expect(await names('task', task)).toEqual(['回收.txt']);
    await core.must(remove, { id });
    await core.must(restore, { id });
    expect(await names('task', task)).toEqual(['回收.txt']);
    expect(await core.call(restore, { id })).toMatchObject({ ok: false, error: { type: 'notFound' } });
    expect(await content(id)).toBe('回收.txt');
  });

  it('renames and says what it is', async () => {
    const task = await makeTask('改名');
    const id = await attachTo({ entity: 'task', id: task }, '新建文档.docx');
    await core.must(update, { id, fields: { name: '  招标文件.pdf ', kind: 'tender' } });
    const [document] = (await core.must(list, { entity: 'task', id: task })).documents;
    expect(document).toMatchObject({ name: '招标文件.pdf', kind: 'tender', mime: 'application/pdf' });
    expect(await core.call(update, { id, fields: { name: ' ' } })).toMatchObject({ ok: false });
  });
});

describe('handing out', () => {
  it('tells a missing and a damaged content, and keeps the entry', async () => {
    const task = await makeTask('损坏');
    const id = await attachTo({ entity: 'task', id: task }, '合同.pdf', 'the contract');
    const { handle } = await core.must(open, { id });
    const file = core.core.lentFile(handle)?.path ?? '';
    writeFileSync(file, 'the c0ntract');
    expect(await core.call(open, { id })).toEqual({ ok: false, error: { type: 'contentDamaged', name: '合同.pdf' } });
    rmSync(file);
    expect(await core.call(open, { id })).toEqual({ ok: false, error: { type: 'contentMissing', name: '合同.pdf' } });
    expect(await names('task', task)).toEqual(['合同.pdf']);
    await attachTo({ entity: 'task', id: task }, '合同.pdf', 'the contract');
    expect(await content(id)).toBe('the contract');
  });

  it('takes a handle back after half an hour', async () => {
    const { handle } = await core.must(open, { id: await attachTo({ entity: 'opportunity', id: deal }, '限时.txt') });
    expect(core.core.lentFile(handle)).not.toBeNull();
    core.setNow(Date.UTC(2026, 8, 14, 2, 31));
    expect(core.core.lentFile(handle)).toBeNull();
    expect(core.core.lentFile('lent-unknown')).toBeNull();
  });

  it('writes a copy for the command line, never for a page, never over a file', async () => {
    const id = await attachTo({ entity: 'opportunity', id: deal }, '副本.txt', '内容');
    const target = join(sources, 'out.txt');
    expect(await core.core.invoke(saveCopy.name, { id, path: target }, { door: 'screen' })).toMatchObject({
      ok: false,
      error: { type: 'forbidden' },
    });
    expect(existsSync(target)).toBe(false);
    expect(await core.call(saveCopy, { id, path: 'out.txt' })).toMatchObject({
      ok: false,
      error: { type: 'pathNotAbsolute' },
    });
    expect(await core.must(saveCopy, { id, path: target })).toEqual({ path: target, bytes: 6 });
    expect(readFileSync(target, 'utf8')).toBe('内容');
    expect(await core.call(saveCopy, { id, path: target })).toMatchObject({ ok: false, error: { type: 'fileExists' } });
    expect(await core.call(saveCopy, { id, path: join(sources, 'no', 'where') })).toMatchObject({
      ok: false,
      error: { type: 'storage', code: 'ENOENT' },
    });
  });
});

describe('the files folder of a workspace', () => {
  it('outlives a restored backup, and goes along when the workspace is moved', async () => {
    const task = await makeTask('备份');
    const kept = await attachTo({ entity: 'task', id: task }, '备份前.txt');
    const backup = await core.must(workspaceContract.backUp, {});
    const late = await attachTo({ entity: 'task', id: task }, '备份后.txt');
    await core.must(workspaceContract.restore, { path, backupPath: backup.path });
    expect(await names('task', task)).toEqual(['备份前.txt']);
    expect(await content(kept)).toBe('备份前.txt');
    expect(await core.call(open, { id: late })).toMatchObject({ ok: false, error: { type: 'notFound' } });
    // Attached again, the content that stayed is used again.
    expect(await content(await attachTo({ entity: 'task', id: task }, '备份后.txt'))).toBe('备份后.txt');

    await core.must(workspaceContract.close, {});
    const moved = join(core.folder, 'elsewhere', '新名.kongdan');
    mkdirSync(join(core.folder, 'elsewhere'));
    renameSync(path, moved);
    renameSync(`${path}-files`, join(core.folder, 'elsewhere', '旧名.kongdan-files'));
    await core.must(workspaceContract.open, { path: moved });
    expect(await content(kept)).toBe('备份前.txt');
    expect(existsSync(`${moved}-files`)).toBe(true);
  });

  it('is not handed out after the workspace was closed', async () => {
    const account = await core.must(accountContract.list, {});
    const id = await attachTo({ entity: 'account', id: account.rows[0]?.id ?? '' }, '关闭.txt');
    const { handle } = await core.must(open, { id });
    await core.must(workspaceContract.close, {});
    expect(core.core.lentFile(handle)).toBeNull();
  });
});
