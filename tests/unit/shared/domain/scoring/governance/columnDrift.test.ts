import { expect, test } from 'vitest';
import { columnDrift } from '#shared/domain/scoring/governance/columnDrift.ts';
import type { CategoryColumnSpec, NumberColumnSpec } from '#shared/domain/scoring/learning/modelTypes.ts';
import { createPrng } from '#shared/lib/prng.ts';

const sources: CategoryColumnSpec = {
  name: 'source',
  kind: 'category',
  levels: ['展会', '官网', '转介绍'],
  // 50 %, 30 %, 20 %, none rare, none unknown.
  counts: [500, 300, 200, 0, 0],
};

const category = (values: readonly string[]) => ({ name: 'source', kind: 'category' as const, values });
const times = (count: number, value: string): string[] => Array.from({ length: count }, () => value);

test('the index is the sum of (now − then) × ln(now ÷ then) over the values', () => {
  const now = category([...times(330, '展会'), ...times(220, '官网'), ...times(450, '转介绍')]);
  const expected =
    (0.33 - 0.5) * Math.log(0.33 / 0.5) + (0.22 - 0.3) * Math.log(0.22 / 0.3) + (0.45 - 0.2) * Math.log(0.45 / 0.2);
  const drift = columnDrift(sources, now);
  expect(drift.index).toBeCloseTo(expected, 10);
  expect(drift.state).toBe('moved');
  expect(drift.most).toEqual({ place: 'value', value: '转介绍', from: null, to: null, before: 0.2, now: 0.45 });
});

test('values as before are steady', () => {
  const drift = columnDrift(sources, category([...times(50, '展会'), ...times(30, '官网'), ...times(20, '转介绍')]));
  expect(drift.index).toBeCloseTo(0, 12);
  expect(drift.state).toBe('steady');
});

test('a value never seen before moves the column, and it says so', () => {
  const drift = columnDrift(sources, category([...times(60, '直播'), ...times(40, '官网')]));
  expect(drift.state).toBe('moved');
  expect(drift.most.place).toBe('others');
  expect(drift.most.now).toBe(0.6);
});

test('a field that is no longer filled in is told as unknown', () => {
  const drift = columnDrift(sources, category([...times(80, ''), ...times(20, '官网')]));
  expect(drift.state).toBe('moved');
  expect(drift.most).toMatchObject({ place: 'unknown', before: 0, now: 0.8 });
});

test('under twenty records nothing is said', () => {
  expect(columnDrift(sources, category(times(19, '直播'))).state).toBe('tooFew');
});

const ages: NumberColumnSpec = {
  name: 'age',
  kind: 'number',
  edges: [10, 20, 30, 40],
  counts: [200, 200, 200, 200, 200, 0],
};

test('numbers fall into the bins of the model, ends included', () => {
  const values = Float64Array.from({ length: 100 }, (_, row) => [10, 20, 30, 40, 41][row % 5] ?? 0);
  const drift = columnDrift(ages, { name: 'age', kind: 'number', values });
  expect(drift.index).toBeCloseTo(0, 12);
});

test('numbers that have grown are told as a range above the last end', () => {
  const values = Float64Array.from({ length: 100 }, (_, row) => (row < 70 ? 90 : 5));
  const drift = columnDrift(ages, { name: 'age', kind: 'number', values });
  expect(drift.state).toBe('moved');
  expect(drift.most).toMatchObject({ place: 'range', from: 40, to: null, before: 0.2, now: 0.7 });
});

test('small samples of the same population are hardly ever called moved', () => {
  const random = createPrng(4);
  let alarms = 0;
  for (let trial = 0; trial < 200; trial += 1) {
    const values = Float64Array.from({ length: 25 }, () => random.next() * 50);
    const { state } = columnDrift(ages, { name: 'age', kind: 'number', values });
    if (state !== 'steady') alarms += 1;
  }
  // One in twenty is what the bound allows; without it more than a third would be.
  expect(alarms).toBeLessThan(24);
});
