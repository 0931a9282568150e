import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { taskHandlers } from '#electron/features/tasks/taskHandlers.ts';
import { taskContract } from '#shared/contract/opportunity.contract.ts';
import { DAY_MS } from '#shared/lib/time.ts';
import { HARNESS_NOW as NOW, type HandlerHarness, startHarness } from '#tests/support/handlerHarness.ts';
import { makeAccount, makeDeal, makeTask } from '#tests/support/workspaceRows.ts';

const { today, create, update: change, setStatus, ofOpportunity } = taskContract;
let harness: HandlerHarness;

beforeEach(() => {
  harness = startHarness();
  harness.fill((db) => {
    makeAccount(db, 'hospital');
    makeDeal(db, 'mri', 'hospital', { stageId: 'engage' });
    makeDeal(db, 'trashed', 'hospital', { removedAt: NOW });
    makeTask(db, 'call', { opportunityId: 'mri', dueDate: '2026-09-10' });
  });
});
afterEach(() => harness.end());

const row = (table: string, id: string) =>
  harness.context.db.get<Record<string, unknown>>(`SELECT * FROM ${table} WHERE id = ?`, id);

const ids = (tasks: readonly { id: string }[]) => tasks.map((task) => task.id);

const since = (days: number) => NOW - days * DAY_MS;

const notFound = (entity: string) => ({ ok: false, error: { type: 'notFound', entity } });

describe('task.today', () => {
  it('sorts what is due by the day of the workspace, and leaves out what is later, done or trashed', async () => {
    harness.fill((db) => {
      makeTask(db, 'today', { dueDate: '2026-09-14' });
      makeTask(db, 'atTen', { dueDate: '2026-09-14', dueMinute: 600, opportunityId: 'mri' });
      makeTask(db, 'tomorrow', { dueDate: '2026-09-15' });
      makeTask(db, 'inSeven', { dueDate: '2026-09-21' });
      makeTask(db, 'inEight', { dueDate: '2026-09-22' });
      makeTask(db, 'undated', {});
      makeTask(db, 'done', { dueDate: '2026-09-14', status: 'done' });
      makeTask(db, 'binned', { dueDate: '2026-09-14', removedAt: NOW });
      makeTask(db, 'ofTrashedDeal', { dueDate: '2026-09-14', opportunityId: 'trashed' });
      makeTask(db, 'hers', { dueDate: '2026-09-14', ownerId: 'zhou' });
    });
    const mine = await harness.must(today, taskHandlers.today, {});
    expect(mine).toMatchObject({ today: '2026-09-14', overdueTotal: 1 });
    expect([mine.overdue, mine.dueToday, mine.week].map(ids)).toEqual([
      ['call'],
      ['atTen', 'today'],
      ['tomorrow', 'inSeven'],
    ]);
    expect(mine.overdue[0]).toMatchObject({
      opportunity: { id: 'mri' },
      account: { id: 'hospital' },
      currency: 'CNY',
      owner: { name: '林悦' },
    });
    expect(ids((await harness.must(today, taskHandlers.today, { ownerId: 'zhou' })).dueToday)).toEqual(['hers']);
    // 2026-09-14, 23:59 in Shanghai and a minute later: the day there counts, not the one of UTC.
    harness.at(Date.UTC(2026, 8, 14, 15, 59));
    expect((await harness.must(today, taskHandlers.today, {})).today).toBe('2026-09-14');
    harness.at(Date.UTC(2026, 8, 14, 16, 0));
    expect(ids((await harness.must(today, taskHandlers.today, {})).dueToday)).toEqual(['tomorrow']);
  });

  it('names own open deals over their stage’s limit, the worst first, whether something is planned or not', async () => {
    harness.fill((db) => {
      makeDeal(db, 'over', 'hospital', { stageEnteredAt: since(30) });
      makeDeal(db, 'worse', 'hospital', { stageEnteredAt: since(60) });
      makeDeal(db, 'within', 'hospital', { stageEnteredAt: since(5) });
      makeDeal(db, 'planned', 'hospital', { stageEnteredAt: since(60) });
      makeTask(db, 'plan', { opportunityId: 'planned' });
      makeDeal(db, 'paused', 'hospital', { stageEnteredAt: since(60), status: 'paused' });
      makeDeal(db, 'hers', 'hospital', { stageEnteredAt: since(60), ownerId: 'zhou' });
    });
    const { stalled, stalledTotal } = await harness.must(today, taskHandlers.today, {});
    expect(new Set(ids(stalled).slice(0, 2))).toEqual(new Set(['worse', 'planned']));
    expect(ids(stalled).slice(2)).toEqual(['over']);
    expect(stalledTotal).toBe(3);
    expect(stalled[2]?.daysOver).toBeGreaterThan(5);
  });

  it('answers for nobody in particular before anybody was chosen, and not for strangers', async () => {
    harness.as('');
    harness.fill((db) => makeTask(db, 'nobodys', { dueDate: '2026-09-14', ownerId: null }));
    expect(ids((await harness.must(today, taskHandlers.today, {})).dueToday)).toEqual(['nobodys']);
    expect(await harness.call(today, taskHandlers.today, { ownerId: 'stranger' })).toMatchObject({
      ok: false,
      error: { entity: 'member' },
    });
  });

  it('plans a task with account and stage of its deal, changes it, ticks it off and opens it again', async () => {
    const { id } = await harness.must(create, taskHandlers.create, {
      title: '方案',
      kind: 'document',
      opportunityId: 'mri',
      dueDate: '2026-09-18',
    });
    expect(row('task', id)).toMatchObject({
      accountId: 'hospital',
      stageId: 'engage',
      ownerId: 'lin',
      kind: 'document',
    });
    await harness.must(change, taskHandlers.update, { id, fields: { dueDate: '2026-09-19', ownerId: 'zhou' } });
    await harness.must(setStatus, taskHandlers.setStatus, { id, status: 'done' });
    expect(row('task', id)).toMatchObject({ status: 'done', doneAt: NOW, dueDate: '2026-09-19', ownerId: 'zhou' });
    harness.at(NOW + 5);
    await harness.must(setStatus, taskHandlers.setStatus, { id, status: 'done' });
    expect(row('task', id)?.doneAt).toBe(NOW);
    await harness.must(setStatus, taskHandlers.setStatus, { id, status: 'open' });
    expect(row('task', id)).toMatchObject({ status: 'open', doneAt: null });
  });

  it('lists a deal’s tasks open first by due day, then done ones', async () => {
    harness.fill((db) => {
      makeTask(db, 'undated', { opportunityId: 'mri' });
      makeTask(db, 'old', { opportunityId: 'mri', status: 'done', doneAt: NOW - 9 });
      makeTask(db, 'recent', { opportunityId: 'mri', status: 'done', doneAt: NOW - 1 });
    });
    expect(ids(await harness.must(ofOpportunity, taskHandlers.ofOpportunity, { opportunityId: 'mri' }))).toEqual([
      'call',
      'undated',
      'recent',
      'old',
    ]);
  });

  it('refuses what points to nothing', async () => {
    expect(await harness.call(create, taskHandlers.create, { title: 'x', opportunityId: 'trashed' })).toMatchObject(
      notFound('opportunity'),
    );
    expect(await harness.call(create, taskHandlers.create, { title: 'x', contactId: 'x' })).toMatchObject(
      notFound('contact'),
    );
    expect(await harness.call(change, taskHandlers.update, { id: 'x', fields: {} })).toMatchObject(notFound('task'));
    expect(await harness.call(change, taskHandlers.update, { id: 'call', fields: { ownerId: 'x' } })).toMatchObject(
      notFound('member'),
    );
    expect(await harness.call(setStatus, taskHandlers.setStatus, { id: 'x', status: 'done' })).toMatchObject(
      notFound('task'),
    );
    expect(await harness.call(ofOpportunity, taskHandlers.ofOpportunity, { opportunityId: 'x' })).toMatchObject(
      notFound('opportunity'),
    );
  });
});
