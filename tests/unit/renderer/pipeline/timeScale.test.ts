import { describe, expect, test } from 'vitest';
import { monthLater, timeScale, windowStart } from '#renderer/features/pipeline/timeline/timeScale.ts';
import { closeWindows } from '#renderer/features/pipeline/filters/closeWindows.ts';

describe('the time axis', () => {
  test('shows whole months whose shares fill it', () => {
    const scale = timeScale('2026-12-15', 3);
    expect([scale.from, scale.to]).toEqual(['2026-12-01', '2027-02-28']);
    expect(scale.months.map(({ month }) => month)).toEqual(['2026-12', '2027-01', '2027-02']);
    expect(scale.months.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1);
  });

  test('puts a day in its middle, and days outside beside it', () => {
    const scale = timeScale('2026-11-01', 1);
    expect(scale.at('2026-11-01')).toBeCloseTo(0.5 / 30);
    expect(scale.at('2026-11-30')).toBeCloseTo(29.5 / 30);
    expect(scale.at('2026-10-31')).toBeLessThan(0);
    expect(scale.at('2026-12-01')).toBeGreaterThan(1);
  });

  test('steps by months without leaving short ones', () => {
    expect(monthLater('2026-01-31', 1)).toBe('2026-02-28');
    expect(monthLater('2026-01-31', -2)).toBe('2025-11-30');
    expect(windowStart('2026-01-05')).toBe('2025-12-01');
  });
});

test('the windows around a day are its month, quarter and year, and what is past', () => {
  expect(closeWindows('2026-02-10')).toEqual([
    { key: 'past', from: undefined, to: '2026-02-09' },
    { key: 'month', from: '2026-02-01', to: '2026-02-28' },
    { key: 'quarter', from: '2026-01-01', to: '2026-03-31' },
    { key: 'year', from: '2026-01-01', to: '2026-12-31' },
  ]);
});
