import { copyFileSync, existsSync, readdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { settingsContract } from '#shared/contract/settings.contract.ts';
import { workspaceContract } from '#shared/contract/workspace.contract.ts';
import { startTestCore, type TestCore } from '#tests/support/testCore.ts';

let core: TestCore;

beforeEach(async () => {
  core = await startTestCore();
});
afterEach(async () => {
  await core.end();
});

const createEmpty = (name = '华东大客户组') =>
  core.must(workspaceContract.create, { name, kind: 'empty', personName: '林悦' });

describe('a workspace', () => {
  test('that is new is empty, has its person and is remembered', async () => {
    const info = await createEmpty();
    expect(info).toMatchObject({ name: '华东大客户组', currency: 'CNY', me: { name: '林悦' } });
    const contents = await core.must(workspaceContract.contents, {});
    expect(contents).toEqual({ opportunities: 0, accounts: 0, activities: 0 });
    expect(await core.must(workspaceContract.recent, {})).toMatchObject([{ path: info.path, exists: true }]);
    expect(await core.must(settingsContract.members, {})).toMatchObject([{ name: '林悦', active: true }]);
  });

  test('with a name that no file may have still gets a file', async () => {
    const info = await createEmpty('季度/复盘: <Q3>?');
    expect(existsSync(info.path)).toBe(true);
    expect(info.name).toBe('季度/复盘: <Q3>?');
  });

  test('of the same name as another gets a file of its own', async () => {
    const first = await createEmpty();
    const second = await createEmpty();
    expect(second.path).not.toBe(first.path);
  });

  test('that another program has open is refused with who has it', async () => {
    const info = await createEmpty();
    const other = await startTestCore();
    try {
      const answer = await other.call(workspaceContract.open, { path: info.path });
      expect(answer).toMatchObject({ ok: false, error: { type: 'locked', path: info.path } });
      expect(!answer.ok && 'by' in answer.error && answer.error.by).toContain(String(process.pid));
    } finally {
      await other.end();
    }
  });

  test('that cannot be opened leaves the open one open', async () => {
    const info = await createEmpty();
    const broken = join(core.folder, 'broken.kongdan');
    writeFileSync(broken, 'not a database at all, just some words that somebody saved under this name');
    expect(await core.call(workspaceContract.open, { path: broken })).toMatchObject({
      ok: false,
      error: { type: 'notAWorkspace' },
    });
    const status = await core.must(workspaceContract.status, {});
    expect(status.open?.path).toBe(info.path);
  });

  test('that was damaged is restored from its backup, and the damaged file is kept', async () => {
    const info = await createEmpty();
    const backup = await core.must(workspaceContract.backUp, {});
    await core.must(workspaceContract.close, {});
    truncateSync(info.path, 5000);
    const opened = await core.call(workspaceContract.open, { path: info.path });
    expect(opened).toMatchObject({ ok: false, error: { type: 'corrupt', newestBackup: backup.path } });
    const restored = await core.must(workspaceContract.restore, { path: info.path, backupPath: backup.path });
    expect(restored.me?.name).toBe('林悦');
    expect(readdirSync(`${info.path}-backups`).length).toBeGreaterThan(1);
  });

  test('that does not exist is said to be missing', async () => {
    expect(await core.call(workspaceContract.open, { path: join(core.folder, 'gone.kongdan') })).toMatchObject({
      ok: false,
      error: { type: 'notFoundFile' },
    });
  });

  test('copied while open can be opened elsewhere under its own device', async () => {
    const info = await createEmpty();
    const backup = await core.must(workspaceContract.backUp, {});
    const copy = join(core.folder, 'copy.kongdan');
    copyFileSync(backup.path, copy);
    expect((await core.must(workspaceContract.open, { path: copy })).id).toBe(info.id);
  });

  test('cannot be named by the screen unless it is known to this device', async () => {
    const info = await createEmpty();
    const foreign = join(core.folder, 'elsewhere.kongdan');
    copyFileSync((await core.must(workspaceContract.backUp, {})).path, foreign);
    const answer = await core.core.invoke('workspace.open', { path: foreign }, { door: 'screen' });
    expect(answer).toMatchObject({ ok: false, error: { type: 'forbidden' } });
    const handle = core.core.registerFile(foreign, 'elsewhere.kongdan');
    expect(await core.core.invoke('workspace.open', { file: handle }, { door: 'screen' })).toMatchObject({ ok: true });
    expect(await core.core.invoke('workspace.open', { path: info.path }, { door: 'screen' })).toMatchObject({
      ok: true,
    });
  });
});

describe('the sample workspace', () => {
  test('that is cancelled leaves no file behind', async () => {
    const creating = core.call(workspaceContract.create, { name: '示例', kind: 'sample', size: 'medium' });
    await expect.poll(() => core.events.some((event) => event.type === 'progress'), { timeout: 20_000 }).toBe(true);
    expect(await core.must(workspaceContract.cancelJob, { job: 'sample' })).toEqual({ cancelled: true });
    expect(await creating).toMatchObject({ ok: false, error: { type: 'cancelled' } });
    expect(readdirSync(join(core.folder, 'workspaces'))).toEqual([]);
    expect(await core.must(workspaceContract.recent, {})).toEqual([]);
  });

  test('comes with people, deals and history and belongs to its person', async () => {
    const info = await core.must(workspaceContract.create, { name: '示例', kind: 'sample', size: 'demo' });
    expect(readdirSync(`${info.path}-files`)).toHaveLength(3);
    expect(info.me?.name).toBe('林悦');
    const contents = await core.must(workspaceContract.contents, {});
    expect(contents.opportunities).toBe(300);
    expect(contents.activities).toBeGreaterThan(300);
  });
});
