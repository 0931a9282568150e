import { expect, test } from 'vitest';
import { parseAnalyticsSearch, windowOf } from '#renderer/features/analytics/analyticsSearch.ts';

test('without anything in the address the window is the year that ends today', () => {
  expect(windowOf({}, '2026-11-23')).toEqual({ from: '2025-11-23', to: '2026-11-23' });
});

test('a year that ends on 29 February begins on 28 February', () => {
  expect(windowOf({}, '2028-02-29')).toEqual({ from: '2027-02-28', to: '2028-02-29' });
});

test('days in the address win over today', () => {
  const search = parseAnalyticsSearch({ from: '2025-01-01', to: '2025-06-30' });
  expect(windowOf(search, '2026-11-23')).toEqual({ from: '2025-01-01', to: '2025-06-30' });
});

test('only an end moves the beginning with it', () => {
  expect(windowOf(parseAnalyticsSearch({ to: '2025-06-30' }), '2026-11-23').from).toBe('2024-06-30');
});

test('what is no day or no text in the address is left out instead of breaking the screen', () => {
  expect(parseAnalyticsSearch({ from: '2025-02-30', to: 7, process: 5, owner: 'p1' })).toEqual({
    owner: 'p1',
    view: 'funnel',
    from: undefined,
    to: undefined,
    process: undefined,
  });
});
