import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { insertRow, updateRow } from '#db/rows.ts';
import { account } from '#db/schema/account.ts';
import { opportunity } from '#db/schema/opportunity.ts';
import { c139Judgement } from '#db/schema/powerMap.ts';
import { task } from '#db/schema/work.ts';
import { pipelineHandlers } from '#electron/features/pipeline/pipelineHandlers.ts';
import { pipelineContract, type PipelineFilter } from '#shared/contract/pipeline.contract.ts';
import type { InputOf } from '#shared/contract/operation.ts';
import { isoDate } from '#shared/lib/time.ts';
import { SalesWorkspace } from '#tests/support/salesWorkspace.ts';
import { change, NOW, temporaryFolder } from '#tests/support/workspaceFixture.ts';

const DAY = 86_400_000;
const folder = temporaryFolder();
let sales: SalesWorkspace;

beforeAll(() => {
  sales = new SalesWorkspace(folder.file('board.kongdan'));
  change(sales.db, (db) => {
    insertRow(db, account, { id: 'a2', name: '上海电气集团', createdAt: NOW });
  });
  // Monday 16 February 2026 is a holiday; Thursday 5 February is 8 working days back (the Saturday 14 is worked).
  sales.deal('late', {
    rank: 'a1',
    amountMinor: 1000,
    ownWinRate: 0.5,
    expectedClose: '2026-04-01',
    stageEnteredAt: NOW - 11 * DAY,
    qualificationLevel: 'A',
    source: '展会',
  });
  sales.deal('fresh', {
    rank: 'a2',
    amountMinor: 2001,
    accountId: 'a2',
    expectedClose: '2026-03-01',
    ownerId: 'boss',
    createdAt: NOW - DAY,
  });
  sales.deal('dollar', { rank: 'a3', amountMinor: 700, currency: 'USD' });
  sales.deal('nothing', { rank: 'a0', ownerId: null, accountId: null, createdAt: NOW - 9 * DAY });
  sales.deal('engaged', { stageId: 'engage', amountMinor: 1000, ownWinRate: 0.25 });
  sales.deal('parked', { stageId: 'engage', status: 'paused', amountMinor: 5 });
  sales.deal('gone', { stageId: 'engage', removedAt: NOW, amountMinor: 1_000_000 });
  sales.deal('won1', { stageId: 'won', status: 'won', closedAt: NOW, amountMinor: 900 });
  sales.deal('lost1', { stageId: 'lost', status: 'lost', closedAt: NOW });
  sales.deal('lost2', { stageId: 'lost', status: 'noDecision', closedAt: NOW });
  change(sales.db, (db) => {
    const one = (id: string, fields: Partial<typeof task.$inferInsert>) =>
      insertRow(db, task, { id, title: id, opportunityId: 'late', createdAt: NOW, ...fields });
    one('later', { dueDate: '2026-03-05' });
    one('soon', { dueDate: '2026-02-20', dueMinute: 600 });
    one('sooner', { dueDate: '2026-02-20', dueMinute: 540 });
    one('someday', {});
    one('done', { status: 'done', dueDate: '2026-01-01' });
    one('cancelled', { status: 'cancelled', dueDate: '2026-01-01' });
    one('trash', { dueDate: '2026-01-01', removedAt: NOW });
    for (const [index, code] of ['C1', 'C2', 'F1', 'W1'].entries())
      insertRow(db, c139Judgement, { id: `j${index}`, opportunityId: 'late', code, judge: 'self', value: 1, at: NOW });
    insertRow(db, c139Judgement, { id: 'coach', opportunityId: 'late', code: 'W1', judge: 'coach', value: 0, at: NOW });
    db.run(
      `INSERT INTO opportunityScore(opportunityId, asOf, probability, inputHash) VALUES ('late', ?, 0.4, '')`,
      NOW,
    );
  });
});
afterAll(() => {
  sales.db.close();
  folder.remove();
});

const board = (input: Partial<InputOf<typeof pipelineContract.board>> = {}) =>
  sales.must(pipelineContract.board, pipelineHandlers.board, { processId: 'p', ...input });
const list = (filter: PipelineFilter, more: object = {}) =>
  sales.must(pipelineContract.list, pipelineHandlers.list, { filter, ...more });
const idsOf = async (filter: PipelineFilter) => (await list(filter)).rows.map(({ id }) => id).toSorted();

const order = async (sort: 'rank' | 'expectedClose' | 'amount' | 'stageAge' | 'created') =>
  (await board({ sort })).columns[0]?.cards.map(({ id }) => id);

const nextCards = (input: object) =>
  sales.call(pipelineContract.column, pipelineHandlers.column, { processId: 'p', stageId: 'verify', ...input });

const timeline = (more: object = {}) =>
  sales.must(pipelineContract.timeline, pipelineHandlers.timeline, {
    processId: 'p',
    from: '2026-03-01',
    to: '2026-04-30',
    ...more,
  });

describe('a board', () => {
  it('gives every column its count, its money per currency and its overdue cards', async () => {
    const { columns, totals, count } = await board();
    expect(columns.map((column) => [column.stageId, column.count, column.overdueCount])).toEqual([
      ['verify', 4, 1],
      ['engage', 1, 0],
      ['negotiate', 0, 0],
      ['won', 1, 0],
      ['lost', 2, 0],
    ]);
    expect(columns[0]?.sums).toEqual([
      { currency: 'CNY', count: 3, amountMinor: 3001, expectedMinor: 300, unrated: 0 },
      { currency: 'USD', count: 1, amountMinor: 700, expectedMinor: 70, unrated: 0 },
    ]);
    expect(columns[3]).toMatchObject({ sums: [], cards: [] });
    expect(totals[0]).toEqual({ currency: 'CNY', count: 4, amountMinor: 4001, expectedMinor: 633, unrated: 0 });
    expect(count).toBe(5);
  });

  it('shows on a card what the design asks for', async () => {
    const card = (await board()).columns[0]?.cards.find(({ id }) => id === 'late');
    expect(card).toEqual({
      id: 'late',
      name: '商机late',
      account: { id: 'a1', name: '华信医院' },
      owner: { id: 'seller', name: '王伟' },
      stageId: 'verify',
      status: 'open',
      amountMinor: 1000,
      currency: 'CNY',
      expectedClose: '2026-04-01',
      stageEnteredAt: NOW - 11 * DAY,
      daysOver: 3,
      stageWinRate: 0.1,
      stall: null,
      ownWinRate: 0.5,
      modelWinRate: 0.4,
      c139: { wins: 0, firsts: 1, clears: 2, zone: 'lose' },
      tasks: { done: 1, total: 5 },
      next: { taskId: 'sooner', title: 'sooner', dueDate: '2026-02-20', dueMinute: 540 },
      rank: 'a1',
    });
    const empty = (await board()).columns[0]?.cards.find(({ id }) => id === 'nothing');
    expect(empty).toMatchObject({
      account: null,
      owner: null,
      daysOver: null,
      c139: null,
      next: null,
      tasks: { done: 0, total: 0 },
    });
  });

  it('weighs the expected amount by the rate that was chosen and leaves deals without that rate out', async () => {
    expect((await board({ expectedBy: 'own' })).totals[0]?.expectedMinor).toBe(500 + 250);
    expect((await board({ expectedBy: 'model' })).totals[0]?.expectedMinor).toBe(400);
  });

  it('counts the deals without that rate, and the count opens exactly them', async () => {
    for (const unrated of ['own', 'model'] as const) {
      const { columns, totals, count } = await board({ expectedBy: unrated });
      const said = totals.reduce((sum, one) => sum + one.unrated, 0);
      expect(said).toBeGreaterThan(0);
      expect(said).toBeLessThan(count);
      expect(columns.flatMap(({ sums }) => sums).reduce((sum, one) => sum + one.unrated, 0)).toBe(said);
      expect((await list({ unrated }, { processId: 'p' })).rows).toHaveLength(said);
      const months = await timeline({ expectedBy: unrated });
      expect(months.months.reduce((sum, month) => sum + month.unrated, 0)).toBe(
        (await timeline({ filter: { unrated } })).total,
      );
    }
    expect((await board({ expectedBy: 'stage' })).totals.map(({ unrated }) => unrated)).toEqual([0, 0]);
  });

  it('orders the cards of a column by every sort', async () => {
    expect(await order('rank')).toEqual(['nothing', 'late', 'fresh', 'dollar']);
    expect(await order('expectedClose')).toEqual(['fresh', 'late', 'dollar', 'nothing']);
    expect(await order('amount')).toEqual(['fresh', 'late', 'dollar', 'nothing']);
    expect((await order('stageAge'))?.[0]).toBe('late');
    expect(await order('created')).toEqual(['fresh', 'dollar', 'late', 'nothing']);
  });

  it('pages through a column without a gap or a repeat in every sort', async () => {
    for (const sort of ['rank', 'expectedClose', 'amount', 'stageAge', 'created'] as const) {
      const first = (await board({ sort, perColumn: 1 })).columns[0];
      const seen = first?.cards.map(({ id }) => id) ?? [];
      let cursor = first?.nextCursor ?? null;
      while (cursor !== null) {
        const page = await sales.must(pipelineContract.column, pipelineHandlers.column, {
          processId: 'p',
          stageId: 'verify',
          sort,
          cursor,
          limit: 2,
        });
        seen.push(...page.cards.map(({ id }) => id));
        cursor = page.nextCursor;
      }
      expect(seen).toEqual((await board({ sort })).columns[0]?.cards.map(({ id }) => id));
    }
  });

  it('shows closed columns with cards and sums when closed deals are asked for', async () => {
    const won = await board({ filter: { status: 'won' } });
    expect(won.columns.map((column) => [column.stageId, column.count])).toEqual([
      ['verify', 0],
      ['engage', 0],
      ['negotiate', 0],
      ['won', 1],
      ['lost', 2],
    ]);
    expect(won.columns[3]?.cards.map(({ id }) => id)).toEqual(['won1']);
    expect(won.totals).toEqual([{ currency: 'CNY', count: 1, amountMinor: 900, expectedMinor: 900, unrated: 0 }]);
    const any = await board({ filter: { status: 'any' } });
    expect(any.count).toBe(9);
  });

  it('answers an unknown process, stage or cursor with an error', async () => {
    expect(await sales.call(pipelineContract.board, pipelineHandlers.board, { processId: 'x' })).toMatchObject({
      ok: false,
      error: { type: 'notFound' },
    });
    expect(await nextCards({ stageId: 'x' })).toMatchObject({ ok: false, error: { type: 'notFound' } });
    expect(await nextCards({ cursor: 'rubbish' })).toMatchObject({ ok: false, error: { type: 'invalidInput' } });
  });
});

describe('every filter', () => {
  it('leaves exactly the deals that fit', async () => {
    expect(await idsOf({})).toEqual(['dollar', 'engaged', 'fresh', 'late', 'nothing']);
    expect(await idsOf({ status: 'paused' })).toEqual(['parked']);
    expect(await idsOf({ status: 'lost' })).toEqual(['lost1', 'lost2']);
    expect(await idsOf({ status: 'closed' })).toEqual(['lost1', 'lost2', 'won1']);
    expect(await idsOf({ status: 'any' })).toHaveLength(9);
    expect(await idsOf({ ownerIds: ['boss'] })).toEqual(['fresh']);
    expect(await idsOf({ ownerIds: ['boss', 'seller'] })).toEqual(['dollar', 'engaged', 'fresh', 'late']);
    expect(await idsOf({ ownerIds: [] })).toHaveLength(5);
    expect(await idsOf({ accountId: 'a2' })).toEqual(['fresh']);
    expect(await idsOf({ amountMin: 1000, amountMax: 1000 })).toEqual(['engaged', 'late']);
    expect(await idsOf({ closeFrom: isoDate('2026-03-01'), closeTo: isoDate('2026-03-31') })).toEqual(['fresh']);
    expect(await idsOf({ overdue: true })).toEqual(['late']);
    expect(await idsOf({ overdue: false })).toEqual(['dollar', 'engaged', 'fresh', 'nothing']);
    expect(await idsOf({ noNextStep: true })).toEqual(['dollar', 'engaged', 'fresh', 'nothing']);
    expect(await idsOf({ noNextStep: false })).toEqual(['late']);
    expect(await idsOf({ qualification: 'A' })).toEqual(['late']);
    expect(await idsOf({ qualification: 'none' })).toEqual(['dollar', 'engaged', 'fresh', 'nothing']);
    expect(await idsOf({ source: '展会' })).toEqual(['late']);
  });

  it('finds text in the deal’s name and in its account’s, in characters, pinyin and initials', async () => {
    expect(await idsOf({ text: '商机late' })).toEqual(['late']);
    for (const text of ['上海', '电气', 'shanghaidian', 'shdq']) expect(await idsOf({ text })).toEqual(['fresh']);
    expect(await idsOf({ text: '商机', status: 'any' })).toHaveLength(9);
    expect(await idsOf({ text: 'sjwon' })).toEqual([]);
    expect(await idsOf({ text: 'sjwon', status: 'closed' })).toEqual([]);
    expect(await idsOf({ text: '商机won1', status: 'closed' })).toEqual(['won1']);
    expect(await idsOf({ text: '不存在' })).toEqual([]);
    expect(await idsOf({ text: '——' })).toEqual([]);
    expect(await idsOf({ text: '  ' })).toHaveLength(5);
  });

  it('narrows the board, its sums and its pages alike', async () => {
    const { columns, count } = await board({ filter: { text: '上海' } });
    expect(count).toBe(1);
    expect(columns[0]).toMatchObject({ count: 1, cards: [{ id: 'fresh' }], sums: [{ amountMinor: 2001 }] });
    expect(columns[1]).toMatchObject({ count: 0, cards: [] });
  });
});

describe('the list', () => {
  it('counts and sums everything that the filter leaves, not only the window', async () => {
    const window = await list({}, { limit: 2, offset: 1, sortBy: 'amount', descending: true });
    expect(window.rows).toHaveLength(2);
    expect(window.total).toBe(5);
    expect(window.sums).toEqual((await board()).totals);
  });

  it('puts deals without the value last in either direction', async () => {
    for (const descending of [true, false]) {
      const { rows } = await list({}, { sortBy: 'amount', descending });
      expect(rows.at(-1)?.id).toBe('nothing');
      const closes = await list({}, { sortBy: 'expectedClose', descending });
      expect(closes.rows.slice(0, 2).map(({ id }) => id)).toEqual(descending ? ['late', 'fresh'] : ['fresh', 'late']);
    }
  });

  it('orders names by pinyin', async () => {
    change(sales.db, (db) => {
      updateRow(db, opportunity, 'late', { name: '张江项目' });
      updateRow(db, opportunity, 'fresh', { name: '安徽项目' });
      updateRow(db, opportunity, 'dollar', { name: 'Micro 项目' });
      updateRow(db, opportunity, 'engaged', { name: '长沙项目' });
      updateRow(db, opportunity, 'nothing', { name: '重庆项目' });
    });
    const { rows } = await list({}, { sortBy: 'name' });
    expect(rows.map(({ name }) => name)).toEqual(['安徽项目', '长沙项目', '重庆项目', 'Micro 项目', '张江项目']);
  });

  it('opens the rows behind a column’s figure', async () => {
    const { rows } = await list({}, { processId: 'p', stageIds: ['engage'] });
    expect(rows.map(({ id, stageName }) => [id, stageName])).toEqual([['engaged', '阶段2']]);
  });

  it('sorts by every column without failing', async () => {
    for (const sortBy of ['name', 'account', 'owner', 'stage', 'amount', 'expectedClose', 'stageAge', 'created'])
      for (const descending of [true, false])
        expect((await list({ status: 'any' }, { sortBy, descending })).rows).toHaveLength(9);
  });
});

describe('the timeline', () => {
  it('lists deals by expected close, counts the undated apart and adds months up', async () => {
    const answer = await timeline();
    expect(answer.rows.map(({ id }) => id)).toEqual(['fresh', 'late']);
    expect(answer).toMatchObject({ total: 2, undated: 3 });
    expect(answer.months).toEqual([
      { month: '2026-03', count: 1, amountMinor: 2001, expectedMinor: 200, unrated: 0 },
      { month: '2026-04', count: 1, amountMinor: 1000, expectedMinor: 100, unrated: 0 },
    ]);
    expect((await timeline({ expectedBy: 'own' })).months.map(({ expectedMinor }) => expectedMinor)).toEqual([0, 500]);
    expect((await timeline({ filter: { closeTo: '2026-03-15' } })).rows.map(({ id }) => id)).toEqual(['fresh']);
  });
});
