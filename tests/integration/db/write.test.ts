import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { openConnection } from '#db/driver.ts';
import type { WriteDb } from '#db/handles.ts';
import type { WorkspaceDb } from '#db/open.ts';
import { deleteRow, getRow, insertRow, insertRows, updateRow } from '#db/rows.ts';
import { account, contact } from '#db/schema/account.ts';
import { activity } from '#db/schema/work.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import { change, makeWorkspace, NOW, temporaryFolder } from '#tests/support/workspaceFixture.ts';

const folder = temporaryFolder();
let db: WorkspaceDb;
let count = 0;
beforeEach(() => {
  count += 1;
  db = makeWorkspace(folder.file(`write${count}.kongdan`));
  return () => db.close();
});
afterAll(folder.remove);

const context = { actor: 'm1', label: 'test', at: NOW };
const accounts = () => db.read.all<{ id: string }>('SELECT id FROM account ORDER BY id').map((row) => row.id);

describe('A change transaction', () => {
  test('commits on success and numbers itself', () => {
    expect(change(db, (write) => insertRow(write, account, { id: 'a1' }))).toBe(1);
    expect(change(db, (write) => insertRow(write, account, { id: 'a2' }))).toBe(2);
    expect(accounts()).toEqual(['a1', 'a2']);
  });

  test('leaves nothing behind when it answers an error', () => {
    const outcome = db.write(context, (write) => {
      insertRow(write, account, { id: 'a1' });
      return err({ type: 'no' });
    });
    expect(outcome).toEqual({ result: { ok: false, error: { type: 'no' } }, transaction: null });
    expect(accounts()).toEqual([]);
    expect(db.read.get('SELECT count(*) AS n FROM syncTx')).toEqual({ n: 0 });
  });

  test('leaves nothing behind when it throws, and hands the exception on', () => {
    expect(() =>
      db.write(context, (write) => {
        insertRow(write, account, { id: 'a1' });
        throw new Error('defect');
      }),
    ).toThrow('defect');
    expect(accounts()).toEqual([]);
    change(db, (write) => insertRow(write, account, { id: 'a2' }));
  });

  test('throws when it is nested or asynchronous', () => {
    expect(() => db.write(context, () => db.write(context, () => ok(1)).result)).toThrow(/already running/);
    const waits = (() => Promise.resolve(ok(1))) as unknown as () => Result<number, never>;
    expect(() => db.write(context, waits)).toThrow(/must not be async/);
    change(db, (write) => insertRow(write, account, { id: 'a1' }));
  });

  test('takes its WriteDb back when it ends', () => {
    let kept: WriteDb | undefined;
    change(db, (write) => {
      kept = write;
      insertRow(write, account, { id: 'a1' });
    });
    expect(() => kept?.run("DELETE FROM account WHERE id = 'a1'")).toThrow(/is over/);
    expect(() => kept?.orm.delete(account).run()).toThrow(/is over/);
    expect(accounts()).toEqual(['a1']);
  });

  test('that changes nothing writes nothing to the log', () => {
    change(db, (write) => insertRow(write, account, { id: 'a1', name: '一' }));
    const outcome = db.write(context, (write) => ok(updateRow(write, account, 'a1', { name: '一' })));
    expect(outcome).toEqual({ result: { ok: true, value: true }, transaction: null });
    const there = db.write(context, (write) => {
      updateRow(write, account, 'a1', { name: '二' });
      updateRow(write, account, 'a1', { name: '一' });
      insertRow(write, account, { id: 'a2' });
      return ok(deleteRow(write, account, 'a2'));
    });
    expect(there.transaction).toBeNull();
    expect(db.read.get('SELECT count(*) AS n FROM syncTx')).toEqual({ n: 1 });
    expect(db.read.get('SELECT count(*) AS n FROM syncRow')).toEqual({ n: 1 });
  });

  test('reports a broken reference as a defect and rolls back', () => {
    expect(() => change(db, (write) => insertRow(write, contact, { id: 'c1', accountId: 'nobody' }))).toThrow(
      /FOREIGN KEY/,
    );
    expect(db.read.get('SELECT count(*) AS n FROM contact')).toEqual({ n: 0 });
  });

  test('gives a storage error and changes nothing when the disk is full', () => {
    change(db, (write) => insertRow(write, account, { id: 'a1', name: '一' }));
    const pages = Number(db.read.get<{ page_count: number }>('PRAGMA page_count')?.page_count);
    db.read.get(`PRAGMA max_page_count = ${pages + 5}`);
    const outcome = db.write(context, (write) => {
      updateRow(write, account, 'a1', { name: '二' });
      for (let n = 0; n < 500; n += 1) insertRow(write, activity, { id: `v${n}`, note: 'x'.repeat(500) });
      return ok(null);
    });
    expect(outcome).toMatchObject({ result: { ok: false, error: { type: 'storage', code: 'SQLITE_FULL' } } });
    expect(outcome.transaction).toBeNull();
    db.read.get('PRAGMA max_page_count = 1000000');
    expect(getRow(db.read, account, 'a1')?.name).toBe('一');
    expect(db.read.get('SELECT count(*) AS n FROM activity')).toEqual({ n: 0 });
    expect(db.read.get('SELECT count(*) AS n FROM syncPending')).toEqual({ n: 0 });
    expect(db.read.get('PRAGMA integrity_check')).toEqual({ integrity_check: 'ok' });
    change(db, (write) => updateRow(write, account, 'a1', { name: '三' }));
  });

  test('gives a storage error when another program holds the file for writing', () => {
    db.read.get('PRAGMA busy_timeout = 20');
    const other = openConnection(db.path);
    other.exec('BEGIN IMMEDIATE');
    const outcome = db.write(context, (write) => ok(insertRow(write, account, { id: 'a1' })));
    expect(outcome).toMatchObject({ result: { ok: false, error: { type: 'storage', code: 'SQLITE_BUSY' } } });
    other.exec('ROLLBACK');
    other.close();
    change(db, (write) => insertRow(write, account, { id: 'a1' }));
  });
});

const addAccounts = (table: 'many' | 'few') =>
  change(db, (write) =>
    insertRows(
      write,
      account,
      Array.from({ length: table === 'many' ? 400 : 30 }, (_, n) => ({ id: `a${n}` })),
    ),
  );
const removeAccounts = (rows: number, bulkConfirmed = false) =>
  db.write({ ...context, bulkConfirmed }, (write) => {
    for (let n = 0; n < rows; n += 1) deleteRow(write, account, `a${n}`);
    return ok(rows);
  });

describe('The mass-delete brake', () => {
  test('refuses more than 50 rows at once and lets 50 pass', () => {
    addAccounts('many');
    expect(removeAccounts(51)).toMatchObject({
      result: { ok: false, error: { type: 'storage', code: 'massDelete', detail: '51 of 400 rows of account' } },
      transaction: null,
    });
    expect(accounts()).toHaveLength(400);
    expect(removeAccounts(50).result.ok).toBe(true);
    expect(accounts()).toHaveLength(350);
  });

  test('refuses more than 30 % of a table of 20 rows or more', () => {
    addAccounts('few');
    expect(removeAccounts(10)).toMatchObject({ result: { ok: false, error: { code: 'massDelete' } } });
    expect(removeAccounts(9).result.ok).toBe(true);
  });

  test('lets pass what a person confirmed, also by a statement without WHERE', () => {
    addAccounts('many');
    expect(db.write(context, (write) => ok(write.run('DELETE FROM account').changes)).result.ok).toBe(false);
    expect(removeAccounts(400, true).result.ok).toBe(true);
    expect(accounts()).toEqual([]);
  });
});

describe('Rows', () => {
  test('get the defaults of the schema for what is left out', () => {
    change(db, (write) => insertRow(write, account, { id: 'a1' }));
    change(db, (write) => write.run("INSERT INTO account(id) VALUES ('a2')"));
    expect({ ...getRow(db.read, account, 'a1'), id: '' }).toEqual({ ...getRow(db.read, account, 'a2'), id: '' });
  });

  test('are told apart by whether they are there', () => {
    change(db, (write) => {
      insertRow(write, account, { id: 'a1', name: '一' });
      expect(updateRow(write, account, 'a1', { name: undefined })).toBe(true);
      expect(updateRow(write, account, 'a2', { name: '二' })).toBe(false);
      expect(updateRow(write, account, 'a2', {})).toBe(false);
      expect(deleteRow(write, account, 'a2')).toBe(false);
    });
    expect(getRow(db.read, account, 'a1')?.name).toBe('一');
    expect(getRow(db.read, account, 'a2')).toBeUndefined();
  });

  test('refuse columns that do not exist and numbers that are none', () => {
    change(db, (write) => {
      insertRow(write, account, { id: 'a1' });
      expect(() => updateRow(write, account, 'a1', { nmae: 'x' } as never)).toThrow(/no column nmae/);
      expect(() => insertRow(write, account, { id: 'a2', employees: Number.NaN })).toThrow(RangeError);
      expect(() => updateRow(write, account, 'a1', { employees: Number.POSITIVE_INFINITY })).toThrow(RangeError);
    });
  });

  test('cannot be written through the reading side', () => {
    change(db, (write) => insertRow(write, account, { id: 'a1' }));
    expect(() => db.read.all("DELETE FROM account WHERE id = 'a1' RETURNING id")).toThrow(/may not change/);
    expect(() => db.read.orm.delete(account).run()).toThrow(/may not change/);
    expect(db.read.orm.select({ id: account.id }).from(account).all()).toEqual([{ id: 'a1' }]);
  });

  test('can be read again while they are being streamed', () => {
    change(db, (write) => insertRows(write, account, [{ id: 'a1' }, { id: 'a2' }]));
    const pairs: string[] = [];
    const sql = 'SELECT id FROM account ORDER BY id';
    for (const outer of db.read.iterate<{ id: string }>(sql)) {
      for (const inner of db.read.iterate<{ id: string }>(sql)) pairs.push(outer.id + inner.id);
    }
    expect(pairs).toEqual(['a1a1', 'a1a2', 'a2a1', 'a2a2']);
  });
});
