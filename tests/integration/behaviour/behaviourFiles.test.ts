import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { behaviourContract as contract } from '#shared/contract/behaviour.contract.ts';
import { importContract } from '#shared/contract/import.contract.ts';
import { leadContract } from '#shared/contract/lead.contract.ts';
import { workspaceContract } from '#shared/contract/workspace.contract.ts';
import { startTestCore, TEST_NOW, type TestCore } from '#tests/support/testCore.ts';

let program: TestCore;
let leadId: string;
let folder: string;

beforeEach(async () => {
  program = await startTestCore();
  await program.must(workspaceContract.create, { kind: 'empty', name: '事件', personName: '林悦', locale: 'zh-CN' });
  const made = await program.must(leadContract.create, {
    fields: { company: '云杉科技', personName: '王敏', mobile: '13800138000', email: 'wang@yunshan.cn' },
  });
  leadId = made.id;
  folder = join(program.folder, 'inbox');
  mkdirSync(folder);
});
afterEach(() => program.end());

const CSV = [
  '事件,时间,姓名,公司,手机,邮箱,时长(秒),详情,事件编号',
  '访问官网,2026-09-13 09:00,王敏,云杉科技,+86 138 0013 8000,,600,产品页,E1',
  '下载白皮书,2026-09-13 10:00,王敏,云杉科技,,WANG@yunshan.cn,,选型指南,E2',
  '参加展会,2026-09-12 10:00,王敏,云杉科技,,,,秋季展,E3',
  '访问官网,2026-09-13 11:00,陌生人,无名公司,13911112222,,30,首页,E4',
  '下载白皮书,2026-09-13 10:00,王敏,云杉科技,,WANG@yunshan.cn,,选型指南,E2',
  '体验样板间,2026-09-11 10:00,王敏,云杉科技,13800138000,,,上海,E5',
  '访问官网,,王敏,云杉科技,13800138000,,,没有时间,E6',
].join('\r\n');

async function planOf(path: string, name = 'events.csv') {
  const handle = program.core.registerFile(path, name);
  return (await program.must(importContract.inspect, { files: [handle] })).plan;
}
const scoreOf = async () => program.must(contract.ofRecord, { entity: 'lead', id: leadId, asOf: TEST_NOW });
const drop = (name: string, content: string | Buffer): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
const lookTwice = async () => {
  await program.must(contract.look, {});
  return program.must(contract.look, {});
};

describe('a file of events', () => {
  it('is recognised, tried, imported, and taken back as one', async () => {
    const path = drop('events.csv', CSV);
    const plan = await planOf(path);
    expect(plan.files[0]).toMatchObject({ entity: 'behaviourEvent' });
    const tried = await program.must(importContract.dryRun, { plan });
    expect(tried.counts).toEqual([
      { entity: 'behaviourEvent', create: 5, update: 0, skip: 1, conflict: 0, errors: 1, implied: 0 },
    ]);
    expect(tried.notes).toEqual(
      expect.arrayContaining([
        { code: 'unmatchedEvents', count: 1 },
        { code: 'eventsWithoutRule', count: 1 },
      ]),
    );
    expect((await scoreOf()).total).toBe(0);
    const run = await program.must(importContract.run, { plan });
    expect(run.counts).toEqual(tried.counts);
    const score = await scoreOf();
    expect(score.total).toBe(4);
    expect(score.events.map(({ kind }) => kind)).toEqual(['download', 'siteVisit', 'event', '体验样板间']);
    expect(score.points).toBeGreaterThan(13);
    const nobody = await program.must(contract.unmatched, {});
    expect(nobody.rows.map(({ reason, who }) => [reason, who['personName'], who['mobile']])).toEqual([
      ['unknown', '陌生人', '13911112222'],
    ]);
    const again = await program.must(importContract.run, { plan });
    expect(again.counts[0]).toMatchObject({ create: 0, skip: 6 });
    await program.must(importContract.undo, { batchId: run.batchId });
    expect((await scoreOf()).total).toBe(0);
    expect((await program.must(contract.unmatched, {})).total).toBe(0);
  });

  it('in English headers names people, accounts and deals; the same person by two ways is one', async () => {
    const path = drop(
      'export.csv',
      [
        'Event,Event Time,Email,Company,Duration (seconds)',
        'Page view on website,2026-09-13T01:00:00Z,wang@yunshan.cn,,61',
        'Webinar attended,2026-09-13T02:00:00Z,,云杉科技,',
        'Demo,2026-09-13T02:00:00Z,,,',
      ].join('\n'),
    );
    const run = await program.must(importContract.run, { plan: await planOf(path) });
    expect(run.counts[0]).toMatchObject({ create: 3 });
    expect((await scoreOf()).total).toBe(2);
    expect((await program.must(contract.unmatched, {})).rows[0]).toMatchObject({ reason: 'nobody', kind: 'demo' });
  });
});

describe('leads and their events in one import', () => {
  it('find each other', async () => {
    const leads = drop('leads.csv', '公司,联系人,手机,来源,需求\n银杏仪器,赵敏,13700137000,展会,检测');
    const events = drop('events.csv', '事件,时间,手机,详情\n下载白皮书,2026-09-13 10:00,13700137000,指南');
    const handles = [program.core.registerFile(leads, 'leads.csv'), program.core.registerFile(events, 'events.csv')];
    const { plan } = await program.must(importContract.inspect, { files: handles });
    expect(plan.files.map(({ entity }) => entity)).toEqual(['lead', 'behaviourEvent']);
    await program.must(importContract.run, { plan });
    const { rows } = await program.must(leadContract.list, { text: '银杏' });
    expect(rows[0]?.behaviour?.points).toBeGreaterThan(4);
    expect((await program.must(contract.unmatched, {})).total).toBe(0);
    expect((await program.must(leadContract.list, { surging: true })).total).toBe(0);
  });
});

describe('the watched folder', () => {
  beforeEach(() => program.must(contract.watch, { folder }));

  it('is off until chosen, and refuses what is no folder', async () => {
    await program.must(contract.watch, { folder: null });
    expect(await program.call(contract.look, {})).toMatchObject({ ok: false, error: { type: 'noFolder' } });
    expect(await program.call(contract.watch, { folder: 'inbox' })).toMatchObject({ error: { type: 'notAbsolute' } });
    const gone = join(folder, 'none');
    expect(await program.call(contract.watch, { folder: gone })).toMatchObject({ error: { type: 'noFolder' } });
    expect(await program.must(contract.watched, {})).toMatchObject({ folder: null, files: [] });
  });

  it('takes a file once two looks saw it unchanged, and tells its rows', async () => {
    drop('events.csv', CSV.slice(0, 200));
    expect(await program.must(contract.look, {})).toEqual({ imported: 0, problems: 0, waiting: 1 });
    drop('events.csv', CSV);
    expect(await program.must(contract.look, {})).toEqual({ imported: 0, problems: 0, waiting: 1 });
    expect(await program.must(contract.look, {})).toEqual({ imported: 1, problems: 0, waiting: 0 });
    expect(readdirSync(folder)).toEqual(['done']);
    expect(readdirSync(join(folder, 'done')).toSorted()).toEqual(['events.csv', 'events.csv.txt']);
    const note = readFileSync(join(folder, 'done', 'events.csv.txt'), 'utf8');
    expect(note).toContain('第8行');
    expect(note).toContain('Line 8');
    expect((await scoreOf()).total).toBe(4);
    const [file] = (await program.must(contract.watched, {})).files;
    expect(file).toMatchObject({ name: 'events.csv', outcome: 'imported', created: 5, unmatched: 1, skipped: 1 });
    await program.must(importContract.undo, { batchId: file!.batchId! });
    expect((await scoreOf()).total).toBe(0);
  });

  it('puts aside what it cannot take, says why in words, and goes on', async () => {
    drop('empty.csv', '');
    drop('picture.csv', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3, 0, 0, 255, 254, 0, 17]));
    drop('broken.csv', '事件,时间,手机\n"访问,2026-09-13,138');
    drop('customers.csv', '客户名称,行业,城市\n云杉科技,医疗,上海\n');
    drop('useless.csv', '事件,时间,手机\n访问官网,,13800138000\n');
    drop('.hidden.csv', CSV);
    drop('copying.csv.part', CSV);
    mkdirSync(join(folder, 'own'));
    writeFileSync(join(folder, 'own', 'events.csv'), CSV);
    drop('good.csv', Buffer.from('\uFEFF' + CSV, 'utf16le'));
    expect(await lookTwice()).toEqual({ imported: 1, problems: 5, waiting: 0 });
    const put = readdirSync(join(folder, 'problem')).toSorted();
    expect(put).toEqual(
      ['broken.csv', 'customers.csv', 'empty.csv', 'picture.csv', 'useless.csv'].flatMap((name) => [
        name,
        `${name}.txt`,
      ]),
    );
    for (const name of put.filter((one) => one.endsWith('.txt')))
      expect(readFileSync(join(folder, 'problem', name), 'utf8').length).toBeGreaterThan(40);
    expect(readFileSync(join(folder, 'problem', 'customers.csv.txt'), 'utf8')).toContain('看不出是行为事件');
    expect(readdirSync(folder).toSorted()).toEqual(['.hidden.csv', 'copying.csv.part', 'done', 'own', 'problem']);
    expect((await scoreOf()).total).toBe(4);
  });

  it('reads GB18030, and imports a renamed copy only once', async () => {
    const gbk = Buffer.from([0xca, 0xc2, 0xbc, 0xfe]); // 事件
    const rest = Buffer.from(',time,mobile\nvisit,2026-09-13 10:00,13800138000\n', 'latin1');
    drop('gbk.csv', Buffer.concat([gbk, rest]));
    expect(await lookTwice()).toMatchObject({ imported: 1, problems: 0 });
    drop('copy of gbk.csv', Buffer.concat([gbk, rest]));
    expect(await lookTwice()).toMatchObject({ imported: 1, problems: 0 });
    const { files } = await program.must(contract.watched, {});
    expect(files.map(({ outcome }) => outcome)).toEqual(['known', 'imported']);
    expect(await program.must(importContract.batches, {})).toHaveLength(1);
    expect((await scoreOf()).total).toBe(1);
  });

  it('imports nothing twice after dying between the import and the move', async () => {
    drop('events.csv', CSV);
    await lookTwice();
    // As a crash leaves it: the import is in, the file still lies where it was dropped.
    renameSync(join(folder, 'done', 'events.csv'), join(folder, 'events.csv'));
    const { folder: place } = program;
    const { open } = await program.must(workspaceContract.status, {});
    await program.core.close();
    program = await startTestCore({ folder: place });
    await program.must(workspaceContract.open, { path: open!.path });
    expect(await lookTwice()).toMatchObject({ imported: 1, problems: 0 });
    expect(await program.must(importContract.batches, {})).toHaveLength(1);
    expect((await scoreOf()).total).toBe(4);
    expect(existsSync(join(folder, 'done', 'events.csv'))).toBe(true);
    await program.end();
    rmSync(place, { recursive: true, force: true, maxRetries: 3 });
  });

  it('imports a file once that could not be moved away, and moves it when it can', async () => {
    drop('events.csv', CSV);
    await program.must(contract.look, {});
    // Something else is called `done`: the import is in, the move fails.
    writeFileSync(join(folder, 'done'), 'not a folder');
    await program.must(contract.look, {});
    expect((await program.must(contract.watched, {})).trouble).toMatchObject({ code: 'EEXIST' });
    expect(existsSync(join(folder, 'events.csv'))).toBe(true);
    expect((await scoreOf()).total).toBe(4);
    rmSync(join(folder, 'done'));
    await lookTwice();
    expect(await program.must(importContract.batches, {})).toHaveLength(1);
    expect(existsSync(join(folder, 'done', 'events.csv'))).toBe(true);
    expect((await program.must(contract.watched, {})).trouble).toBeNull();
    expect((await scoreOf()).total).toBe(4);
  });

  it('says since when the folder is gone, and goes on when it is back', async () => {
    renameSync(folder, `${folder}-away`);
    await program.must(contract.look, {});
    expect((await program.must(contract.watched, {})).trouble).toMatchObject({ code: 'ENOENT' });
    renameSync(`${folder}-away`, folder);
    const path = drop('events.csv', CSV);
    utimesSync(path, new Date(TEST_NOW), new Date(TEST_NOW));
    expect(await lookTwice()).toMatchObject({ imported: 1 });
    expect((await program.must(contract.watched, {})).trouble).toBeNull();
  });
});
