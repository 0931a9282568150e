import { rmSync } from 'node:fs';
import Database from 'better-sqlite3';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { undoTransaction } from '#db/changes/undoTransactions.ts';
import { insertRow, updateRow } from '#db/rows.ts';
import { account, contact } from '#db/schema/account.ts';
import { opportunity } from '#db/schema/opportunity.ts';
import { member } from '#db/schema/team.ts';
import { accountHandlers } from '#electron/features/accounts/accountHandlers.ts';
import { contactHandlers } from '#electron/features/contacts/contactHandlers.ts';
import { pipelineHandlers } from '#electron/features/pipeline/pipelineHandlers.ts';
import { createSettingsHandlers } from '#electron/features/settings/settingsHandlers.ts';
import { accountContract, contactContract } from '#shared/contract/account.contract.ts';
import type { InputOf } from '#shared/contract/operation.ts';
import { pipelineContract } from '#shared/contract/pipeline.contract.ts';
import { settingsContract } from '#shared/contract/settings.contract.ts';
import { startImportBench } from '#tests/support/importBench.ts';
import { csvText } from '#tests/support/importFixtures.ts';
import { SalesWorkspace } from '#tests/support/salesWorkspace.ts';
import { change, NOW, reopen, temporaryFolder, valueOf } from '#tests/support/workspaceFixture.ts';

const folder = temporaryFolder();
afterAll(folder.remove);
const file = folder.file('order.kongdan');
let sales: SalesWorkspace;
beforeEach(() => {
  sales = new SalesWorkspace(file);
  return () => {
    sales.db.close();
    rmSync(file, { force: true });
  };
});

/** As a Chinese reader expects them; code points would begin with Acme, 重庆 (zhòng) would be last of all by its letters. */
const CITIES = [
  '2 号线',
  '10 号线',
  'Acme',
  '安徽',
  '安徽大学',
  '北京',
  '长沙',
  '重庆',
  'Dell',
  '厦门',
  'Zebra',
  '郑州',
];
const shuffled = CITIES.toSorted();

const deals = async (input: Partial<InputOf<typeof pipelineContract.list>>) =>
  (await sales.must(pipelineContract.list, pipelineHandlers.list, input)).rows;
const dealNames = async (input: Partial<InputOf<typeof pipelineContract.list>> = {}) =>
  (await deals({ sortBy: 'name', ...input })).map(({ name }) => name);
const accountNames = async (descending = false) =>
  (await sales.must(accountContract.list, accountHandlers.list, { sortBy: 'name', descending })).rows.map(
    ({ name }) => name,
  );

describe('names in a list', () => {
  it('of deals are ordered by pinyin, by their own, their account’s and their owner’s name', async () => {
    change(sales.db, (db) => {
      for (const [n, name] of shuffled.entries()) {
        insertRow(db, account, { id: `x${n}`, name, createdAt: NOW });
        insertRow(db, member, { id: `m${n}`, name, createdAt: NOW });
      }
    });
    for (const [n, name] of shuffled.entries()) sales.deal(`d${n}`, { name, accountId: `x${n}`, ownerId: `m${n}` });
    expect(await dealNames()).toEqual(CITIES);
    expect(await dealNames({ descending: true })).toEqual(CITIES.toReversed());
    for (const sortBy of ['account', 'owner'] as const) {
      expect(await dealNames({ sortBy })).toEqual(CITIES);
      expect(await dealNames({ sortBy, descending: true })).toEqual(CITIES.toReversed());
    }
    // A filter takes another way to the same order.
    expect(await dealNames({ filter: { accountId: 'x3' } })).toEqual([shuffled[3]]);
    expect(await dealNames({ filter: { undated: true } })).toEqual(CITIES);
  });

  it('go on from page to page, those of the same name by their id', async () => {
    for (const [n, name] of [...shuffled, ...shuffled].entries()) sales.deal(`d${n + 10}`, { name });
    const whole = await deals({ sortBy: 'name' });
    expect(whole.map(({ name }) => name)).toEqual(CITIES.flatMap((name) => [name, name]));
    for (let at = 0; at < whole.length; at += 2) expect(whole[at]!.id < whole[at + 1]!.id).toBe(true);
    for (const filter of [{}, { undated: true }]) {
      const paged = [];
      for (let offset = 0; offset < 24; offset += 5)
        paged.push(...(await deals({ sortBy: 'name', offset, limit: 5, filter })));
      expect(paged.map(({ id }) => id)).toEqual(whole.map(({ id }) => id));
    }
  });

  it('of accounts follow a new name, its undo, and what another program writes', async () => {
    change(sales.db, (db) => {
      for (const [n, name] of shuffled.entries()) insertRow(db, account, { id: `x${n}`, name, createdAt: NOW });
      updateRow(db, account, 'a1', { removedAt: NOW });
    });
    expect(await accountNames()).toEqual(CITIES);
    expect(await accountNames(true)).toEqual(CITIES.toReversed());
    const renamed = change(sales.db, (db) => updateRow(db, account, `x${shuffled.indexOf('郑州')}`, { name: '阿坝' }));
    expect((await accountNames()).indexOf('阿坝')).toBe(2);
    const undo = { actor: 'm1', label: 'undo', at: NOW, undoes: [renamed] };
    valueOf(sales.db.write(undo, (db) => undoTransaction(db, renamed)).result);
    expect(await accountNames()).toEqual(CITIES);
    sales.db.close();
    const outside = new Database(file);
    outside.exec("UPDATE account SET name = '阿坝' WHERE name = '郑州'");
    outside.close();
    Object.assign(sales, { db: reopen(file) });
    expect((await accountNames()).indexOf('阿坝')).toBe(2);
  });

  it('of people are ordered by how a surname is read', async () => {
    const people = ['曹阳', '仇和', '单雄', '王伟', '解放', '曾丽', '赵敏'];
    change(sales.db, (db) => {
      for (const [n, name] of people.toReversed().entries()) {
        if (name !== '曾丽') insertRow(db, contact, { id: `y${n}`, name, accountId: 'a1', createdAt: NOW });
        if (name !== '王伟' && name !== '赵敏') insertRow(db, member, { id: `m${n}`, name, createdAt: NOW });
      }
    });
    const suggested = await sales.must(contactContract.suggest, contactHandlers.suggest, { text: '', accountId: 'a1' });
    expect(suggested.map(({ name }) => name)).toEqual(people);
    const { contacts } = await sales.must(accountContract.page, accountHandlers.page, { id: 'a1' });
    expect(contacts.map(({ name }) => name)).toEqual(people);
    const { members: handler } = createSettingsHandlers({} as never);
    const members = await sales.must(settingsContract.members, handler, {});
    expect(members.map(({ name }) => name)).toEqual(people);
  });

  it('of an import stand in their order at once', async () => {
    const bench = startImportBench();
    const lines = shuffled.map((name, n) => [String(n), name, '新线索', '12万', '2026-01-05']);
    const text = csvText([['商机编号', '商机名称', '商机阶段', '商机金额', '创建时间'], ...lines]);
    await bench.run((await bench.inspect(bench.file('deals.csv', text))).plan);
    expect(
      bench.rows<{ name: string }>(
        `SELECT o.name FROM searchDoc d JOIN opportunity o ON o.id = d.entityId
         WHERE d.entity = 'opportunity' ORDER BY d.sortKey`,
      ),
    ).toEqual(CITIES.map((name) => ({ name })));
    bench.end();
  });

  it('leave the order with what is put into the trash', async () => {
    for (const [n, name] of shuffled.entries()) sales.deal(`d${n}`, { name });
    change(sales.db, (db) => updateRow(db, opportunity, 'd0', { removedAt: NOW }));
    expect(await dealNames()).toEqual(CITIES.filter((name) => name !== shuffled[0]));
  });
});
