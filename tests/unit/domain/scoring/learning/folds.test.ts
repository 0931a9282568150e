import { expect, test } from 'vitest';
import { forwardFolds, groupedFolds, groupNumbers } from '#shared/domain/scoring/learning/folds.ts';
import { createPrng } from '#shared/lib/prng.ts';

const prng = createPrng(5, 'folds test');
const rows = 240;
const group = Array.from({ length: rows }, () => `deal ${prng.int(1, 90)}`);
const { of, groups } = groupNumbers(rows, group);
const outcome = Uint8Array.from(of, (one) => Number(one % 3 === 0));
const groupsOf = (some: Int32Array) => new Set(Array.from(some, (row) => group[row]));

test('rows of one group are never on both sides, and every row is judged once', () => {
  const folds = groupedFolds(of, outcome, 5, 1);
  for (const { train, test: judged } of folds) {
    expect(Array.from(groupsOf(train)).filter((one) => groupsOf(judged).has(one))).toEqual([]);
    expect(train.length + judged.length).toBe(rows);
  }
  expect(folds.flatMap(({ test: judged }) => [...judged]).toSorted((a, b) => a - b)).toEqual([...outcome.keys()]);
});

test('positives are spread evenly over folds', () => {
  for (const { test: judged } of groupedFolds(of, outcome, 5, 2)) {
    const positive = new Set(Array.from(judged).flatMap((row) => (outcome[row] === 1 ? [of[row]] : [])));
    expect(Math.abs(positive.size - groups / 3 / 5)).toBeLessThanOrEqual(1.5);
  }
});

test('with an order, nothing is judged by rows of its own time or later, nor by its own group', () => {
  const order = Float64Array.from({ length: rows }, () => prng.int(1, 60));
  const folds = forwardFolds(of, order, 5);
  expect(folds.length).toBe(5);
  let before = -Infinity;
  for (const { train, test: judged } of folds) {
    const latest = Math.max(...Array.from(train, (row) => order[row]!));
    const first = Math.min(...Array.from(judged, (row) => order[row]!));
    expect(latest).toBeLessThan(first);
    expect(first).toBeGreaterThan(before);
    expect(Array.from(groupsOf(train)).filter((one) => groupsOf(judged).has(one))).toEqual([]);
    before = Math.max(...Array.from(judged, (row) => order[row]!));
  }
});

test('when everything happened at one moment there is no before and after', () => {
  expect(forwardFolds(of, new Float64Array(rows).fill(7), 5)).toEqual([]);
});
