import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { changesOfRow, changesOfRows, transactionDetail } from '#db/changes/audit.ts';
import { rowAsOf, rowsAsOf } from '#db/changes/pointInTime.ts';
import { replayLog } from '#db/changes/replayLog.ts';
import { stateDigest } from '#db/changes/stateDigest.ts';
import { changesSince, newestTransaction, operationsOf } from '#db/changes/transactionLog.ts';
import { openConnection } from '#db/driver.ts';
import { allMigrations } from '#db/migrations/allMigrations.ts';
import { openReadOnly, type WorkspaceDb } from '#db/open.ts';
import { deleteRow, insertRow, insertRows, updateRow } from '#db/rows.ts';
import { account, contact } from '#db/schema/account.ts';
import { opportunity, stageChange } from '#db/schema/opportunity.ts';
import { member } from '#db/schema/team.ts';
import { activity } from '#db/schema/work.ts';
import { change, makeWorkspace, NOW, reopen, seededBytes, temporaryFolder } from '#tests/support/workspaceFixture.ts';

const folder = temporaryFolder();
let db: WorkspaceDb;
let count = 0;
beforeEach(() => {
  count += 1;
  db = makeWorkspace(folder.file(`capture${count}.kongdan`));
  return () => db.close();
});
afterAll(folder.remove);

const detail = (seq: number) => transactionDetail(db.read, seq)?.changes;

/** What the log alone makes of the file. */
function replayedDigest(): Record<string, string> {
  const target = folder.file(`replay${count}.sqlite`);
  replayLog(db.read, target, { now: NOW, randomBytes: seededBytes('replay'), migrations: allMigrations });
  const replayed = openReadOnly(target);
  const digest = stateDigest(replayed.read);
  replayed.close();
  return digest;
}

describe('A captured change', () => {
  test('tells who changed what, when, from what to what', () => {
    change(db, (write) => insertRow(write, account, { id: 'a1', name: '旧名', employees: 5 }));
    const { transaction } = db.write({ actor: 'm2', label: 'account.rename', at: NOW + 60_000 }, (write) => {
      updateRow(write, account, 'a1', { name: '新名', employees: 5 });
      return { ok: true, value: null };
    });
    expect(transactionDetail(db.read, transaction ?? 0)).toMatchObject({
      seq: 2,
      actor: 'm2',
      label: 'account.rename',
      at: NOW + 60_000,
      changes: [{ table: 'account', id: 'a1', kind: 'update', field: 'name', from: '旧名', to: '新名' }],
    });
    expect(
      changesOfRow(db.read, 'account', 'a1').map((entry) => [entry.seq, entry.actor, entry.changes.length]),
    ).toEqual([
      [2, 'm2', 1],
      [1, 'm1', 1],
    ]);
  });

  test('is one per field and transaction, from the first value to the last', () => {
    change(db, (write) => insertRow(write, account, { id: 'a1', name: '一' }));
    const seq = change(db, (write) => {
      updateRow(write, account, 'a1', { name: '二' });
      updateRow(write, account, 'a1', { name: '三', website: 'x' });
      updateRow(write, account, 'a1', { website: '' });
    });
    expect(detail(seq)).toEqual([{ table: 'account', id: 'a1', kind: 'update', field: 'name', from: '一', to: '三' }]);
  });

  test('carries the whole atomic group in the log and shows only what changed', () => {
    change(db, (write) => insertRow(write, opportunity, { id: 'o1', amountMinor: 100, currency: 'CNY' }));
    const seq = change(db, (write) => updateRow(write, opportunity, 'o1', { amountMinor: 200 }));
    expect([...operationsOf(db.read, seq)]).toEqual([
      { table: 'opportunity', pk: 'o1', kind: 'u', fields: ['amountMinor', 'currency'], values: [200, 'CNY'] },
    ]);
    expect(detail(seq)).toHaveLength(1);
    expect(changesOfRow(db.read, 'opportunity', 'o1')[0]?.changes).toHaveLength(1);
  });

  test('is recorded whatever statement made it: SQL, drizzle, an upsert, a delete without WHERE', () => {
    change(db, (write) => write.run("INSERT INTO account(id, name) VALUES ('a1', '一'), ('a2', '二')"));
    change(db, (write) => write.orm.update(account).set({ name: '三' }).run());
    change(db, (write) =>
      write.run("INSERT INTO account(id, name) VALUES ('a1', '四') ON CONFLICT(id) DO UPDATE SET name = excluded.name"),
    );
    const seq = change(db, (write) => write.run('DELETE FROM account'));
    expect(detail(seq)?.map((entry) => [entry.id, entry.kind])).toEqual([
      ['a1', 'delete'],
      ['a2', 'delete'],
    ]);
    expect(replayedDigest()).toEqual(stateDigest(db.read));
  });

  test('knows what REPLACE replaced', () => {
    change(db, (write) => insertRow(write, account, { id: 'a1', name: '一', city: '上海' }));
    const seq = change(db, (write) => write.run("INSERT OR REPLACE INTO account(id, name) VALUES ('a1', '二')"));
    expect(detail(seq)).toEqual([
      { table: 'account', id: 'a1', kind: 'update', field: 'name', from: '一', to: '二' },
      { table: 'account', id: 'a1', kind: 'update', field: 'city', from: '上海', to: '' },
    ]);
    expect(rowAsOf(db.read, 'account', 'a1', { seq: 1 })).toMatchObject({ name: '一', city: '上海' });
  });

  test('replays to the same state even when an outside tool replaced a row without firing delete triggers', () => {
    change(db, (write) => insertRow(write, account, { id: 'a1', name: '零' }));
    change(db, (write) => deleteRow(write, account, 'a1'));
    change(db, (write) => insertRow(write, account, { id: 'a1', name: '一' }));
    const before = change(db, (write) => updateRow(write, account, 'a1', { city: '上海' }));
    const path = db.path;
    db.close();
    const raw = openConnection(path);
    raw.exec("INSERT OR REPLACE INTO account(id, name) VALUES ('a1', '二')");
    raw.close();
    db = reopen(path);
    expect(newestTransaction(db.read)).toMatchObject({ actor: 'unknownTool', rows: 1 });
    expect(replayedDigest()).toEqual(stateDigest(db.read));
    expect(rowAsOf(db.read, 'account', 'a1', { seq: before })).toMatchObject({ name: '一', city: '上海' });
  });

  test('follows a row that is deleted and made again', () => {
    const first = change(db, (write) => insertRow(write, account, { id: 'a1', name: '一' }));
    const gone = change(db, (write) => deleteRow(write, account, 'a1'));
    const back = change(db, (write) => insertRow(write, account, { id: 'a1', name: '二' }));
    change(db, (write) => updateRow(write, account, 'a1', { name: '三' }));
    const names = [first, gone, back].map((seq) => rowAsOf(db.read, 'account', 'a1', { seq })?.['name']);
    expect(names).toEqual(['一', undefined, '二']);
    expect(rowsAsOf(db.read, 'account', { seq: first })).toMatchObject([{ name: '一' }]);
    expect(rowsAsOf(db.read, 'account', { seq: gone })).toEqual([]);
    expect(changesOfRow(db.read, 'account', 'a1').map((entry) => entry.changes[0]?.kind)).toEqual([
      'update',
      'insert',
      'delete',
      'insert',
    ]);
    expect(replayedDigest()).toEqual(stateDigest(db.read));
  });

  test('keeps every kind of text and number exactly', () => {
    const odd = ['', '\u0000 mid\u0000', '"\\\n\t', '😀 控单', "it's", '\u2028'];
    change(db, (write) =>
      insertRows(
        write,
        activity,
        odd.map((note, n) => ({ id: `v${n}`, note, at: -(2 ** 53) + n })),
      ),
    );
    change(db, (write) => insertRow(write, opportunity, { id: 'o1', ownWinRate: 0.1 + 0.2 }));
    change(db, (write) => updateRow(write, opportunity, 'o1', { ownWinRate: 5e-324 }));
    change(db, (write) => deleteRow(write, activity, 'v1'));
    change(db, (write) => deleteRow(write, opportunity, 'o1'));
    expect(rowAsOf(db.read, 'activity', 'v1', { seq: 2 })).toMatchObject({ note: odd[1] });
    expect(rowAsOf(db.read, 'opportunity', 'o1', { seq: 2 })).toMatchObject({ ownWinRate: 0.1 + 0.2 });
    expect(rowAsOf(db.read, 'opportunity', 'o1', { seq: 3 })).toMatchObject({ ownWinRate: 5e-324 });
    expect(replayedDigest()).toEqual(stateDigest(db.read));
  });

  test('does not let an id change', () => {
    change(db, (write) => insertRow(write, account, { id: 'a1' }));
    expect(() => change(db, (write) => write.run("UPDATE account SET id = 'a2'"))).toThrow(/id of a row never changes/);
  });

  test('leaves rows of append-only tables as they are', () => {
    change(db, (write) => {
      insertRow(write, opportunity, { id: 'o1' });
      insertRow(write, stageChange, { id: 's1', opportunityId: 'o1', kind: 'create' });
    });
    expect(() => change(db, (write) => updateRow(write, stageChange, 's1', { kind: 'skip' }))).toThrow(/are history/);
    expect(() => change(db, (write) => deleteRow(write, stageChange, 's1'))).toThrow(/are history/);
  });
});

describe('The log', () => {
  test('stays one transaction when an import is larger than a single value may be', () => {
    const seq = change(db, (write) =>
      insertRows(
        write,
        activity,
        Array.from({ length: 6000 }, (_, n) => ({ id: `v${n}`, note: `拜访 ${n} `.repeat(60) })),
      ),
    );
    const parts = db.read.all<{ size: number }>(
      'SELECT length(body) AS size FROM syncTx WHERE seq = ? UNION ALL SELECT length(body) FROM syncTxPart WHERE seq = ?',
      seq,
      seq,
    );
    expect(parts.length).toBeGreaterThan(1);
    expect([...operationsOf(db.read, seq)]).toHaveLength(6000);
    expect(newestTransaction(db.read)).toMatchObject({ seq, rows: 6000 });
    expect(replayedDigest()).toEqual(stateDigest(db.read));
  });

  test('has clocks that only rise, also when the wall clock is set back or far ahead', () => {
    const walls = [NOW, NOW - 3_600_000, NOW - 3_600_000, NOW + 86_400_000, NOW, 0, NOW + 1];
    walls.forEach((at, n) => change(db, (write) => insertRow(write, account, { id: `a${n}` }), at));
    const log = changesSince(db.read, 0);
    expect(log.map((entry) => entry.at)).toEqual(walls);
    for (const [n, entry] of log.entries()) expect(entry.hlc).toBeGreaterThan(log[n - 1]?.hlc ?? 0);
  });

  test('pages through what happened to a record and its parts, newest first', () => {
    change(db, (write) => insertRow(write, account, { id: 'a1', name: '0' }));
    change(db, (write) => insertRow(write, contact, { id: 'c1', accountId: 'a1' }));
    for (let n = 1; n <= 4; n += 1) change(db, (write) => updateRow(write, account, 'a1', { name: String(n) }));
    const rows = [
      { table: 'account', id: 'a1' },
      { table: 'contact', id: 'c1' },
    ] as const;
    const first = changesOfRows(db.read, rows, { limit: 3 });
    expect(first.transactions.map((entry) => entry.seq)).toEqual([6, 5, 4]);
    expect(first.more).toBe(true);
    const rest = changesOfRows(db.read, rows, { before: 4, limit: 3 });
    expect(rest.transactions.map((entry) => entry.seq)).toEqual([3, 2, 1]);
    expect(rest.more).toBe(false);
  });

  test('rebuilds the state of any transaction from itself alone', () => {
    change(db, (write) => insertRow(write, member, { id: 'm1', name: '王' }));
    change(db, (write) => insertRow(write, account, { id: 'a1', ownerId: 'm1' }));
    const then = stateDigest(db.read);
    const seq = newestTransaction(db.read)?.seq ?? 0;
    change(db, (write) => deleteRow(write, account, 'a1'));
    const target = folder.file('until.sqlite');
    const origin = { now: NOW, randomBytes: seededBytes('until'), migrations: allMigrations };
    expect(replayLog(db.read, target, { ...origin, until: { seq } })).toEqual({
      transactions: 2,
      rows: 2,
      skippedValues: 0,
    });
    const replayed = openReadOnly(target);
    expect(stateDigest(replayed.read)).toEqual(then);
    replayed.close();
  });
});
