import { expect, it } from 'vitest';
import { sampleTable } from '#shared/domain/scoring/csv/sampleTable.ts';
import type { LearningTable } from '#shared/domain/scoring/learning/learningTypes.ts';

const rows = 1000;
const numbers = Float64Array.from({ length: rows }, (_, row) => row);
const table: LearningTable = {
  rows,
  columns: [
    { name: 'row', kind: 'number', values: numbers },
    { name: 'text', kind: 'category', values: Array.from(numbers, String) },
  ],
  outcome: Uint8Array.from(numbers, (row) => row % 2),
  order: numbers,
  group: Array.from(numbers, (row) => `deal ${Math.floor(row / 4)}`),
};

it('leaves a small table as it is', () => {
  expect(sampleTable(table, 1, rows)).toBe(table);
});

it('draws whole groups, the same ones for the same seed, and keeps every row in one piece', () => {
  const sample = sampleTable(table, 1, 200);
  expect(sample.rows).toBe(200);
  expect(sampleTable(table, 1, 200)).toEqual(sample);
  expect(sampleTable(table, 2, 200)).not.toEqual(sample);
  expect(new Set(sample.group).size).toBe(50);
  const drawn = Array.from(sample.order!);
  expect(sample.columns.map(({ values }) => Array.from<unknown>(values as ArrayLike<unknown>))).toEqual([
    drawn,
    drawn.map(String),
  ]);
  expect(Array.from(sample.outcome)).toEqual(drawn.map((row) => row % 2));
});
