import { rmSync } from 'node:fs';
import Database from 'better-sqlite3';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { deleteRow, insertRow, updateRow } from '#db/rows.ts';
import { account, contact } from '#db/schema/account.ts';
import { externalRef } from '#db/schema/intake.ts';
import { opportunity } from '#db/schema/opportunity.ts';
import { searchHandlers } from '#electron/features/search/searchHandlers.ts';
import { searchContract } from '#shared/contract/search.contract.ts';
import { err } from '#shared/lib/result.ts';
import { SalesWorkspace } from '#tests/support/salesWorkspace.ts';
import { change, NOW, reopen, temporaryFolder } from '#tests/support/workspaceFixture.ts';

const folder = temporaryFolder();
afterAll(folder.remove);
let sales: SalesWorkspace;
let count = 0;
const file = () => folder.file(`search${count}.kongdan`);
beforeEach(() => {
  count += 1;
  sales = new SalesWorkspace(file());
  return () => {
    sales.db.close();
    rmSync(file(), { force: true });
  };
});

const find = async (text: string, limit = 12) =>
  (await sales.must(searchContract.find, searchHandlers.find, { text, limit })).hits;
const ids = async (text: string, limit?: number) => (await find(text, limit)).map(({ id }) => id);

describe('searching', () => {
  it('finds deals, accounts and contacts by characters, pinyin, initials, words and numbers', async () => {
    sales.deal('d', { name: '二期MES项目' });
    for (const text of ['二期', 'erqimes', 'eqm', 'mes', '期M', 'MES项目']) expect(await ids(text)).toContain('d');
    for (const text of ['华信', '信', 'huaxinyi', 'hua xin', 'hxyy']) expect(await ids(text)).toContain('a1');
    for (const text of ['曾丽', 'zengl', 'cengli', 'zl', '13812345678', '138 1234', '5678'])
      expect(await ids(text)).toContain('c1');
    expect(await ids('')).toEqual([]);
    expect(await ids('"*^(')).toEqual([]);
    expect(await ids('完全没有')).toEqual([]);
  });

  it('says what a hit is and where it belongs', async () => {
    sales.deal('d', { name: '二期MES项目' });
    expect(await find('二期')).toEqual([
      { entity: 'opportunity', id: 'd', title: '二期MES项目', subtitle: '华信医院' },
    ]);
    expect((await find('曾丽'))[0]).toEqual({ entity: 'contact', id: 'c1', title: '曾丽', subtitle: '华信医院' });
  });

  it('puts the whole name before its beginning, that before a word, that before the middle', async () => {
    change(sales.db, (db) => {
      for (const [id, name] of [
        ['middle', '大东方'],
        ['word', '上海 东方'],
        ['begin', '东方海外'],
        ['whole', '东方'],
      ])
        insertRow(db, account, { id: id as string, name, createdAt: NOW });
    });
    expect(await ids('东方')).toEqual(['whole', 'begin', 'word', 'middle']);
  });

  it('puts open deals before closed ones among equals', async () => {
    sales.deal('shut', { name: '影像采购', stageId: 'won', status: 'won', closedAt: NOW });
    sales.deal('live', { name: '影像采购' });
    expect(await ids('影像')).toEqual(['live', 'shut']);
    change(sales.db, (db) =>
      updateRow(db, opportunity, 'live', { status: 'lost', stageId: 'lost', closedAt: NOW, name: '影像采购二' }),
    );
    change(sales.db, (db) => updateRow(db, opportunity, 'shut', { status: 'open', stageId: 'engage', closedAt: null }));
    expect(await ids('影像')).toEqual(['shut', 'live']);
  });

  it('never lets many deals hide the account of that name', async () => {
    change(sales.db, (db) => {
      for (let n = 0; n < 40; n += 1)
        insertRow(db, opportunity, {
          id: `m${n}`,
          name: `华信项目${n}`,
          processId: 'p',
          processVersionId: 'p1',
          stageId: 'verify',
          createdAt: NOW,
        });
    });
    const hits = await find('华信', 8);
    expect(hits).toHaveLength(8);
    expect(hits.some(({ entity }) => entity === 'account')).toBe(true);
  });

  it('offers the deals of an account that was named', async () => {
    sales.deal('d', { name: '影像采购' });
    expect(await ids('华信医院')).toEqual(['a1', 'd']);
  });

  it('finds records by the id they had where they came from', async () => {
    sales.deal('d');
    change(sales.db, (db) =>
      insertRow(db, externalRef, {
        id: 'r',
        source: 'crm',
        entity: 'opportunity',
        externalId: '1C1I7A6R',
        entityId: 'd',
      }),
    );
    expect(await ids('1C1I7A6R')).toEqual(['d']);
    expect(await ids('d')).toEqual(['d']);
  });
});

describe('the index', () => {
  it('follows every kind of change', async () => {
    change(sales.db, (db) => updateRow(db, account, 'a1', { name: '仁和医院' }));
    expect(await ids('华信')).toEqual([]);
    expect(await ids('renhe')).toEqual(['a1']);
    change(sales.db, (db) => updateRow(db, account, 'a1', { creditCode: '91310000MA1FL5AB2K' }));
    expect(await ids('91310000ma')).toEqual(['a1']);
    change(sales.db, (db) => updateRow(db, contact, 'c1', { removedAt: NOW }));
    expect(await ids('曾丽')).toEqual([]);
    change(sales.db, (db) => updateRow(db, contact, 'c1', { removedAt: null }));
    expect(await ids('曾丽')).toEqual(['c1']);
    change(sales.db, (db) => deleteRow(db, contact, 'c1'));
    expect(await ids('曾丽')).toEqual([]);
  });

  it('knows nothing of a change that was rolled back', async () => {
    sales.db.write({ actor: 'm', label: 'test', at: NOW }, (db) => {
      updateRow(db, account, 'a1', { name: '仁和医院' });
      return err({ type: 'stop' });
    });
    expect(await ids('华信')).toEqual(['a1']);
    expect(await ids('仁和')).toEqual([]);
  });

  it('takes in on opening what another program changed in the file', async () => {
    sales.db.close();
    const outside = new Database(file());
    outside.exec("UPDATE account SET name = '仁和医院' WHERE id = 'a1'");
    outside.close();
    const again = reopen(file());
    expect(
      again.read.all(
        "SELECT d.entityId FROM searchAccount f JOIN searchDoc d ON d.entity = 'account' AND d.docId = f.rowid WHERE searchAccount MATCH '\"renhe\"*'",
      ),
    ).toEqual([{ entityId: 'a1' }]);
    expect(again.read.all('SELECT * FROM searchDirty')).toEqual([]);
    again.close();
  });

  it('says the same after many changes as one that is built anew', () => {
    change(sales.db, (db) => {
      for (let n = 0; n < 300; n += 1) {
        const status = n % 3 === 0 ? 'won' : 'open';
        insertRow(db, opportunity, {
          id: `m${n}`,
          name: `项目${n}期`,
          processId: 'p',
          processVersionId: 'p1',
          stageId: status === 'won' ? 'won' : 'verify',
          status,
          createdAt: NOW,
        });
      }
    });
    for (let round = 0; round < 5; round += 1)
      change(sales.db, (db) => {
        for (let n = round; n < 300; n += 7) updateRow(db, opportunity, `m${n}`, { name: `改名${n}次${round}` });
        for (let n = round; n < 300; n += 11) updateRow(db, opportunity, `m${n}`, { status: 'lost', stageId: 'lost' });
        for (let n = round; n < 300; n += 31) updateRow(db, opportunity, `m${n}`, { removedAt: NOW });
      });
    const content = () =>
      ['项目', '改名', '名1', 'gaiming', 'xm', '期', 'qi'].map((word) =>
        sales.db.read
          .all<{ id: string }>(
            `SELECT d.entityId AS id FROM searchOpportunity f JOIN searchDoc d ON d.entity = 'opportunity' AND d.docId = f.rowid
             WHERE searchOpportunity MATCH '"${word}"*'`,
          )
          .map(({ id }) => id)
          .toSorted(),
      );
    const grown = content();
    sales.db.write({ actor: 'm', label: 'test', at: NOW }, (db) => {
      db.run("INSERT INTO searchOpportunity(searchOpportunity) VALUES ('delete-all')");
      db.run("DELETE FROM searchDoc WHERE entity = 'opportunity'");
      db.run("INSERT INTO searchDirty SELECT 'opportunity', id FROM opportunity");
      return { ok: true, value: null };
    });
    expect(content()).toEqual(grown);
    expect(grown[0]?.length).toBeGreaterThan(20);
    const open = sales.db.read.all(
      "SELECT 1 FROM searchDoc d JOIN opportunity o ON o.id = d.entityId WHERE (d.docId < 1099511627776) <> (o.status IN ('open', 'paused'))",
    );
    expect(open).toEqual([]);
  });
});
