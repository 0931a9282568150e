import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { stateDigest } from '#db/changes/stateDigest.ts';
import { newestTransaction, transactionHeader } from '#db/changes/transactionLog.ts';
import { undoTransactions, type UndoOptions } from '#db/changes/undoTransactions.ts';
import type { WorkspaceDb } from '#db/open.ts';
import { deleteRow, getRow, insertRow, insertRows, updateRow } from '#db/rows.ts';
import { account, contact } from '#db/schema/account.ts';
import { opportunity, stageChange } from '#db/schema/opportunity.ts';
import { activity } from '#db/schema/work.ts';
import { change, makeWorkspace, NOW, temporaryFolder } from '#tests/support/workspaceFixture.ts';

const folder = temporaryFolder();
let db: WorkspaceDb;
let count = 0;
beforeEach(() => {
  count += 1;
  db = makeWorkspace(folder.file(`undo${count}.kongdan`));
  return () => db.close();
});
afterAll(folder.remove);

const undo = (seqs: number | number[], options: UndoOptions = {}) => {
  const undoes = [seqs].flat();
  return db.write({ actor: 'm1', label: 'undo', at: NOW, undoes }, (write) => undoTransactions(write, undoes, options));
};

describe('Undoing a transaction', () => {
  test('restores exactly what was there, as a new transaction, and marks both', () => {
    change(db, (write) => {
      insertRow(write, account, { id: 'a1', name: '一', city: '上海' });
      insertRow(write, account, { id: 'a2', name: '二' });
      insertRow(write, opportunity, { id: 'o1', accountId: 'a1', amountMinor: 100, currency: 'USD' });
    });
    const before = stateDigest(db.read);
    const seq = change(db, (write) => {
      updateRow(write, account, 'a1', { name: '三' });
      updateRow(write, opportunity, 'o1', { amountMinor: 200 });
      deleteRow(write, account, 'a2');
      insertRow(write, stageChange, { id: 's1', opportunityId: 'o1' });
      insertRow(write, contact, { id: 'c1', accountId: 'a1' });
    });
    const outcome = undo(seq);
    expect(outcome).toEqual({ result: { ok: true, value: { rows: 5, kept: 0 } }, transaction: 3 });
    expect(stateDigest(db.read)).toEqual(before);
    expect(transactionHeader(db.read, seq)).toMatchObject({ undoneBy: 3, undoes: null });
    expect(transactionHeader(db.read, 3)).toMatchObject({ undoes: seq, undoneBy: null, rows: 5 });
  });

  test('can itself be undone, again and again', () => {
    change(db, (write) => insertRow(write, account, { id: 'a1', name: '一' }));
    const one = stateDigest(db.read);
    const seq = change(db, (write) => updateRow(write, account, 'a1', { name: '二' }));
    const two = stateDigest(db.read);
    let last = seq;
    for (const expected of [one, two, one, two]) {
      const { result, transaction } = undo(last);
      expect(result.ok).toBe(true);
      expect(stateDigest(db.read)).toEqual(expected);
      last = transaction ?? 0;
    }
    // The first change stands again, so it may be undone itself.
    expect(transactionHeader(db.read, seq)?.undoneBy).toBeNull();
    expect(undo(seq).result.ok).toBe(true);
    expect(stateDigest(db.read)).toEqual(one);
  });

  test('is refused as a whole when a field was edited since, and says which and what it is now', () => {
    change(db, (write) => insertRows(write, account, [{ id: 'a1', name: '一' }, { id: 'a2' }]));
    const seq = change(db, (write) => {
      updateRow(write, account, 'a1', { name: '二', website: 'w' });
      updateRow(write, account, 'a2', { name: 'x' });
    });
    change(db, (write) => updateRow(write, account, 'a1', { name: '三' }));
    const before = stateDigest(db.read);
    expect(undo(seq).result).toEqual({
      ok: false,
      error: { type: 'editedSince', count: 1, conflicts: [{ table: 'account', id: 'a1', field: 'name', now: '三' }] },
    });
    expect(stateDigest(db.read)).toEqual(before);
    expect(transactionHeader(db.read, seq)?.undoneBy).toBeNull();
  });

  test('keeps what was edited since and takes back the rest when told so', () => {
    change(db, (write) => insertRows(write, account, [{ id: 'a1', name: '一' }, { id: 'a2' }]));
    const seq = change(db, (write) => {
      updateRow(write, account, 'a1', { name: '二', website: 'w' });
      updateRow(write, account, 'a2', { name: 'x' });
      insertRow(write, account, { id: 'a3' });
    });
    change(db, (write) => {
      updateRow(write, account, 'a1', { name: '三' });
      updateRow(write, account, 'a3', { note: 'used' });
    });
    expect(undo(seq, { force: true }).result).toEqual({ ok: true, value: { rows: 2, kept: 2 } });
    expect(getRow(db.read, account, 'a1')).toMatchObject({ name: '三', website: '' });
    expect(getRow(db.read, account, 'a2')).toMatchObject({ name: '' });
    expect(getRow(db.read, account, 'a3')).toMatchObject({ note: 'used' });
  });

  test('treats an atomic group as one value', () => {
    change(db, (write) => insertRow(write, opportunity, { id: 'o1', amountMinor: 100, currency: 'CNY' }));
    const seq = change(db, (write) => updateRow(write, opportunity, 'o1', { amountMinor: 200, nextStep: 'call' }));
    change(db, (write) => updateRow(write, opportunity, 'o1', { currency: 'USD' }));
    expect(undo(seq).result).toMatchObject({ ok: false, error: { type: 'editedSince' } });
    expect(undo(seq, { force: true }).result.ok).toBe(true);
    expect(getRow(db.read, opportunity, 'o1')).toMatchObject({ amountMinor: 200, currency: 'USD', nextStep: '' });
  });

  test('is refused when something newer refers to a row that would go', () => {
    const seq = change(db, (write) => insertRow(write, account, { id: 'a1' }));
    change(db, (write) => insertRow(write, contact, { id: 'c1', accountId: 'a1' }));
    expect(undo(seq).result).toEqual({
      ok: false,
      error: {
        type: 'editedSince',
        count: 1,
        conflicts: [{ table: 'contact', id: 'c1', field: 'accountId', now: 'a1' }],
      },
    });
    expect(getRow(db.read, account, 'a1')).toBeDefined();
  });

  test('leaves rows that newer ones need, and theirs, when told to go on', () => {
    const seq = change(db, (write) => {
      insertRows(write, account, [{ id: 'group' }, { id: 'a1', parentId: 'group' }, { id: 'a2' }]);
      insertRow(write, contact, { id: 'c2', accountId: 'a2' });
    });
    change(db, (write) => insertRow(write, contact, { id: 'c1', accountId: 'a1' }));
    const { result } = undo(seq, { force: true });
    expect(result).toMatchObject({ ok: true, value: { kept: 2 } });
    expect(db.read.all('SELECT id, parentId FROM account ORDER BY id')).toEqual([
      { id: 'a1', parentId: 'group' },
      { id: 'group', parentId: null },
    ]);
    expect(db.read.all('SELECT id FROM contact')).toEqual([{ id: 'c1' }]);
    expect(db.read.all('PRAGMA foreign_key_check')).toEqual([]);
  });

  test('does not bring a row back to a parent that is gone', () => {
    change(db, (write) => {
      insertRow(write, account, { id: 'a1' });
      insertRow(write, contact, { id: 'c1', accountId: 'a1' });
    });
    const seq = change(db, (write) => deleteRow(write, contact, 'c1'));
    change(db, (write) => deleteRow(write, account, 'a1'));
    expect(undo(seq).result).toMatchObject({ ok: false, error: { type: 'editedSince', count: 1 } });
    expect(undo(seq, { force: true })).toMatchObject({ result: { ok: true, value: { kept: 1 } }, transaction: null });
    expect(getRow(db.read, contact, 'c1')).toBeUndefined();
  });

  test('takes several back together although the later ones changed what the earlier ones wrote', () => {
    const before = stateDigest(db.read);
    const seqs = [
      change(db, (write) => insertRow(write, account, { id: 'a1', name: '一' })),
      change(db, (write) => updateRow(write, account, 'a1', { name: '二' })),
      change(db, (write) => insertRow(write, contact, { id: 'c1', accountId: 'a1' })),
      change(db, (write) => updateRow(write, account, 'a1', { name: '三' })),
    ];
    const { result, transaction } = undo(seqs);
    expect(result.ok).toBe(true);
    expect(stateDigest(db.read)).toEqual(before);
    expect(seqs.map((seq) => transactionHeader(db.read, seq)?.undoneBy)).toEqual(seqs.map(() => transaction));
    expect(undo(transaction ?? 0).result.ok).toBe(true);
    expect(getRow(db.read, account, 'a1')?.name).toBe('三');
    expect(seqs.map((seq) => transactionHeader(db.read, seq)?.undoneBy)).toEqual(seqs.map(() => null));
  });

  test('refuses what is undone already or never happened', () => {
    const seq = change(db, (write) => insertRow(write, account, { id: 'a1' }));
    undo(seq);
    expect(undo(seq).result).toEqual({ ok: false, error: { type: 'alreadyUndone', seq } });
    expect(undo(99).result).toEqual({ ok: false, error: { type: 'notFound', entity: 'transaction', id: '99' } });
  });

  test('must be announced to the write it runs in', () => {
    const seq = change(db, (write) => insertRow(write, account, { id: 'a1' }));
    expect(() => db.write({ actor: 'm1', label: 'x', at: NOW }, (write) => undoTransactions(write, [seq]))).toThrow(
      /undoes/,
    );
  });

  test('takes a large import back whole and leaves foreign keys on', () => {
    change(db, (write) => insertRow(write, account, { id: 'kept' }));
    const before = stateDigest(db.read);
    const seqs: number[] = [];
    for (let batch = 0; batch < 4; batch += 1) {
      seqs.push(
        change(db, (write) => {
          for (let n = 0; n < 2500; n += 1) {
            const id = `${batch}-${n}`;
            insertRow(write, account, { id, name: `客户 ${id}` });
            insertRow(write, opportunity, { id, accountId: id });
            insertRow(write, activity, { id, opportunityId: id, accountId: id });
          }
        }),
      );
    }
    expect(undo(seqs).result).toEqual({ ok: true, value: { rows: 30_000, kept: 0 } });
    expect(stateDigest(db.read)).toEqual(before);
    expect(newestTransaction(db.read)).toMatchObject({ rows: 30_000 });
    expect(() => change(db, (write) => insertRow(write, contact, { id: 'c1', accountId: 'nobody' }))).toThrow(
      /FOREIGN KEY/,
    );
  });
});
