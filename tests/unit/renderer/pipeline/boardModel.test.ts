import { describe, expect, test } from 'vitest';
import { columnAfter, insertCard, totalsAfter } from '#renderer/features/pipeline/boardModel.ts';
import type { BoardColumn, DealCard, Stage } from '#shared/contract/pipeline.contract.ts';

const stage = (id: string, winRateMille: number): Stage => ({
  id,
  key: id,
  name: id,
  stageClass: 'verify',
  position: 0,
  winRateMille,
  allowedDays: null,
  requiresC139: false,
});
const card = (id: string, stageId: string, change: Partial<DealCard> = {}): DealCard => ({
  id,
  name: id,
  account: null,
  owner: null,
  stageId,
  status: 'open',
  amountMinor: 1000,
  currency: 'CNY',
  expectedClose: null,
  stageEnteredAt: 0,
  daysOver: null,
  stageWinRate: 0.1,
  ownWinRate: null,
  modelWinRate: null,
  c139: null,
  tasks: { done: 0, total: 0 },
  next: null,
  rank: id,
  ...change,
});
const column = (stageId: string, cards: readonly DealCard[], rate: number): BoardColumn => {
  const amountMinor = cards.reduce((sum, one) => sum + (one.amountMinor ?? 0), 0);
  return {
    stageId,
    count: cards.length,
    sums: [{ currency: 'CNY', amountMinor, expectedMinor: amountMinor * rate, count: cards.length, unrated: 0 }],
    overdueCount: cards.filter(({ daysOver }) => daysOver !== null).length,
    cards: [...cards],
    nextCursor: null,
  };
};
const ids = (shown: BoardColumn) => shown.cards.map(({ id }) => id);

const first = stage('a', 100);
const second = stage('b', 500);
const moved = card('x', 'a', { daysOver: 3 });
const columns = [
  column('a', [card('w', 'a'), moved], 0.1),
  column('b', [card('y', 'b'), card('z', 'b')], 0.5),
] as const;
const move = {
  before: moved,
  after: card('x', 'b'),
  fromStage: first,
  toStage: second,
  aboveId: 'y',
};

describe('a moved card', () => {
  test('leaves one column and stands below the card it was dropped under in the other', () => {
    expect(ids(columnAfter(columns[0], move, 'stage'))).toEqual(['w']);
    expect(ids(columnAfter(columns[1], move, 'stage'))).toEqual(['y', 'x', 'z']);
  });

  test('takes its amount, its expected amount and its lateness along', () => {
    const left = columnAfter(columns[0], move, 'stage');
    const entered = columnAfter(columns[1], move, 'stage');
    expect(left).toMatchObject({ count: 1, overdueCount: 0 });
    expect(left.sums).toEqual([{ currency: 'CNY', amountMinor: 1000, expectedMinor: 100, count: 1, unrated: 0 }]);
    expect(entered.sums).toEqual([{ currency: 'CNY', amountMinor: 3000, expectedMinor: 1500, count: 3, unrated: 0 }]);
  });

  test('changes nothing where the column shows it already', () => {
    const told = columns.map((one) => columnAfter(one, move, 'stage'));
    expect(told.map((one) => columnAfter(one, move, 'stage'))).toEqual(told);
  });

  test('changes the total only by what is expected of it', () => {
    const before = {
      totals: [{ currency: 'CNY', amountMinor: 4000, expectedMinor: 1200, count: 4, unrated: 0 }],
      count: 4,
    };
    const after = totalsAfter(before, columns, move, 'stage');
    expect(after).toEqual({
      totals: [{ currency: 'CNY', amountMinor: 4000, expectedMinor: 1600, count: 4, unrated: 0 }],
      count: 4,
    });
    expect(totalsAfter(before, columns, { ...move, after: null }, 'stage')).toEqual({
      totals: [{ currency: 'CNY', amountMinor: 3000, expectedMinor: 1100, count: 3, unrated: 0 }],
      count: 3,
    });
  });

  test('adds nothing to the expected sum by a rate that it does not have', () => {
    const entered = columnAfter(columns[1], move, 'own');
    expect(entered.sums[0]?.amountMinor).toBe(3000);
    expect(entered.sums[0]?.expectedMinor).toBe(columns[1].sums[0]?.expectedMinor);
  });

  test('reordered within its column keeps count and sums', () => {
    const reordered = columnAfter(columns[0], { ...move, after: moved, toStage: first, aboveId: null }, 'stage');
    expect(ids(reordered)).toEqual(['x', 'w']);
    expect(reordered.sums).toEqual(columns[0].sums);
    expect(reordered.count).toBe(2);
  });

  test('in another currency gets a sum of its own', () => {
    const dollars = { ...moved, currency: 'USD' };
    const entered = columnAfter(columns[1], { ...move, before: dollars, after: { ...dollars, stageId: 'b' } }, 'stage');
    expect(entered.sums).toContainEqual({
      currency: 'USD',
      amountMinor: 1000,
      expectedMinor: 500,
      count: 1,
      unrated: 0,
    });
  });
});

describe('a place that is not loaded', () => {
  test('hides the card unless the column is at its end', () => {
    const cards = [card('y', 'b')];
    expect(insertCard(cards, moved, 'far', false).map(({ id }) => id)).toEqual(['y']);
    expect(insertCard(cards, moved, 'far', true).map(({ id }) => id)).toEqual(['y', 'x']);
  });
});
