import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { activityHandlers as call } from '#electron/features/activities/activityHandlers.ts';
import { accountHandlers } from '#electron/features/accounts/accountHandlers.ts';
import { changesHandlers } from '#electron/features/changes/changesHandlers.ts';
import { accountContract } from '#shared/contract/account.contract.ts';
import { changesContract } from '#shared/contract/changes.contract.ts';
import { activityContract, type TimelineEntry } from '#shared/contract/opportunity.contract.ts';
import { insertRow } from '#db/rows.ts';
import { pastChange } from '#db/schema/opportunity.ts';
import { DAY_MS } from '#shared/lib/time.ts';
import { HARNESS_NOW as NOW, type HandlerHarness, startHarness } from '#tests/support/handlerHarness.ts';
import {
  makeAccount,
  makeActivity,
  makeContact,
  makeDeal,
  makeHistory,
  makeTask,
} from '#tests/support/workspaceRows.ts';

const { log, update, remove, timeline } = activityContract;
let harness: HandlerHarness;

beforeEach(() => {
  harness = startHarness();
  harness.fill((db) => {
    makeAccount(db, 'hospital');
    makeAccount(db, 'clinic');
    makeContact(db, 'zhao', 'hospital');
    makeContact(db, 'sun', 'clinic');
    makeDeal(db, 'mri', 'hospital', { stageId: 'engage' });
    makeDeal(db, 'trashed', 'hospital', { removedAt: NOW });
    makeTask(db, 'call', { opportunityId: 'mri', dueDate: '2026-09-10' });
  });
});
afterEach(() => harness.end());

const row = (table: string, id: string) =>
  harness.context.db.get<Record<string, unknown>>(`SELECT * FROM ${table} WHERE id = ?`, id);
const entries = async (input: Partial<Parameters<typeof harness.must<typeof timeline>>[2]> = {}) =>
  harness.must(timeline, call.timeline, { entity: 'opportunity', id: 'mri', ...input });

const brief = (entry: TimelineEntry) =>
  entry.type === 'activity'
    ? entry.subject
    : entry.type === 'stage'
      ? `${entry.from}→${entry.to}`
      : entry.type === 'task'
        ? entry.title
        : `${entry.field}: ${entry.from}→${entry.to}`;

const shownNote = async () =>
  (await entries()).entries.map((entry) => (entry.type === 'activity' ? [entry.subject, entry.note] : []))[0];

const accountOfLogged = async (input: object) => {
  const { id } = await harness.must(log, call.log, { kind: 'call', subject: 'x', ...input });
  return row('activity', id)?.accountId;
};

describe('activity.log', () => {
  it('logs the visit, who was there, completes the task and plans the next, in one transaction', async () => {
    const answer = await harness.must(log, call.log, {
      kind: 'visit',
      subject: '见赵敏主任',
      note: '愿意引荐',
      durationMinutes: 40,
      opportunityId: 'mri',
      contactIds: ['zhao', 'zhao'],
      completesTaskId: 'call',
      next: { title: '约见许院长', dueDate: '2026-09-18' },
    });
    expect(row('activity', answer.id)).toMatchObject({
      kind: 'visit',
      at: NOW,
      accountId: 'hospital',
      opportunityId: 'mri',
      ownerId: 'lin',
      private: 0,
    });
    expect(harness.context.db.all('SELECT id, contactId FROM activityContact')).toEqual([
      { id: `${answer.id}.zhao`, contactId: 'zhao' },
    ]);
    expect(row('task', 'call')).toMatchObject({ status: 'done', doneAt: NOW });
    expect(row('task', answer.nextTaskId ?? '')).toMatchObject({
      title: '约见许院长',
      dueDate: '2026-09-18',
      opportunityId: 'mri',
      accountId: 'hospital',
      contactId: 'zhao',
      ownerId: 'lin',
      stageId: 'engage',
      status: 'open',
    });
    await harness.must(changesContract.undo, changesHandlers.undo, { seq: harness.lastTransaction() ?? 0 });
    expect(row('activity', answer.id)).toBeUndefined();
    expect(row('task', 'call')).toMatchObject({ status: 'open', doneAt: null });
    expect(row('task', answer.nextTaskId ?? '')).toBeUndefined();
  });

  it('takes the account from the deal before the one named, and from the first person when neither is given', async () => {
    expect(await accountOfLogged({ opportunityId: 'mri', accountId: 'clinic' })).toBe('hospital');
    expect(await accountOfLogged({ accountId: 'clinic', contactIds: ['zhao'] })).toBe('clinic');
    expect(await accountOfLogged({ contactIds: ['sun'] })).toBe('clinic');
    expect(await accountOfLogged({})).toBeNull();
  });

  it('keeps nothing when something it points to is not there', async () => {
    const tries = [
      { opportunityId: 'trashed' },
      { accountId: 'x' },
      { contactIds: ['zhao', 'x'] },
      { completesTaskId: 'x' },
    ];
    for (const input of tries) {
      const answer = await harness.call(log, call.log, {
        kind: 'call',
        subject: 'x',
        opportunityId: 'mri',
        next: { title: 'n', dueDate: null },
        ...input,
      });
      expect(answer).toMatchObject({ ok: false, error: { type: 'notFound' } });
    }
    expect(harness.context.db.get('SELECT count(*) AS n FROM activity')).toEqual({ n: 0 });
    expect(harness.context.db.get('SELECT count(*) AS n FROM task')).toEqual({ n: 1 });
  });
});

describe('activity.update and remove', () => {
  it('changes and trashes an activity, once', async () => {
    harness.fill((db) => makeActivity(db, 'a', { opportunityId: 'mri' }));
    await harness.must(update, call.update, { id: 'a', fields: { subject: '新主题', at: NOW - 5 } });
    expect((await entries()).entries).toMatchObject([{ type: 'activity', subject: '新主题', at: NOW - 5 }]);
    await harness.must(remove, call.remove, { id: 'a' });
    expect((await entries()).entries).toEqual([]);
    const error = { type: 'notFound', entity: 'activity', id: 'a' };
    expect(await harness.call(remove, call.remove, { id: 'a' })).toEqual({ ok: false, error });
    expect(await harness.call(update, call.update, { id: 'a', fields: {} })).toEqual({ ok: false, error });
  });

  it('lets only the author and managers touch a private activity', async () => {
    harness.fill((db) => makeActivity(db, 'a', { opportunityId: 'mri', private: 1 }));
    harness.as('zhou');
    const forbidden = { ok: false, error: { type: 'forbidden', reason: 'privateNote' } };
    expect(await harness.call(update, call.update, { id: 'a', fields: { note: 'x' } })).toEqual(forbidden);
    expect(await harness.call(remove, call.remove, { id: 'a' })).toEqual(forbidden);
    harness.as('shen');
    await harness.must(update, call.update, { id: 'a', fields: { note: 'x' } });
  });
});

describe('activity.timeline', () => {
  it('merges activities, stage moves, field changes, imported changes and done tasks, newest first', async () => {
    harness.fill((db) => {
      makeHistory(db, 'mri', [
        ['verify', NOW - 9 * DAY_MS],
        ['engage', NOW - 5 * DAY_MS],
      ]);
      makeActivity(db, '拜访', { opportunityId: 'mri', at: NOW - 7 * DAY_MS, durationMinutes: 40 }, ['zhao']);
      makeActivity(db, '别的商机', { at: NOW - 7 * DAY_MS });
      makeTask(db, '报告', { opportunityId: 'mri', status: 'done', doneAt: NOW - 6 * DAY_MS });
      insertRow(db, pastChange, {
        id: 'p',
        opportunityId: 'mri',
        field: 'amountMinor',
        fromValue: '1',
        toValue: '2',
        at: NOW - 8 * DAY_MS,
      });
      insertRow(db, pastChange, { id: 'q', opportunityId: 'trashed', field: 'amountMinor', at: NOW - 8 * DAY_MS });
    });
    harness.context.write('opportunity.update', (db) => {
      db.run(
        "UPDATE opportunity SET expectedClose = '2026-11-20', ownerId = 'zhou', rank = 'b', stageEnteredAt = 5 WHERE id = 'mri'",
      );
      return { ok: true, value: null };
    });
    const answer = await entries();
    expect(answer.nextBefore).toBeNull();
    expect(answer.entries.map(brief)).toEqual([
      'ownerId: 林悦→周启航',
      'expectedClose: →2026-11-20',
      '验证→交流',
      '报告',
      '拜访',
      'amountMinor: 1→2',
      '→验证',
    ]);
    expect(answer.entries[0]).toMatchObject({ type: 'change', who: '林悦', label: 'opportunity.update', at: NOW });
    expect(answer.entries[4]).toMatchObject({
      who: '林悦',
      durationMinutes: 40,
      contacts: [{ id: 'zhao' }],
      opportunity: { id: 'mri' },
    });
    expect((await entries({ show: 'activities' })).entries.map(brief)).toEqual(['拜访']);
    expect((await entries({ show: 'changes' })).entries).toHaveLength(5);
  });

  it('does not tell of an edit that was undone, nor of the undoing', async () => {
    await harness.must(accountContract.update, accountHandlers.update, { id: 'hospital', fields: { city: '上海' } });
    const edited = await entries({ entity: 'account', id: 'hospital' });
    expect(edited.entries.map(brief)).toEqual(['city: →上海']);
    await harness.must(changesContract.undo, changesHandlers.undo, { seq: harness.lastTransaction() ?? 0 });
    expect((await entries({ entity: 'account', id: 'hospital' })).entries).toEqual([]);
  });

  it('keeps what is private from colleagues, though not that it happened', async () => {
    harness.fill((db) => makeActivity(db, '晚餐', { opportunityId: 'mri', private: 1, note: '他不喜欢采购科长' }));
    expect(await shownNote()).toEqual(['晚餐', '他不喜欢采购科长']);
    harness.as('zhou');
    expect(await shownNote()).toEqual(['晚餐', '']);
    harness.as('shen');
    expect(await shownNote()).toEqual(['晚餐', '他不喜欢采购科长']);
  });

  it('pages without losing or repeating anything, also when many things happened at one instant', async () => {
    harness.fill((db) => {
      for (let index = 0; index < 40; index += 1) {
        const at = NOW - Math.floor(index / 7) * DAY_MS;
        makeActivity(db, `a${index}`, { opportunityId: 'mri', at });
        if (index % 3 === 0) makeTask(db, `t${index}`, { opportunityId: 'mri', status: 'done', doneAt: at });
      }
    });
    const whole = (await entries({ limit: 200 })).entries.map(brief);
    expect(whole).toHaveLength(54);
    const paged: string[] = [];
    let before: number | null = null;
    let pages = 0;
    do {
      const page: Awaited<ReturnType<typeof entries>> = await entries({ limit: 5, before });
      expect(page.entries.length).toBeGreaterThanOrEqual(5);
      paged.push(...page.entries.map(brief));
      before = page.nextBefore;
      pages += 1;
    } while (before !== null);
    expect(paged).toEqual(whole);
    expect(pages).toBe(6);
  });

  it('shows an account what happened in all its deals, and a person what they took part in', async () => {
    harness.fill((db) => {
      makeDeal(db, 'ct', 'hospital');
      makeHistory(db, 'ct', [['verify', NOW - 3]]);
      makeTask(db, '标书', { opportunityId: 'ct', status: 'done', doneAt: NOW - 2 });
      makeTask(db, '电话', { contactId: 'zhao', status: 'done', doneAt: NOW - 4 });
      makeActivity(db, '拜访', { accountId: 'hospital', at: NOW - 1 }, ['zhao']);
    });
    expect((await entries({ entity: 'account', id: 'hospital' })).entries.map(brief)).toEqual([
      '拜访',
      '标书',
      '→验证',
    ]);
    expect((await entries({ entity: 'contact', id: 'zhao' })).entries.map(brief)).toEqual(['拜访', '电话']);
  });

  it('does not find a trashed or unknown record', async () => {
    expect(await harness.call(timeline, call.timeline, { entity: 'opportunity', id: 'trashed' })).toMatchObject({
      ok: false,
      error: { type: 'notFound', entity: 'opportunity' },
    });
  });
});
