import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { changesContract } from '#shared/contract/changes.contract.ts';
import { noticeContract } from '#shared/contract/notice.contract.ts';
import type { CoreEvent } from '#shared/contract/operation.ts';
import { opportunityContract, taskContract } from '#shared/contract/opportunity.contract.ts';
import { settingsContract } from '#shared/contract/settings.contract.ts';
import { workspaceContract } from '#shared/contract/workspace.contract.ts';
import { startTestCore, TEST_NOW, type TestCore } from '#tests/support/testCore.ts';

/** Monday 2026-09-14, 10:00 in Shanghai. */
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

let core: TestCore;
let path: string;

beforeEach(async () => {
  core = await startTestCore();
  const made = await core.must(workspaceContract.create, { name: '华东', kind: 'empty', personName: '林悦' });
  path = made.path;
});
afterEach(() => core.end());

const told = (from: TestCore = core) =>
  from.events.filter((event): event is Extract<CoreEvent, { type: 'notify' }> => event.type === 'notify');
const listed = async () =>
  (await core.must(noticeContract.list, {})).groups.flatMap(({ group, items }) =>
    items.map((item) => `${group} ${item.kind} ${item.task?.name ?? item.opportunity?.name ?? item.text}`),
  );
const only = async () => {
  const [group] = (await core.must(noticeContract.list, {})).groups;
  const [item] = group?.items ?? [];
  if (!item) throw new Error('No notice is listed');
  return item;
};
const look = async (now: number) => {
  core.setNow(now);
  await core.core.lookNow();
};
const addTask = (title: string, dueDate: string, more: { dueMinute?: number; ownerId?: string } = {}) =>
  core.must(taskContract.create, { title, dueDate, ...more });
const addDeal = (name: string) =>
  core.must(opportunityContract.create, { name, account: { name: '望澜医院' } }).then(({ card }) => card);

describe('a task', () => {
  test('is told at its hour by an event and in the list, once, also after a restart', async () => {
    await addTask('约见许院长', '2026-09-14', { dueMinute: 14 * 60 });
    await look(TEST_NOW + 3 * HOUR);
    expect(told()).toEqual([]);
    await look(TEST_NOW + 4 * HOUR);
    await look(TEST_NOW + 4 * HOUR);
    expect(told()).toHaveLength(1);
    expect(told()[0]).toMatchObject({ count: 1, told: [{ kind: 'taskDue', title: '约见许院长' }] });
    expect(await listed()).toEqual(['today taskDue 约见许院长']);
    expect(core.events).toContainEqual({ type: 'changed', topics: ['notices'], transaction: null });

    const again = await startTestCore({ folder: core.folder, now: TEST_NOW + 5 * HOUR });
    await core.core.close();
    try {
      await again.must(workspaceContract.open, { path });
      await again.core.lookNow();
      expect(told(again)).toEqual([]);
      expect((await again.must(noticeContract.counts, {})).open).toBe(1);
    } finally {
      await again.core.close();
    }
  });

  test('that is already due is told soon after it was written, without waiting for a minute to pass', async () => {
    await addTask('补纪要', '2026-09-11');
    await expect.poll(() => told().length, { timeout: 10_000 }).toBe(1);
    expect(await listed()).toEqual(['overdue taskOverdue 补纪要']);
  });

  test('leaves the list when it is ticked off, moved or dropped, and comes back with undo without being told again', async () => {
    const { id } = await addTask('付款复函', '2026-09-11');
    await look(TEST_NOW);
    expect(await listed()).toEqual(['overdue taskOverdue 付款复函']);
    const done = await core.call(taskContract.setStatus, { id, status: 'done' });
    expect(await listed()).toEqual([]);
    if (!done.ok || done.transaction === undefined) throw new Error('Not ticked off');
    await core.must(changesContract.undo, { seq: done.transaction });
    await look(TEST_NOW + HOUR);
    expect(await listed()).toEqual(['overdue taskOverdue 付款复函']);
    expect(told()).toHaveLength(1);

    await core.must(taskContract.update, { id, fields: { dueDate: '2026-09-15' } });
    expect(await listed()).toEqual([]);
    await look(TEST_NOW + DAY);
    expect(await listed()).toEqual(['today taskDue 付款复函']);
    expect(told()).toHaveLength(2);
  });

  test('makes one message of many', async () => {
    for (let n = 0; n < 12; n += 1) await addTask(`事${n}`, '2026-09-10');
    await look(TEST_NOW + 1);
    const [event] = told();
    expect(event?.told.length).toBeLessThanOrEqual(3);
    expect(told().reduce((sum, { count }) => sum + count, 0)).toBe(12);
    expect((await core.must(noticeContract.counts, {})).groups.overdue).toBe(12);
  });
});

describe('a notice', () => {
  test('can be put off: it is gone until then, and told once more', async () => {
    await addTask('回电话', '2026-09-11');
    await look(TEST_NOW);
    const { id } = await only();
    const { until } = await core.must(noticeContract.snooze, { id, until: 'hour' });
    expect(until).toBe(TEST_NOW + HOUR);
    expect(await listed()).toEqual([]);
    await look(TEST_NOW + HOUR - 1);
    expect(told()).toHaveLength(1);
    await look(TEST_NOW + HOUR);
    await look(TEST_NOW + HOUR);
    expect(told()).toHaveLength(2);
    expect(await listed()).toEqual(['overdue taskOverdue 回电话']);
    const tomorrow = await core.must(noticeContract.snooze, { id, until: 'tomorrow' });
    expect(tomorrow.until).toBe(Date.UTC(2026, 8, 15, 1));
    expect(await core.call(noticeContract.snooze, { id: 'none', until: 'hour' })).toMatchObject({
      ok: false,
      error: { type: 'notFound', entity: 'notice' },
    });
  });

  test('can be put away, alone or with all others, and taken back; nothing of it enters the change log', async () => {
    await addTask('甲', '2026-09-11');
    await addTask('乙', '2026-09-11');
    await look(TEST_NOW);
    const { id } = await only();
    const answer = await core.call(noticeContract.markRead, { ids: [id] });
    expect(answer).toMatchObject({ ok: true, value: { changed: 1 } });
    expect(answer).not.toHaveProperty('transaction');
    expect(await core.must(noticeContract.markRead, { ids: [id, 'none'] })).toEqual({ changed: 0 });
    expect((await core.must(noticeContract.counts, {})).open).toBe(1);
    expect(await core.must(noticeContract.markUnread, { ids: [id] })).toEqual({ changed: 1 });
    expect(await core.must(noticeContract.dismissAll, {})).toEqual({ changed: 2 });
    await look(TEST_NOW + DAY);
    expect((await core.must(noticeContract.counts, {})).open).toBe(0);
  });

  test('waits for quiet hours to end and is not dropped by them', async () => {
    await core.must(noticeContract.savePersonal, {
      quiet: { enabled: true, from: 12 * 60, until: 16 * 60, freeDays: false },
      morningMinute: 9 * 60,
    });
    await addTask('送样机', '2026-09-14', { dueMinute: 13 * 60 });
    await look(TEST_NOW + 4 * HOUR);
    expect(told()).toEqual([]);
    expect(await listed()).toEqual([]);
    await look(TEST_NOW + 6 * HOUR);
    expect(told()).toHaveLength(1);
    expect(await listed()).toEqual(['today taskDue 送样机']);
  });

  test('belongs to one person: another who works here sees none of it', async () => {
    await addTask('甲', '2026-09-11');
    await look(TEST_NOW);
    const { id } = await only();
    const { id: other } = await core.must(settingsContract.saveMember, { name: '周启航' });
    await core.must(settingsContract.setMe, { memberId: other });
    expect(await listed()).toEqual([]);
    expect(await core.must(noticeContract.markRead, { ids: [id] })).toEqual({ changed: 0 });
  });
});

describe('a deal that stays too long', () => {
  test('asks its owner why; the answer is on the deal, undo asks again, and a closed deal takes none', async () => {
    const deal = await addDeal('3.0T 磁共振');
    await look(TEST_NOW + 60 * DAY);
    expect(await listed()).toContain('question stageOverdue 3.0T 磁共振');
    const before = told().length;
    const question = { opportunityId: deal.id, code: 'other', note: '  ' } as const;
    expect(await core.call(noticeContract.giveStallReason, question)).toMatchObject({
      ok: false,
      error: { type: 'noteMissing' },
    });
    const given = await core.call(noticeContract.giveStallReason, { ...question, code: 'budget', note: '等明年预算' });
    expect(await listed()).not.toContain('question stageOverdue 3.0T 磁共振');
    const { card } = await core.must(opportunityContract.page, { id: deal.id });
    expect(card.stall).toMatchObject({ code: 'budget', note: '等明年预算' });
    if (!given.ok || given.transaction === undefined) throw new Error('Not given');
    await core.must(changesContract.undo, { seq: given.transaction });
    await look(TEST_NOW + 60 * DAY + HOUR);
    expect(await listed()).toContain('question stageOverdue 3.0T 磁共振');
    expect(told()).toHaveLength(before);

    await core.must(opportunityContract.remove, { ids: [deal.id] });
    expect(await listed()).not.toContain('question stageOverdue 3.0T 磁共振');
    expect(await core.call(noticeContract.giveStallReason, { ...question, code: 'budget' })).toMatchObject({
      ok: false,
      error: { type: 'notFound' },
    });
  });
});

describe('the manager', () => {
  test('hears of what those whom they lead have let slip, with the owner’s name, and of nobody else', async () => {
    const me = (await core.must(workspaceContract.status, {})).open?.me?.id ?? '';
    const { id: boss } = await core.must(settingsContract.saveMember, { name: '沈立', role: 'manager' });
    const { id: stranger } = await core.must(settingsContract.saveMember, { name: '周启航' });
    await core.must(settingsContract.saveMember, { id: me, name: '林悦', managerId: boss });
    await addTask('招标参数', '2026-09-10');
    await addTask('别人的事', '2026-09-10', { ownerId: stranger });
    await addTask('还不到时候', '2026-09-14');
    await addDeal('停着的商机');
    await core.must(settingsContract.setMe, { memberId: boss });
    await look(TEST_NOW + HOUR);
    expect(await listed()).toEqual(['escalated taskEscalated 招标参数']);
    expect((await only()).ownerName).toBe('林悦');
    await look(TEST_NOW + 60 * DAY);
    expect(await listed()).toContain('escalated stageEscalated 停着的商机');
    const team = await core.must(noticeContract.team, {});
    expect(team.members.map(({ name }) => name)).toEqual(['林悦']);
    expect(team.tasks.map(({ title, owner }) => [title, owner?.name])).toContainEqual(['招标参数', '林悦']);
    expect(team.stalled.map(({ name }) => name)).toEqual(['停着的商机']);
  });

  test('waits as many working days as the team has agreed on', async () => {
    const me = (await core.must(workspaceContract.status, {})).open?.me?.id ?? '';
    const { id: boss } = await core.must(settingsContract.saveMember, { name: '沈立', role: 'manager' });
    await core.must(settingsContract.saveMember, { id: me, name: '林悦', managerId: boss });
    await addTask('招标参数', '2026-09-10');
    const saved = await core.call(noticeContract.saveTeam, { taskEscalationDays: 5, stageEscalationDays: 3 });
    expect(saved).toHaveProperty('transaction');
    await core.must(settingsContract.setMe, { memberId: boss });
    await look(TEST_NOW + HOUR);
    expect(await listed()).toEqual([]);
    await look(Date.UTC(2026, 8, 17, 1));
    expect(await listed()).toEqual(['escalated taskEscalated 招标参数']);
  });

  test('cannot be led by somebody whom they lead', async () => {
    const me = (await core.must(workspaceContract.status, {})).open?.me?.id ?? '';
    const { id: boss } = await core.must(settingsContract.saveMember, { name: '沈立', managerId: me });
    for (const managerId of [boss, me]) {
      expect(await core.call(settingsContract.saveMember, { id: me, name: '林悦', managerId })).toMatchObject({
        ok: false,
        error: { type: 'managerCircle' },
      });
    }
    expect(await core.call(settingsContract.saveMember, { name: '丁', managerId: 'none' })).toMatchObject({
      ok: false,
      error: { type: 'notFound' },
    });
  });
});

describe('settings', () => {
  test('are defaults until they are set, and refuse hours and days that are none', async () => {
    expect(await core.must(noticeContract.settings, {})).toMatchObject({
      personal: { quiet: { enabled: true, from: 1260, until: 480, freeDays: true }, morningMinute: 540 },
      team: { taskEscalationDays: 2, stageEscalationDays: 3 },
    });
    for (const input of [{ morningMinute: 1440 }, { quiet: { from: -1 } }, { quiet: { from: 1.5 } }]) {
      expect(await core.call(noticeContract.savePersonal, input)).toMatchObject({
        ok: false,
        error: { type: 'invalidInput' },
      });
    }
    expect(await core.call(noticeContract.saveTeam, { taskEscalationDays: 0 })).toMatchObject({
      ok: false,
      error: { type: 'invalidInput' },
    });
  });
});
