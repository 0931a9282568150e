import { expect, test } from 'vitest';
import { guardLeakage } from '#shared/domain/scoring/learning/guardLeakage.ts';
import type { LearningColumn } from '#shared/domain/scoring/learning/learningTypes.ts';
import { createPrng } from '#shared/lib/prng.ts';

const rows = 400;
const prng = createPrng(3, 'leak');
const outcome = Uint8Array.from({ length: rows }, () => prng.int(0, 1));
const numbers = (of: (row: number) => number): Float64Array => Float64Array.from({ length: rows }, (_, row) => of(row));
const texts = (of: (row: number) => string): string[] => Array.from({ length: rows }, (_, row) => of(row));
const column = (name: string, values: Float64Array | string[]): LearningColumn =>
  values instanceof Float64Array ? { name, kind: 'number', values } : { name, kind: 'category', values };
const found = (columns: LearningColumn[], unresolved: LearningColumn[] = []) =>
  Object.fromEntries(guardLeakage({ rows, columns, outcome }, unresolved).leftOut.map((one) => [one.name, one.reason]));

test('a column that tells the outcomes apart is left out: as a sum that is zero for lost deals, and as a text', () => {
  const paid = column(
    'paid',
    numbers((row) => (outcome[row] === 1 ? 100 + (row % 7) : 0)),
  );
  const tag = column(
    'tag',
    texts((row) => (prng.chance(0.97) === (outcome[row] === 1) ? 'will sign' : 'not reached')),
  );
  expect(found([paid, tag])).toEqual({ paid: 'separates', tag: 'separates' });
});

test('a column that only helps is kept', () => {
  const budget = column(
    'budget',
    numbers((row) => outcome[row]! + 1.2 * prng.normal()),
  );
  expect(found([budget])).toEqual({});
});

test('constant columns and names of rows are left out', () => {
  const same = column(
    'same',
    numbers(() => 4),
  );
  const empty = column(
    'empty',
    texts(() => ''),
  );
  const id = column(
    'id',
    texts((row) => `deal ${row}`),
  );
  expect(found([same, empty, id])).toEqual({ same: 'constant', empty: 'constant', id: 'identifier' });
});

test('a column that is filled only once the outcome is known is left out; one filled everywhere is kept', () => {
  const reason = column(
    'reason',
    texts(() => prng.pick(['price', 'time', 'rival'])),
  );
  const region = column(
    'region',
    texts(() => prng.pick(['north', 'south'])),
  );
  const openReason = column(
    'reason',
    Array.from({ length: 50 }, (_, row) => (row === 0 ? 'price' : '')),
  );
  const openRegion = column(
    'region',
    Array.from({ length: 50 }, () => 'north'),
  );
  expect(found([reason, region], [openReason, openRegion])).toEqual({ reason: 'lateFilled' });
});
