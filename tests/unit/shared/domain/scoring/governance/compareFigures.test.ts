import { expect, test } from 'vitest';
import { compareFigures } from '#shared/domain/scoring/governance/compareFigures.ts';

const record = (id: string, amountMinor: number | null, a: number, b: number) => ({ id, amountMinor, a, b });

test('the weightiest change in money comes first, a change without an amount after all of these', () => {
  const { moved } = compareFigures([
    record('small', 100_00, 0.1, 0.9),
    record('none', null, 0.1, 0.9),
    record('large', 1_000_00, 0.5, 0.4),
    record('larger step', 180_00, 0.2, 0.7),
  ]);
  expect(moved.map(({ id }) => id)).toEqual(['large', 'larger step', 'small', 'none']);
});

test('less than half a point is the same figure', () => {
  const { moved, records } = compareFigures([record('still', 100, 0.5, 0.5049), record('moves', 100, 0.5, 0.4949)]);
  expect(moved.map(({ id }) => id)).toEqual(['moves']);
  expect(records).toBe(2);
});

test('the sums are over all records with an amount, not only over those that move', () => {
  const sums = compareFigures([record('x', 1000, 0.5, 0.5), record('y', 2000, 0.1, 0.2), record('z', null, 0.1, 0.9)]);
  expect(sums).toMatchObject({ amountMinor: 3000, expectedA: 700, expectedB: 900, raised: 2, lowered: 0 });
});

test('exchanging the versions exchanges the sums and the directions', () => {
  const rows = [record('x', 1000, 0.5, 0.3), record('y', 2000, 0.1, 0.2)];
  const one = compareFigures(rows);
  const other = compareFigures(rows.map(({ a, b, ...rest }) => ({ ...rest, a: b, b: a })));
  expect(other).toMatchObject({ expectedA: one.expectedB, expectedB: one.expectedA, raised: 1, lowered: 1 });
});
