import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { accountHandlers } from '#electron/features/accounts/accountHandlers.ts';
import { changesHandlers as call } from '#electron/features/changes/changesHandlers.ts';
import { powerMapHandlers } from '#electron/features/powerMap/powerMapHandlers.ts';
import { taskHandlers } from '#electron/features/tasks/taskHandlers.ts';
import { accountContract } from '#shared/contract/account.contract.ts';
import { changesContract } from '#shared/contract/changes.contract.ts';
import { taskContract } from '#shared/contract/opportunity.contract.ts';
import { powerMapContract } from '#shared/contract/powerMap.contract.ts';
import { ok } from '#shared/lib/result.ts';
import { HARNESS_NOW as NOW, type HandlerHarness, startHarness } from '#tests/support/handlerHarness.ts';
import { makeAccount, makeContact, makeDeal } from '#tests/support/workspaceRows.ts';

const { ofRecord, undo } = changesContract;
let harness: HandlerHarness;

beforeEach(() => {
  harness = startHarness();
  harness.fill((db) => {
    makeAccount(db, 'hospital', { name: '望澜医院' });
    makeContact(db, 'zhao', 'hospital', { name: '赵敏' });
    makeDeal(db, 'mri', 'hospital');
  });
});
afterEach(() => harness.end());

const history = async (input: { before?: number; limit?: number } = {}) =>
  harness.must(ofRecord, call.ofRecord, { entity: 'opportunity', id: 'mri', ...input });
const edit = (sql: string, label = 'opportunity.update') =>
  harness.context.write(label, (db) => {
    db.run(sql);
    return ok(null);
  });

const storedCity = () =>
  harness.context.db.get<{ city: string }>("SELECT city FROM account WHERE id = 'hospital'")?.city;

const setCity = (value: string) =>
  harness.must(accountContract.update, accountHandlers.update, { id: 'hospital', fields: { city: value } });

describe('changes.ofRecord', () => {
  it('tells who changed what from what to what, with names where ids were stored', async () => {
    edit(
      "UPDATE opportunity SET ownerId = 'zhou', stageId = 'engage', stageEnteredAt = 7, primaryContactId = 'zhao' WHERE id = 'mri'",
    );
    const { transactions } = await history();
    expect(transactions[0]).toMatchObject({
      at: NOW,
      actorId: 'lin',
      actorName: '林悦',
      label: 'opportunity.update',
      undone: false,
    });
    const changes = new Map(transactions[0]?.changes.map((change) => [change.field, change]));
    expect(changes.get('ownerId')).toMatchObject({
      from: 'lin',
      to: 'zhou',
      fromName: '林悦',
      toName: '周启航',
      kind: 'update',
    });
    expect(changes.get('stageId')).toMatchObject({ fromName: '验证', toName: '交流' });
    expect(changes.get('primaryContactId')).toMatchObject({ from: null, fromName: null, toName: '赵敏' });
    // The rest of the stage's group travelled with it but did not change.
    expect([...changes.keys()].toSorted((a, b) => String(a).localeCompare(String(b)))).toEqual([
      'ownerId',
      'primaryContactId',
      'stageEnteredAt',
      'stageId',
    ]);
    expect(transactions.at(-1)).toMatchObject({
      label: 'test.setUp',
      changes: [{ table: 'opportunity', kind: 'insert', toName: 'mri' }],
    });
  });

  it('includes the record’s own parts, grouped by what was done at once', async () => {
    const { id } = await harness.must(powerMapContract.add, powerMapHandlers.add, {
      opportunityId: 'mri',
      who: { newPerson: { name: '许文澜' } },
      fields: { stance: 'neutral' },
    });
    await harness.must(powerMapContract.update, powerMapHandlers.update, { id, fields: { stance: 'resist' } });
    await harness.must(taskContract.create, taskHandlers.create, { title: '约见', opportunityId: 'mri' });
    const { transactions } = await history();
    expect(
      transactions.map((one) => [
        one.label,
        ...one.changes.map((change) => `${change.table} ${change.kind} ${change.field ?? change.toName}`),
      ]),
    ).toEqual([
      ['task.create', 'task insert 约见'],
      ['powerMap.update', 'stakeholder update stance'],
      ['powerMap.add', 'stakeholder insert 许文澜'],
      ['test.setUp', 'opportunity insert mri'],
    ]);
  });

  it('pages from the newest on', async () => {
    for (const amount of [1, 2, 3]) edit(`UPDATE opportunity SET amountMinor = ${amount} WHERE id = 'mri'`);
    const first = await history({ limit: 2 });
    expect(first.more).toBe(true);
    expect(first.transactions.map((one) => one.changes[0]?.to)).toEqual([3, 2]);
    const second = await history({ limit: 2, before: first.transactions[1]?.seq });
    expect(second.transactions.map((one) => one.changes[0]?.to)).toEqual([1, null]);
    expect(second.more).toBe(false);
  });

  it('still tells the history of a trashed record, and refuses an unknown one', async () => {
    edit("UPDATE opportunity SET removedAt = 5 WHERE id = 'mri'", 'opportunity.remove');
    expect((await history()).transactions[0]?.changes).toMatchObject([{ field: 'removedAt', from: null, to: 5 }]);
    expect(await harness.call(ofRecord, call.ofRecord, { entity: 'contact', id: 'x' })).toEqual({
      ok: false,
      error: { type: 'notFound', entity: 'contact', id: 'x' },
    });
    for (const [entity, id] of [
      ['account', 'hospital'],
      ['contact', 'zhao'],
    ] as const) {
      expect((await harness.must(ofRecord, call.ofRecord, { entity, id })).transactions).toHaveLength(1);
    }
  });
});

describe('changes.undo', () => {
  it('puts back what was, says what it undid, and can be undone itself', async () => {
    await setCity('上海');
    const undone = await harness.must(undo, call.undo, { seq: harness.lastTransaction() ?? 0 });
    expect(undone).toEqual({ seq: harness.lastTransaction(), label: 'account.update' });
    expect(storedCity()).toBe('');
    const { transactions } = await harness.must(ofRecord, call.ofRecord, { entity: 'account', id: 'hospital' });
    expect(transactions.map((one) => [one.label, one.undone])).toEqual([
      ['changes.undo', false],
      ['account.update', true],
      ['test.setUp', false],
    ]);
    await harness.must(undo, call.undo, { seq: undone.seq });
    expect(storedCity()).toBe('上海');
  });

  it('refuses to undo twice', async () => {
    await setCity('上海');
    const seq = harness.lastTransaction() ?? 0;
    await harness.must(undo, call.undo, { seq });
    expect(await harness.call(undo, call.undo, { seq })).toEqual({ ok: false, error: { type: 'alreadyUndone' } });
  });

  it('refuses when a later edit would be lost, names it, and changes nothing', async () => {
    await setCity('上海');
    const seq = harness.lastTransaction() ?? 0;
    await setCity('北京');
    expect(await harness.call(undo, call.undo, { seq })).toEqual({
      ok: false,
      error: { type: 'editedSince', conflicts: [{ table: 'account', id: 'hospital', field: 'city' }] },
    });
    expect(storedCity()).toBe('北京');
  });

  it('does not find a transaction that never was', async () => {
    expect(await harness.call(undo, call.undo, { seq: 999 })).toEqual({
      ok: false,
      error: { type: 'notFound', entity: 'transaction', id: '999' },
    });
  });
});
