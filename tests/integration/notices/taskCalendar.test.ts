import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ICAL from 'ical.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { changesContract } from '#shared/contract/changes.contract.ts';
import { opportunityContract, taskContract } from '#shared/contract/opportunity.contract.ts';
import { taskCalendarContract } from '#shared/contract/taskCalendar.contract.ts';
import { workspaceContract } from '#shared/contract/workspace.contract.ts';
import { startTestCore, TEST_NOW, type TestCore } from '#tests/support/testCore.ts';

/** Installed by `npm test` where it may install; see scripts/setup/ensureKhal.mjs. */
const KHAL = '/usr/bin/khal';
const DAY = 86_400_000;

let core: TestCore;
beforeEach(async () => {
  core = await startTestCore();
  await core.must(workspaceContract.create, { name: '华东', kind: 'empty', personName: '林悦' });
});
afterEach(() => core.end());

const todos = (text: string) =>
  new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vtodo').map((todo) => ({
    uid: String(todo.getFirstPropertyValue('uid')),
    summary: String(todo.getFirstPropertyValue('summary')),
    status: String(todo.getFirstPropertyValue('status')),
    sequence: Number(todo.getFirstPropertyValue('sequence')),
    changed: String(todo.getFirstPropertyValue('last-modified')),
  }));

test('one’s own file has the open tasks and what was closed of late; a UID stays, and every edit and undo counts up', async () => {
  const { id } = await core.must(taskContract.create, { title: '回访', dueDate: '2026-09-20' });
  const old = await core.must(taskContract.create, { title: '早就做完', dueDate: '2026-01-05' });
  core.setNow(TEST_NOW - 200 * DAY);
  await core.must(taskContract.setStatus, { id: old.id, status: 'done' });
  core.setNow(TEST_NOW);
  const first = await core.must(taskCalendarContract.export, {});
  expect(first).toMatchObject({ fileName: '林悦.ics', mediaType: 'text/calendar; charset=utf-8', tasks: 1 });
  const [before] = todos(first.text);
  expect(before).toMatchObject({ uid: `${id}@kongdan`, status: 'NEEDS-ACTION', sequence: 0 });

  core.setNow(TEST_NOW + 60_000);
  const edit = await core.call(taskContract.update, { id, fields: { dueDate: '2026-09-22', title: '回访院长' } });
  const [moved] = todos((await core.must(taskCalendarContract.export, {})).text);
  expect(moved).toMatchObject({ uid: before?.uid, summary: '回访院长', sequence: 1, changed: '2026-09-14T02:01:00Z' });
  if (!edit.ok || edit.transaction === undefined) throw new Error('Not edited');
  await core.must(changesContract.undo, { seq: edit.transaction });
  const [back] = todos((await core.must(taskCalendarContract.export, {})).text);
  expect(back).toMatchObject({ summary: '回访', sequence: 2 });
  await core.must(taskContract.setStatus, { id, status: 'done' });
  expect(todos((await core.must(taskCalendarContract.export, {})).text)).toMatchObject([{ status: 'COMPLETED' }]);
});

test('the file of a deal has all of its tasks and no others; a deal that is not there has none', async () => {
  const { card } = await core.must(opportunityContract.create, { name: 'CT/扩容?', account: { name: '望澜医院' } });
  await core.must(taskContract.create, { title: '不属于商机' });
  await core.must(taskContract.create, { title: '报价', opportunityId: card.id, dueDate: '2026-09-20' });
  const file = await core.must(taskCalendarContract.export, { opportunityId: card.id });
  expect(file.fileName).toBe('CT 扩容.ics');
  const titles = todos(file.text).map(({ summary }) => summary);
  expect(titles).toContain('报价');
  expect(titles).not.toContain('不属于商机');
  expect(await core.call(taskCalendarContract.export, { opportunityId: 'none' })).toMatchObject({
    ok: false,
    error: { type: 'notFound' },
  });
});

test('a second program imports it, and importing it again updates instead of doubling', async ({ skip }) => {
  skip(
    !existsSync(KHAL),
    'khal is not installed (Debian: apt-get install khal), so no second program imports the file.',
  );
  const store = join(core.folder, 'calendar');
  mkdirSync(store);
  const config = join(core.folder, 'khal.conf');
  writeFileSync(
    config,
    `[calendars]\n[[work]]\npath = ${store}\ntype = calendar\n[locale]\nlocal_timezone = Asia/Shanghai\n` +
      'default_timezone = Asia/Shanghai\ntimeformat = %H:%M\ndateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\n' +
      `datetimeformat = %Y-%m-%d %H:%M\nlongdatetimeformat = %Y-%m-%d %H:%M\n[sqlite]\npath = ${core.folder}/khal.db\n`,
  );
  const khal = (...words: string[]) => {
    const env = { ...process.env, LC_ALL: 'C.UTF-8', HOME: core.folder, PATH: '/usr/bin:/bin' };
    const done = spawnSync(KHAL, ['-c', config, ...words], { env, encoding: 'utf8' });
    if (done.status !== 0) throw new Error(`khal ${words.join(' ')}: ${done.stderr}${done.stdout}`);
    return done.stdout;
  };
  const file = join(core.folder, 'tasks.ics');
  const importNow = async () => {
    writeFileSync(file, (await core.must(taskCalendarContract.export, {})).text);
    khal('import', '--batch', '-a', 'work', file);
    return khal('list', '--format', '{start-time} {title}', '2026-09-16', '2d');
  };
  const title = '手术室跟台：三维 C 臂，带报价; 第二版';
  const { id } = await core.must(taskContract.create, { title, dueDate: '2026-09-16', dueMinute: 14 * 60 });
  await core.must(taskContract.create, { title: '别的约会', dueDate: '2026-09-17', dueMinute: 9 * 60 });
  expect(await importNow()).toContain(`14:00 ${title}`);
  await core.must(taskContract.update, { id, fields: { dueMinute: 15 * 60 + 30 } });
  const after = await importNow();
  expect(after).toContain(`15:30 ${title}`);
  expect(after).toContain('09:00 别的约会');
  expect(after.split(title)).toHaveLength(2);
  expect(readdirSync(store)).toHaveLength(2);
});
