import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { insertRow } from '#db/rows.ts';
import { fact } from '#db/schema/account.ts';
import { accountHandlers } from '#electron/features/accounts/accountHandlers.ts';
import { accountContract } from '#shared/contract/account.contract.ts';
import { HARNESS_NOW as NOW, type HandlerHarness, startHarness } from '#tests/support/handlerHarness.ts';
import { makeAccount, makeActivity, makeContact, makeDeal, makeTask } from '#tests/support/workspaceRows.ts';
import { DAY_MS } from '#shared/lib/time.ts';

let harness: HandlerHarness;
beforeEach(() => {
  harness = startHarness();
});
afterEach(() => harness.end());

const { list, page, create, update, remove, suggest } = accountContract;
const call = accountHandlers;

/** A hospital group: university above two hospitals, one of them with deals of every kind. */
function fillGroup() {
  harness.fill((db) => {
    makeAccount(db, 'university', { name: '望澜大学' });
    makeAccount(db, 'first', {
      name: '望澜大学第一医院',
      parentId: 'university',
      ownerId: 'lin',
      industry: '医疗',
      city: '上海',
    });
    makeAccount(db, 'second', { name: '望澜大学第二医院', parentId: 'university', industry: '医疗' });
    makeAccount(db, 'branch', { name: '第一医院分院', parentId: 'first' });
    makeAccount(db, 'gone', { name: '旧院区', parentId: 'first', removedAt: NOW });
    makeDeal(db, 'mri', 'first', { amountMinor: 1_000_000, stageId: 'engage', expectedClose: '2026-11-20' });
    makeDeal(db, 'ct', 'first', { amountMinor: 500_000, status: 'paused', expectedClose: '2026-10-01' });
    makeDeal(db, 'usd', 'first', { amountMinor: 70_000, currency: 'USD' });
    makeDeal(db, 'done', 'first', { amountMinor: 900_000, status: 'won', stageId: 'won', closedAt: NOW });
    makeDeal(db, 'failed', 'first', { amountMinor: 300_000, status: 'lost', stageId: 'lost', closedAt: NOW - 1 });
    makeDeal(db, 'givenUp', 'first', { status: 'noDecision', stageId: 'lost', closedAt: NOW - 2 });
    makeDeal(db, 'trashed', 'first', { amountMinor: 9_999_999, removedAt: NOW });
    makeDeal(db, 'other', 'second', { amountMinor: 200_000, createdAt: NOW - 1 });
    makeContact(db, 'zhao', 'first', { name: '赵敏', title: '主任', reportsToId: null });
    makeContact(db, 'sun', 'first', { name: '孙毅', reportsToId: 'zhao' });
    makeContact(db, 'left', 'first', { removedAt: NOW });
    makeActivity(db, 'visit', { accountId: 'first', at: NOW - 2 * DAY_MS }, ['zhao']);
    makeActivity(db, 'newerNote', { accountId: 'first', kind: 'note', at: NOW - DAY_MS });
    makeActivity(db, 'planned', { accountId: 'first', at: NOW + DAY_MS });
    makeActivity(db, 'trashedVisit', { accountId: 'first', at: NOW - 1, removedAt: NOW });
    makeTask(db, 'later', { accountId: 'first', dueDate: '2026-09-20' });
    makeTask(db, 'soon', { opportunityId: 'mri', dueDate: '2026-09-16' });
    makeTask(db, 'doneTask', { opportunityId: 'mri', dueDate: '2026-09-01', status: 'done' });
    insertRow(db, fact, {
      id: 'old',
      accountId: 'first',
      kind: 'registry',
      label: '注册资本',
      value: '1000万',
      supersededById: 'new',
    });
    insertRow(db, fact, {
      id: 'new',
      accountId: 'first',
      kind: 'registry',
      label: '注册资本',
      value: '2000万',
      date: '2026-01-01',
      source: '工商',
    });
  });
}

describe('account.page', () => {
  it('adds up open, won and lost deals per currency, paused as open and given-up as lost', async () => {
    fillGroup();
    const answer = await harness.must(page, call.page, { id: 'first' });
    expect(answer.open).toEqual([
      { currency: 'CNY', amountMinor: 1_500_000, expectedMinor: 450_000, count: 2, unrated: 0 },
      { currency: 'USD', amountMinor: 70_000, expectedMinor: 7_000, count: 1, unrated: 0 },
    ]);
    expect(answer.won).toEqual([
      { currency: 'CNY', amountMinor: 900_000, expectedMinor: 900_000, count: 1, unrated: 0 },
    ]);
    expect(answer.lost).toEqual([{ currency: 'CNY', amountMinor: 300_000, expectedMinor: 0, count: 2, unrated: 0 }]);
  });

  it('shows the whole group from the top down with what is open at each member', async () => {
    fillGroup();
    // Names stand in the order of their pinyin: dì èr before dì yī.
    for (const id of ['university', 'first', 'branch']) {
      const { group } = await harness.must(page, call.page, { id });
      expect(group).toEqual([
        { id: 'university', name: '望澜大学', parentId: null, openAmountMinor: 0, openDeals: 0 },
        { id: 'second', name: '望澜大学第二医院', parentId: 'university', openAmountMinor: 200_000, openDeals: 1 },
        { id: 'first', name: '望澜大学第一医院', parentId: 'university', openAmountMinor: 1_500_000, openDeals: 3 },
        { id: 'branch', name: '第一医院分院', parentId: 'first', openAmountMinor: 0, openDeals: 0 },
      ]);
    }
  });

  it('ends when a merge has left a circle of parents', async () => {
    harness.fill((db) => {
      makeAccount(db, 'a');
      makeAccount(db, 'b', { parentId: 'a' });
      db.run("UPDATE account SET parentId = 'b' WHERE id = 'a'");
    });
    const { group } = await harness.must(page, call.page, { id: 'a' });
    expect(group.map((member) => member.id).toSorted((x, y) => x.localeCompare(y))).toEqual(['a', 'b']);
  });

  it('tells the last contact without notes, plans and trash, and the next task of account or deals', async () => {
    fillGroup();
    const answer = await harness.must(page, call.page, { id: 'first' });
    expect(answer.lastTouchAt).toBe(NOW - 2 * DAY_MS);
    expect(answer.next).toEqual({ taskId: 'soon', title: 'soon', dueDate: '2026-09-16' });
  });

  it('lists deals open first, people with their last contact, and facts that still hold', async () => {
    fillGroup();
    const answer = await harness.must(page, call.page, { id: 'first' });
    expect(answer.deals.map((deal) => deal.id)).toEqual(['ct', 'mri', 'usd', 'done', 'failed', 'givenUp']);
    expect(answer.deals[1]).toMatchObject({ stageName: '交流', stageWinRate: 0.4, next: { taskId: 'soon' } });
    expect(answer.dealsTotal).toBe(6);
    expect(answer.contacts).toEqual([
      expect.objectContaining({ id: 'sun', reportsTo: { id: 'zhao', name: '赵敏' }, lastTouchAt: null, openDeals: 0 }),
      expect.objectContaining({ id: 'zhao', title: '主任', reportsTo: null, lastTouchAt: NOW - 2 * DAY_MS }),
    ]);
    expect(answer.facts).toEqual([
      { id: 'new', kind: 'registry', label: '注册资本', value: '2000万', date: '2026-01-01', source: '工商' },
    ]);
  });

  it('counts a person in a deal once, whether on its map, as its first contact, or both', async () => {
    fillGroup();
    harness.fill((db) => {
      db.run("UPDATE opportunity SET primaryContactId = 'zhao' WHERE id IN ('mri', 'done')");
      db.run(
        "INSERT INTO stakeholder(id, opportunityId, contactId) VALUES ('s1', 'mri', 'zhao'), ('s2', 'ct', 'zhao'), ('s3', 'failed', 'zhao')",
      );
      db.run("INSERT INTO stakeholder(id, opportunityId, contactId, removedAt) VALUES ('s4', 'usd', 'zhao', 1)");
    });
    const { contacts } = await harness.must(page, call.page, { id: 'first' });
    expect(contacts.find((contact) => contact.id === 'zhao')?.openDeals).toBe(2);
  });

  it('survives values that only an import could have written', async () => {
    harness.fill((db) => makeAccount(db, 'odd', { tier: 'VIP', custom: '{"来源系统":"CRM","级别":3,"leer":null}' }));
    const answer = await harness.must(page, call.page, { id: 'odd' });
    expect(answer.fields.tier).toBe('');
    expect(answer.custom).toEqual({ 来源系统: 'CRM', 级别: '3' });
  });

  it('does not find a trashed or unknown account', async () => {
    fillGroup();
    for (const id of ['gone', 'nobody']) {
      expect(await harness.call(page, call.page, { id })).toEqual({
        ok: false,
        error: { type: 'notFound', entity: 'account', id },
      });
    }
  });
});

describe('account.list', () => {
  it('orders by open amount in the workspace currency and fills in the rest', async () => {
    fillGroup();
    const answer = await harness.must(list, call.list, {});
    expect(answer.rows.map((row) => [row.id, row.openDeals, row.openAmountMinor, row.wonAmountMinor])).toEqual([
      ['first', 3, 1_500_000, 900_000],
      ['second', 1, 200_000, 0],
      ['university', 0, 0, 0],
      ['branch', 0, 0, 0],
    ]);
    expect(answer.rows[0]).toMatchObject({
      owner: { id: 'lin', name: '林悦' },
      parent: { id: 'university', name: '望澜大学' },
      lastTouchAt: NOW - 2 * DAY_MS,
      city: '上海',
    });
    expect(answer).toMatchObject({ total: 4, industries: ['医疗'] });
  });

  it('orders by last contact with the never contacted last both ways', async () => {
    fillGroup();
    harness.fill((db) => makeActivity(db, 'older', { accountId: 'second', at: NOW - 9 * DAY_MS }));
    const ids = async (descending: boolean) =>
      (await harness.must(list, call.list, { sortBy: 'lastTouch', descending })).rows.slice(0, 2).map((row) => row.id);
    expect(await ids(true)).toEqual(['first', 'second']);
    expect(await ids(false)).toEqual(['second', 'first']);
  });

  it('narrows by text in pinyin initials, owner and industry, and pages', async () => {
    fillGroup();
    const ids = async (input: Parameters<typeof harness.must<typeof list>>[2]) =>
      (await harness.must(list, call.list, { sortBy: 'name', descending: false, ...input })).rows.map((row) => row.id);
    expect(await ids({ text: '第二' })).toEqual(['second']);
    expect(await ids({ text: 'wldx' })).toEqual(['university', 'second', 'first']);
    expect(await ids({ text: '—' })).toEqual([]);
    expect(await ids({ ownerIds: ['lin'] })).toEqual(['first']);
    expect(await ids({ industry: '医疗' })).toHaveLength(2);
    expect((await harness.must(list, call.list, { limit: 1, offset: 1 })).rows.map((row) => row.id)).toEqual([
      'second',
    ]);
    expect((await harness.must(list, call.list, { limit: 1, offset: 1 })).total).toBe(4);
  });
});

describe('account.create, update and remove', () => {
  it('makes an account that belongs to whoever made it', async () => {
    const { id } = await harness.must(create, call.create, { fields: { name: '  霁川医院 ', city: '临岳' } });
    expect(await harness.must(page, call.page, { id })).toMatchObject({
      fields: { name: '霁川医院', city: '临岳', ownerId: 'lin', tier: '' },
      owner: { name: '林悦' },
      createdAt: NOW,
    });
  });

  it('refuses a parent or owner that does not exist, and keeps nothing', async () => {
    expect(await harness.call(create, call.create, { fields: { name: 'x', parentId: 'nobody' } })).toEqual({
      ok: false,
      error: { type: 'notFound', entity: 'account', id: 'nobody' },
    });
    expect(await harness.call(create, call.create, { fields: { name: 'x', ownerId: 'nobody' } })).toMatchObject({
      ok: false,
      error: { entity: 'member' },
    });
    expect((await harness.must(list, call.list, {})).total).toBe(0);
  });

  it('refuses a group that would become a circle', async () => {
    fillGroup();
    for (const parentId of ['university', 'first', 'branch']) {
      expect(await harness.call(update, call.update, { id: 'university', fields: { parentId } })).toEqual({
        ok: false,
        error: { type: 'circle', field: 'parentId' },
      });
    }
    await harness.must(update, call.update, { id: 'branch', fields: { parentId: 'second' } });
    expect((await harness.must(page, call.page, { id: 'branch' })).parent).toEqual({
      id: 'second',
      name: '望澜大学第二医院',
    });
  });

  it('does not overwrite a value that changed since the editor saw it', async () => {
    fillGroup();
    await harness.must(update, call.update, { id: 'first', fields: { city: '北京' }, expected: { city: '上海' } });
    expect(
      await harness.call(update, call.update, { id: 'first', fields: { city: '杭州' }, expected: { city: '上海' } }),
    ).toEqual({
      ok: false,
      error: { type: 'changedMeanwhile', field: 'city', now: '北京' },
    });
    // Both wrote the same: nothing is lost.
    await harness.must(update, call.update, { id: 'first', fields: { city: '北京' }, expected: { city: '上海' } });
    await harness.must(update, call.update, { id: 'first', fields: { employees: 5 }, expected: { employees: null } });
  });

  it('refuses to trash an account with open deals, paused ones included, and says how many', async () => {
    fillGroup();
    expect(await harness.call(remove, call.remove, { id: 'first' })).toEqual({
      ok: false,
      error: { type: 'hasOpenDeals', count: 3 },
    });
  });

  it('hangs what was below a trashed account below its parent', async () => {
    fillGroup();
    harness.fill((db) => db.run("UPDATE opportunity SET status = 'lost' WHERE accountId = 'first'"));
    await harness.must(remove, call.remove, { id: 'first' });
    expect(await harness.call(page, call.page, { id: 'first' })).toMatchObject({ ok: false });
    const { group } = await harness.must(page, call.page, { id: 'branch' });
    expect(group.map((member) => member.id)).toEqual(['university', 'branch', 'second']);
    expect(group.find((member) => member.id === 'branch')?.parentId).toBe('university');
  });

  it('does not change or trash what is not there', async () => {
    const error = { type: 'notFound', entity: 'account', id: 'nobody' };
    expect(await harness.call(update, call.update, { id: 'nobody', fields: {} })).toEqual({ ok: false, error });
    expect(await harness.call(remove, call.remove, { id: 'nobody' })).toEqual({ ok: false, error });
  });
});

describe('account.suggest', () => {
  it('puts the exact name first, then beginnings, then the rest, in 汉字, pinyin or initials', async () => {
    fillGroup();
    harness.fill((db) => makeAccount(db, 'exact', { name: '第一医院' }));
    const names = async (text: string) => (await harness.must(suggest, call.suggest, { text })).map((one) => one.name);
    expect(await names('第一医院')).toEqual(['第一医院', '第一医院分院', '望澜大学第一医院']);
    expect(await names('wanglan')).toHaveLength(3);
    expect(await names('dyyy')).toContain('第一医院');
    expect(await names('不存在')).toEqual([]);
  });

  it('offers the accounts of the newest deals before anything is typed, with their open deals', async () => {
    fillGroup();
    expect(await harness.must(suggest, call.suggest, { text: '' })).toEqual([
      expect.objectContaining({ id: 'first', city: '上海', openDeals: 3 }),
      expect.objectContaining({ id: 'second', openDeals: 1 }),
    ]);
  });
});
