import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { stateDigest } from '#db/changes/stateDigest.ts';
import { insertRow } from '#db/rows.ts';
import { behaviourEvent } from '#db/schema/account.ts';
import { qualificationQuestion } from '#db/schema/automation.ts';
import { stageTask } from '#db/schema/process.ts';
import { activityHandlers } from '#electron/features/activities/activityHandlers.ts';
import { changesHandlers } from '#electron/features/changes/changesHandlers.ts';
import { qualificationHandlers } from '#electron/features/qualification/qualificationHandlers.ts';
import { leadHandlers as call } from '#electron/features/leads/leadHandlers.ts';
import { recycleOverdueLeads } from '#electron/features/leads/recycleOverdueLeads.ts';
import { searchHandlers } from '#electron/features/search/searchHandlers.ts';
import { taskHandlers } from '#electron/features/tasks/taskHandlers.ts';
import { changesContract } from '#shared/contract/changes.contract.ts';
import { leadContract } from '#shared/contract/lead.contract.ts';
import { activityContract, taskContract } from '#shared/contract/opportunity.contract.ts';
import { qualificationContract } from '#shared/contract/qualification.contract.ts';
import { searchContract } from '#shared/contract/search.contract.ts';
import { DAY_MS } from '#shared/lib/time.ts';
import { HARNESS_NOW as NOW, type HandlerHarness, startHarness } from '#tests/support/handlerHarness.ts';
import { makeLead } from '#tests/support/leadRows.ts';
import { makeAccount, makeActivity, makeContact, makeDeal } from '#tests/support/workspaceRows.ts';

let harness: HandlerHarness;
beforeEach(() => {
  harness = startHarness();
});
afterEach(() => harness.end());

const digest = () => stateDigest(harness.context.db);
async function undo(): Promise<void> {
  await harness.must(changesContract.undo, changesHandlers.undo, { seq: harness.lastTransaction() ?? 0 });
}
const rowOf = (table: string, id: string) =>
  harness.context.db.get<Record<string, unknown>>(`SELECT * FROM ${table} WHERE id = ?`, id);

describe('lead.create', () => {
  it('keeps a lead for whoever creates it, for ten business days over the holidays', async () => {
    const { id } = await harness.must(leadContract.create, call.create, {
      fields: { company: '云杉精密科技', personName: '李娜', mobile: '13800138000', source: '展会' },
    });
    const page = await harness.must(leadContract.page, call.page, { id });
    expect(page).toMatchObject({
      status: 'new',
      owner: { id: 'lin', name: '林悦' },
      holding: { share: expect.any(Number), daysLeft: expect.any(Number), over: false, urgent: false },
      likely: [],
    });
    expect(page.holding?.share).toBeGreaterThan(0.9);
    // The tenth business day after Monday September 14, with the make-up Sunday worked and the free days of the feasts skipped.
    expect(new Date(page.holding?.until ?? 0).toISOString()).toBe('2026-09-28T16:00:00.000Z');
  });

  it('goes to the pool when it is to belong to nobody', async () => {
    const { id } = await harness.must(leadContract.create, call.create, { fields: { company: '甲' }, ownerId: null });
    expect(await harness.must(leadContract.page, call.page, { id })).toMatchObject({
      status: 'pool',
      owner: null,
      holding: null,
    });
  });

  it('is refused without company and person, and for an owner who does not exist', async () => {
    expect(await harness.call(leadContract.create, call.create, { fields: { need: 'MES' } })).toEqual({
      ok: false,
      error: { type: 'leadNameless' },
    });
    expect(
      await harness.call(leadContract.create, call.create, { fields: { company: '甲' }, ownerId: 'nobody' }),
    ).toEqual({ ok: false, error: { type: 'notFound', entity: 'member', id: 'nobody' } });
  });

  it('answers what is known already among leads, accounts and contacts before anything is written', async () => {
    harness.fill((db) => {
      makeAccount(db, 'account', { name: '上海云杉精密科技股份有限公司', city: '上海' });
      makeContact(db, 'contact', 'account', { name: '李娜', mobile: '+86 138 0013 8000' });
      makeLead(db, 'lead', { company: '云杉精密科技', personName: '李娜' });
      makeLead(db, 'merged', { company: '云杉精密科技', removedAt: NOW, mergedIntoId: 'lead' });
    });
    const before = digest();
    const fields = { company: '云杉精密科技有限公司', personName: '李娜', mobile: '13800138000' };
    const refused = await harness.call(leadContract.create, call.create, { fields });
    expect(refused).toMatchObject({ ok: false, error: { type: 'likelyDuplicate' } });
    const matches = !refused.ok && refused.error.type === 'likelyDuplicate' ? refused.error.matches : [];
    expect(matches.map(({ entity, id, kinds }) => [entity, id, kinds])).toEqual([
      ['contact', 'contact', ['mobile']],
      ['lead', 'lead', ['name', 'person']],
      ['account', 'account', ['core']],
    ]);
    expect(digest()).toEqual(before);
    await harness.must(leadContract.create, call.create, { fields, createAnyway: true });
  });

  it('is not stopped by a mere hint, such as a shared mail domain', async () => {
    harness.fill((db) => makeAccount(db, 'account', { name: '云杉', website: 'https://www.yunshan.com' }));
    await harness.must(leadContract.create, call.create, { fields: { personName: '李娜', email: 'li@yunshan.com' } });
  });
});

describe('lead.update', () => {
  it('changes fields in place and undoes them', async () => {
    harness.fill((db) => makeLead(db, 'l', { need: '要一套 MES' }));
    const before = digest();
    await harness.must(leadContract.update, call.update, {
      id: 'l',
      fields: { need: '两条线的 MES', budgetMinor: 50_000_000 },
      expected: { need: '要一套 MES', budgetMinor: null },
    });
    expect(rowOf('lead', 'l')).toMatchObject({ need: '两条线的 MES', budgetMinor: 50_000_000 });
    await undo();
    expect(digest()).toEqual(before);
  });

  it("does not overwrite a colleague's newer value and does not take the last name away", async () => {
    harness.fill((db) => makeLead(db, 'l', { need: '新' }));
    expect(
      await harness.call(leadContract.update, call.update, {
        id: 'l',
        fields: { need: '我的' },
        expected: { need: '旧' },
      }),
    ).toEqual({ ok: false, error: { type: 'changedMeanwhile', field: 'need', now: '新' } });
    expect(await harness.call(leadContract.update, call.update, { id: 'l', fields: { company: '' } })).toEqual({
      ok: false,
      error: { type: 'leadNameless' },
    });
    expect(await harness.call(leadContract.update, call.update, { id: 'nobody', fields: {} })).toMatchObject({
      ok: false,
      error: { type: 'notFound' },
    });
  });
});

describe('the ways of a lead', () => {
  beforeEach(() =>
    harness.fill((db) => {
      makeLead(db, 'fresh');
      makeLead(db, 'pooled', { status: 'pool', ownerId: null, heldSince: null, heldUntil: null });
      makeLead(db, 'gone', { status: 'disqualified', heldUntil: null, disqualifiedAt: NOW, reasonCode: 'noNeed' });
      makeLead(db, 'deal', { status: 'converted', heldUntil: null, convertedAt: NOW });
    }),
  );

  it('verifies, and the holding time starts again', async () => {
    harness.at(NOW + 10 * DAY_MS);
    const until = rowOf('lead', 'fresh')?.heldUntil as number;
    expect(await harness.must(leadContract.verify, call.verify, { ids: ['fresh'] })).toEqual({
      changed: 1,
      skipped: 0,
    });
    expect(rowOf('lead', 'fresh')).toMatchObject({ status: 'verifying', heldSince: NOW + 10 * DAY_MS });
    expect(rowOf('lead', 'fresh')?.heldUntil).toBeGreaterThan(until);
  });

  it('claims from the pool, assigns, gives back and reopens', async () => {
    harness.as('zhou');
    await harness.must(leadContract.claim, call.claim, { ids: ['pooled'] });
    expect(rowOf('lead', 'pooled')).toMatchObject({ status: 'new', ownerId: 'zhou', recycled: 0 });
    await harness.must(leadContract.assign, call.assign, { ids: ['pooled', 'fresh'], ownerId: 'shen' });
    expect(rowOf('lead', 'fresh')).toMatchObject({ status: 'new', ownerId: 'shen' });
    await harness.must(leadContract.recycle, call.recycle, { ids: ['pooled'], reason: '没人接电话' });
    expect(rowOf('lead', 'pooled')).toMatchObject({ status: 'pool', ownerId: null, heldUntil: null, recycled: 1 });
    await harness.must(leadContract.reopen, call.reopen, { ids: ['gone'] });
    expect(rowOf('lead', 'gone')).toMatchObject({
      status: 'new',
      ownerId: 'lin',
      disqualifiedAt: null,
      reasonCode: '',
    });
  });

  it('needs words for another reason to give up', async () => {
    expect(
      await harness.call(leadContract.disqualify, call.disqualify, { ids: ['fresh'], reasonCode: 'other' }),
    ).toEqual({ ok: false, error: { type: 'reasonMissing' } });
    await harness.must(leadContract.disqualify, call.disqualify, {
      ids: ['fresh'],
      reasonCode: 'noBudget',
      reason: '',
    });
    expect(rowOf('lead', 'fresh')).toMatchObject({
      status: 'disqualified',
      reasonCode: 'noBudget',
      disqualifiedAt: NOW,
    });
  });

  it('acts on those that may and leaves the others, in one step that one undo takes back', async () => {
    const before = digest();
    const ids = ['fresh', 'pooled', 'gone', 'deal', 'nobody', 'fresh'];
    expect(await harness.must(leadContract.disqualify, call.disqualify, { ids, reasonCode: 'invalid' })).toEqual({
      changed: 2,
      skipped: 3,
    });
    expect(rowOf('lead', 'deal')).toMatchObject({ status: 'converted' });
    await undo();
    expect(digest()).toEqual(before);
  });

  it('refuses what no state allows', async () => {
    for (const [operation, handler] of [
      [leadContract.verify, call.verify],
      [leadContract.reopen, call.reopen],
      [leadContract.claim, call.claim],
      [leadContract.recycle, call.recycle],
    ] as const) {
      expect(await harness.call(operation, handler as never, { ids: ['deal'] })).toEqual({
        ok: false,
        error: { type: 'wrongStatus', status: 'converted' },
      });
    }
    expect(await harness.call(leadContract.verify, call.verify, { ids: ['nobody'] })).toMatchObject({
      error: { type: 'notFound' },
    });
    expect(await harness.call(leadContract.assign, call.assign, { ids: ['fresh'], ownerId: 'nobody' })).toMatchObject({
      error: { type: 'notFound', entity: 'member' },
    });
  });

  it('goes to the trash and comes back', async () => {
    expect(await harness.must(leadContract.remove, call.remove, { ids: ['fresh', 'nobody'] })).toEqual({ removed: 1 });
    expect(await harness.call(leadContract.page, call.page, { id: 'fresh' })).toMatchObject({
      error: { type: 'notFound' },
    });
    expect(await harness.must(leadContract.restore, call.restore, { ids: ['fresh'] })).toEqual({ restored: 1 });
    await harness.must(leadContract.page, call.page, { id: 'fresh' });
  });
});

const harnessWrite = (
  context: { label: string; at: number },
  run: Parameters<HandlerHarness['context']['write']>[1],
) => ({
  result: harness.context.write(context.label, run),
  transaction: harness.lastTransaction(),
});
const workspace = () => ({
  db: { read: harness.context.db, write: harnessWrite, path: '', close: () => {} },
  actorId: 'lin',
});

describe('a lead whose time is over', () => {
  it('goes to the pool once, and looking again does nothing', () => {
    harness.fill((db) => {
      makeLead(db, 'over', { heldUntil: NOW - 1 });
      makeLead(db, 'verifying', { status: 'verifying', heldUntil: NOW });
      makeLead(db, 'inTime', { heldUntil: NOW + 1 });
      makeLead(db, 'unlimited', { heldUntil: null });
      makeLead(db, 'converted', { status: 'converted', heldUntil: NOW - 1 });
      makeLead(db, 'trashed', { heldUntil: NOW - 1, removedAt: NOW });
    });
    expect(recycleOverdueLeads(workspace() as never, NOW)).toBe(2);
    expect(rowOf('lead', 'over')).toMatchObject({ status: 'pool', ownerId: null, recycled: 1, reasonCode: 'overdue' });
    expect(rowOf('lead', 'inTime')).toMatchObject({ status: 'new', ownerId: 'lin' });
    expect(rowOf('lead', 'unlimited')).toMatchObject({ status: 'new' });
    const seq = harness.lastTransaction();
    expect(recycleOverdueLeads(workspace() as never, NOW)).toBe(0);
    expect(harness.lastTransaction()).toBe(seq);
    expect(recycleOverdueLeads(null, NOW)).toBe(0);
  });

  it('takes at most two hundred at a time, the longest overdue first, and the rest with the next look', () => {
    harness.fill((db) => {
      for (let n = 0; n < 450; n += 1) makeLead(db, `l${n}`, { heldUntil: NOW - n });
    });
    expect([1, 2, 3, 4].map(() => recycleOverdueLeads(workspace() as never, NOW))).toEqual([200, 200, 50, 0]);
  });
});

const listed = async (input: Parameters<typeof harness.must<typeof leadContract.list>>[2]) =>
  (await harness.must(leadContract.list, call.list, input)).rows.map((row) => row.id);

describe('lead.list', () => {
  beforeEach(() =>
    harness.fill((db) => {
      makeLead(db, 'a', {
        company: '云杉科技',
        source: '展会',
        createdAt: NOW - 3 * DAY_MS,
        heldUntil: NOW + 9 * DAY_MS,
      });
      makeLead(db, 'b', { company: '安澜医疗', source: '官网', createdAt: NOW - 2 * DAY_MS, heldUntil: NOW + DAY_MS });
      makeLead(db, 'c', { company: '博远', status: 'pool', ownerId: null, heldUntil: null, createdAt: NOW - DAY_MS });
      makeLead(db, 'd', { company: '周的', ownerId: 'zhou', status: 'verifying' });
      makeLead(db, 'e', { company: '已转', status: 'converted', heldUntil: null, createdAt: NOW - 40 * DAY_MS });
      makeLead(db, 'f', { company: '已弃', status: 'disqualified', heldUntil: null });
      makeLead(db, 'trash', { removedAt: NOW });
      makeActivity(db, 'call', { leadId: 'a', at: NOW - DAY_MS, kind: 'call' });
    }),
  );

  it('shows mine, all, pool, converted and disqualified', async () => {
    expect(await listed({ view: 'mine' })).toEqual(['b', 'a']);
    expect(await listed({ view: 'pool' })).toEqual(['c']);
    expect(await listed({ view: 'converted' })).toEqual(['e']);
    expect(await listed({ view: 'disqualified' })).toEqual(['f']);
    expect((await listed({ view: 'all' })).toSorted()).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
    const { counts, sources, holdingDays } = await harness.must(leadContract.overview, call.overview, {});
    expect(counts).toEqual({ mine: 2, all: 6, pool: 1, converted: 1, disqualified: 1 });
    expect(sources).toEqual(['官网', '展会'].toSorted());
    expect(holdingDays).toBe(10);
  });

  it('narrows by owner, source, state, day of creation and text in pinyin', async () => {
    expect(await listed({ ownerIds: ['zhou'] })).toEqual(['d']);
    expect(await listed({ ownerless: true })).toEqual(['c']);
    expect(await listed({ sources: ['官网'] })).toEqual(['b']);
    expect(await listed({ statuses: ['new'], view: 'all' })).toEqual(['b', 'a']);
    expect(await listed({ statuses: ['pool'], view: 'mine' })).toEqual([]);
    expect(await listed({ text: 'yskj' })).toEqual(['a']);
    expect(await listed({ text: '—' })).toEqual([]);
    expect(await listed({ createdFrom: '2026-09-12', createdTo: '2026-09-13' })).toEqual(['c', 'b']);
  });

  it('orders by age, by what is left of the time with the unheld last, and by name in pinyin', async () => {
    expect(await listed({ view: 'mine', sortBy: 'holding', descending: false })).toEqual(['b', 'a']);
    expect((await listed({ sortBy: 'holding', descending: false })).slice(0, 2)).toEqual(['b', 'a']);
    expect((await listed({ sortBy: 'holding', descending: true })).slice(-3).toSorted()).toEqual(['c', 'e', 'f']);
    expect(await listed({ sortBy: 'company', descending: false, statuses: ['new', 'pool'] })).toEqual(['b', 'c', 'a']);
    const page = await harness.must(leadContract.list, call.list, { limit: 2, offset: 4 });
    expect(page).toMatchObject({ total: 6 });
    expect(page.rows).toHaveLength(2);
  });

  it('tells the last contact, the holding time, and no attribute score where no rules are', async () => {
    const { rows } = await harness.must(leadContract.list, call.list, { text: '云杉' });
    expect(rows[0]).toMatchObject({ lastTouchAt: NOW - DAY_MS, attribute: null, owner: { name: '林悦' } });
    expect(rows[0]?.holding).toMatchObject({ over: false, until: NOW + 9 * DAY_MS });
  });
});

describe('lead.convert', () => {
  beforeEach(() =>
    harness.fill((db) => {
      insertRow(db, stageTask, { id: 'exchange', stageId: 'verify', title: '技术交流', dueDays: 7 });
      makeLead(db, 'l', {
        company: '云杉精密科技',
        personName: '李娜',
        mobile: '13800138000',
        source: '展会',
        status: 'verifying',
        need: '两条线要上 MES。年底前。',
      });
      insertRow(db, behaviourEvent, { id: 'visit', kind: 'siteVisit', at: NOW - DAY_MS, leadId: 'l' });
    }),
  );
  const fresh = {
    account: { fields: { name: '云杉精密科技' } },
    contact: { fields: { name: '李娜', mobile: '13800138000' } },
    deal: { name: '云杉 MES' },
  };

  it('makes account, contact and deal, with tasks, history and behaviour, and undoes all of it exactly', async () => {
    const { id: activityId } = await harness.must(activityContract.log, activityHandlers.log, {
      kind: 'call',
      subject: '电话核实需求',
      leadId: 'l',
      next: { title: '约拜访', dueDate: '2026-09-16' },
    });
    const before = digest();
    const made = await harness.must(leadContract.convert, call.convert, { id: 'l', ...fresh });
    expect(rowOf('lead', 'l')).toMatchObject({ status: 'converted', convertedAt: NOW, heldUntil: null, ...made });
    expect(rowOf('opportunity', made.opportunityId)).toMatchObject({
      name: '云杉 MES',
      leadId: 'l',
      accountId: made.accountId,
      primaryContactId: made.contactId,
      source: '展会',
      description: '两条线要上 MES。年底前。',
      stageId: 'verify',
      ownerId: 'lin',
    });
    expect(rowOf('activity', activityId)).toMatchObject({
      opportunityId: made.opportunityId,
      accountId: made.accountId,
    });
    expect(rowOf('behaviourEvent', 'visit')).toMatchObject({ contactId: made.contactId, accountId: made.accountId });
    const tasks = await harness.must(taskContract.ofOpportunity, taskHandlers.ofOpportunity, {
      opportunityId: made.opportunityId,
    });
    expect(tasks.map((task) => task.title).toSorted()).toEqual(['技术交流', '约拜访'].toSorted());
    const { entries } = await harness.must(activityContract.timeline, activityHandlers.timeline, {
      entity: 'contact',
      id: made.contactId ?? '',
      show: 'activities',
    });
    expect(entries.map((entry) => entry.id)).toEqual([activityId]);
    await undo();
    expect(digest()).toEqual(before);
  });

  it('joins what is known: an account, a person there, and a deal that runs', async () => {
    harness.fill((db) => {
      makeAccount(db, 'yunshan', { name: '云杉精密' });
      makeContact(db, 'lina', null, { name: '李娜' });
      makeDeal(db, 'running', 'yunshan');
    });
    const made = await harness.must(leadContract.convert, call.convert, {
      id: 'l',
      account: { id: 'yunshan' },
      contact: { id: 'lina' },
      deal: { id: 'running' },
    });
    expect(made).toEqual({ accountId: 'yunshan', contactId: 'lina', opportunityId: 'running' });
    expect(rowOf('contact', 'lina')).toMatchObject({ accountId: 'yunshan' });
    expect(rowOf('opportunity', 'running')).toMatchObject({ leadId: 'l', primaryContactId: 'lina' });
  });

  it('refuses what does not fit, and leaves nothing behind', async () => {
    harness.fill((db) => {
      makeAccount(db, 'one');
      makeAccount(db, 'other');
      makeContact(db, 'elsewhere', 'other');
      makeDeal(db, 'elsewhereDeal', 'other');
      makeLead(db, 'pooled', { status: 'pool', ownerId: null });
    });
    const before = digest();
    const convert = (more: object) => harness.call(leadContract.convert, call.convert, { id: 'l', ...fresh, ...more });
    const error = async (more: object) => {
      const answer = await convert(more);
      return answer.ok ? null : answer.error.type;
    };
    expect(await error({ id: 'pooled' })).toBe('wrongStatus');
    expect(await error({ id: 'nobody' })).toBe('notFound');
    expect(await error({ account: { id: 'nobody' } })).toBe('notFound');
    expect(await error({ account: { id: 'one' }, contact: { id: 'elsewhere' } })).toBe('contactElsewhere');
    expect(await error({ contact: { id: 'nobody' } })).toBe('notFound');
    expect(await error({ account: { id: 'one' }, contact: null, deal: { id: 'elsewhereDeal' } })).toBe('dealElsewhere');
    expect(await error({ deal: { id: 'nobody' } })).toBe('notFound');
    expect(await error({ deal: { name: '甲', processId: 'nowhere' } })).toBe('noProcess');
    expect(digest()).toEqual(before);
  });

  it('takes the answers of the three-level check along, and the deal has its level', async () => {
    harness.fill((db) => {
      insertRow(db, qualificationQuestion, { id: 'q', level: 'C', topic: 'need', text: '有明确需求吗' });
      insertRow(db, qualificationQuestion, { id: 'r', level: 'B', topic: 'budget', text: '有预算吗' });
    });
    await harness.must(qualificationContract.answer, qualificationHandlers.answer, {
      leadId: 'l',
      answers: [{ questionId: 'q', value: 'yes', evidence: '李娜电话里说的' }],
    });
    const before = digest();
    const { opportunityId } = await harness.must(leadContract.convert, call.convert, { id: 'l', ...fresh });
    expect(rowOf('opportunity', opportunityId)).toMatchObject({ qualificationLevel: 'C' });
    const { questions } = await harness.must(qualificationContract.ofDeal, qualificationHandlers.ofDeal, {
      opportunityId,
    });
    expect(questions[0]?.answer).toMatchObject({ value: 'yes', evidence: '李娜电话里说的' });
    await undo();
    expect(digest()).toEqual(before);
  });

  it('proposes matches and names', async () => {
    harness.fill((db) => {
      makeAccount(db, 'yunshan', { name: '上海云杉精密科技有限公司' });
      makeAccount(db, 'works', { name: '别处公司' });
      makeContact(db, 'lina', 'works', { name: '李娜', mobile: '138 0013 8000' });
      makeDeal(db, 'running', 'yunshan');
      makeDeal(db, 'closed', 'yunshan', { status: 'won' });
    });
    const proposal = await harness.must(leadContract.conversion, call.conversion, { id: 'l' });
    expect(proposal.accounts.map((match) => match.id)).toEqual(['works', 'yunshan']);
    expect(proposal.contacts).toEqual([expect.objectContaining({ id: 'lina', accountId: 'works', level: 'sure' })]);
    expect(proposal.deals.map((deal) => deal.id)).toEqual(['running']);
    expect(proposal).toMatchObject({ dealName: '两条线要上 MES', processes: [{ id: 'imaging' }], status: 'verifying' });
  });
});

describe('lead.rate', () => {
  it('counts by source and owner over days of creation, with an interval, and says when it is too few', async () => {
    harness.fill((db) => {
      for (let n = 0; n < 40; n += 1) {
        makeLead(db, `x${n}`, { source: '展会', status: n < 10 ? 'converted' : n < 15 ? 'disqualified' : 'new' });
      }
      makeLead(db, 'w', { source: '官网', status: 'pool', ownerId: null });
      makeLead(db, 'old', { source: '展会', status: 'converted', createdAt: NOW - 100 * DAY_MS });
      makeLead(db, 'trashed', { source: '展会', removedAt: NOW });
    });
    const bySource = await harness.must(leadContract.rate, call.rate, { by: 'source', createdFrom: '2026-09-01' });
    expect(bySource.total).toEqual({ leads: 41, converted: 10 });
    expect(bySource.rows).toEqual([
      {
        key: '展会',
        name: '展会',
        leads: 40,
        converted: 10,
        disqualified: 5,
        open: 25,
        interval: { low: expect.closeTo(0.1419, 3), high: expect.closeTo(0.4019, 3) },
        tooFew: false,
      },
      expect.objectContaining({ key: '官网', leads: 1, tooFew: true, open: 1 }),
    ]);
    const byOwner = await harness.must(leadContract.rate, call.rate, { by: 'owner' });
    expect(byOwner.rows.map((row) => [row.key, row.name, row.leads])).toEqual([
      ['lin', '林悦', 41],
      [null, '', 1],
    ]);
    const rows = await harness.must(leadContract.list, call.list, { sources: ['展会'], createdFrom: '2026-09-01' });
    expect(rows.total).toBe(40);
  });
});

describe('the team decides how long a lead stays', () => {
  it('and the next one who gets it keeps it so long', async () => {
    await harness.must(leadContract.setHoldingDays, call.setHoldingDays, { days: 3 });
    const { id } = await harness.must(leadContract.create, call.create, { fields: { company: '甲' } });
    const { holding } = await harness.must(leadContract.page, call.page, { id });
    expect(new Date(holding?.until ?? 0).toISOString()).toBe('2026-09-17T16:00:00.000Z');
    await harness.must(leadContract.setHoldingDays, call.setHoldingDays, { days: 5 });
    expect((await harness.must(leadContract.overview, call.overview, {})).holdingDays).toBe(5);
  });
});

describe('leads elsewhere', () => {
  it('are found by company, person, pinyin and number', async () => {
    harness.fill((db) => makeLead(db, 'l', { company: '云杉精密', personName: '李娜', mobile: '13800138000' }));
    for (const text of ['云杉', 'ysjm', '李娜', '13800138']) {
      const { hits } = await harness.must(searchContract.find, searchHandlers.find, { text });
      expect(hits).toContainEqual({ entity: 'lead', id: 'l', title: '云杉精密', subtitle: '李娜' });
    }
    await harness.must(leadContract.remove, call.remove, { ids: ['l'] });
    expect((await harness.must(searchContract.find, searchHandlers.find, { text: '云杉' })).hits).toEqual([]);
  });

  it('have a history and tasks of their own', async () => {
    harness.fill((db) => makeLead(db, 'l'));
    await harness.must(taskContract.create, taskHandlers.create, {
      title: '打电话',
      leadId: 'l',
      dueDate: '2026-09-15',
    });
    expect(await harness.must(taskContract.ofLead, taskHandlers.ofLead, { leadId: 'l' })).toHaveLength(1);
    expect(await harness.call(taskContract.ofLead, taskHandlers.ofLead, { leadId: 'no' })).toMatchObject({ ok: false });
    await harness.must(leadContract.verify, call.verify, { ids: ['l'] });
    const { entries } = await harness.must(activityContract.timeline, activityHandlers.timeline, {
      entity: 'lead',
      id: 'l',
    });
    expect(entries).toContainEqual(
      expect.objectContaining({ type: 'change', field: 'status', from: 'new', to: 'verifying' }),
    );
    const changes = await harness.must(changesContract.ofRecord, changesHandlers.ofRecord, { entity: 'lead', id: 'l' });
    expect(changes.transactions.map((transaction) => transaction.label)).toContain('lead.verify');
  });
});
