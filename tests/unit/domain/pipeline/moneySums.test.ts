import { expect, it } from 'vitest';
import { moneySums } from '#shared/domain/pipeline/moneySums.ts';

const rates = (stageId: string): number => (stageId === 'a' ? 333 : 500);
const group = (stageId: string, currency: string, count: number, amountMinor: number) => ({
  stageId,
  currency,
  count,
  amountMinor,
});

it('adds up per currency, the workspace’s own first', () => {
  const sums = moneySums(
    [group('a', 'USD', 1, 100), group('a', 'CNY', 2, 1001), group('b', 'CNY', 1, 3)],
    rates,
    'CNY',
  );
  expect(sums).toEqual([
    { currency: 'CNY', count: 3, amountMinor: 1004, expectedMinor: 333 + 2, unrated: 0 },
    { currency: 'USD', count: 1, amountMinor: 100, expectedMinor: 33, unrated: 0 },
  ]);
});

it('gives a total that equals the sum of what the columns show', () => {
  const groups = [group('a', 'CNY', 1, 1), group('b', 'CNY', 1, 1), group('a', 'CNY', 1, 0)];
  const columns = ['a', 'b'].map((id) =>
    moneySums(
      groups.filter((one) => one.stageId === id),
      rates,
      'CNY',
    ),
  );
  const total = moneySums(groups, rates, 'CNY')[0]?.expectedMinor;
  expect(columns.reduce((sum, column) => sum + (column[0]?.expectedMinor ?? 0), 0)).toBe(total);
});

it('weighs by another rate when the groups bring their own weighted sum', () => {
  const sums = moneySums([{ ...group('a', 'CNY', 1, 1000), weightedMinor: 700 }], rates, 'CNY');
  expect(sums[0]?.expectedMinor).toBe(700);
});

it('survives absurd amounts', () => {
  const sums = moneySums([group('a', 'CNY', 1, Number.MAX_SAFE_INTEGER * 4)], rates, 'CNY');
  expect(Number.isSafeInteger(sums[0]?.amountMinor)).toBe(true);
});
