import { expect, test } from 'vitest';
import { lastQuarter, quarterCheckDay, quarterOf, yearsInUse } from '#shared/domain/scoring/governance/checkDays.ts';
import { createWorkCalendar } from '#shared/lib/calendar.ts';
import { isoDate } from '#shared/lib/time.ts';

const day = isoDate;

test('a quarter has its days, over the end of the year as well', () => {
  expect(quarterOf(day('2026-11-24'))).toEqual({ from: '2026-10-01', to: '2026-12-31' });
  expect(quarterOf(day('2028-02-29'))).toEqual({ from: '2028-01-01', to: '2028-03-31' });
  expect(quarterOf(day('2026-09-30'))).toEqual({ from: '2026-07-01', to: '2026-09-30' });
});

test('the last quarter is the whole one before', () => {
  expect(lastQuarter(day('2026-01-01'))).toEqual({ from: '2025-10-01', to: '2025-12-31' });
  expect(lastQuarter(day('2026-06-30'))).toEqual({ from: '2026-01-01', to: '2026-03-31' });
});

test('models are checked on the first working day: holidays and weekends are passed over', () => {
  const calendar = createWorkCalendar('Asia/Shanghai', [
    { daysOff: ['2026-10-01..2026-10-07'], workedWeekends: ['2026-10-10'] },
  ]);
  expect(quarterCheckDay(day('2026-11-24'), calendar)).toBe('2026-10-08');
  // 1 August 2026 does not matter: the quarter begins on Wednesday, 1 July.
  expect(quarterCheckDay(day('2026-08-01'), calendar)).toBe('2026-07-01');
});

test('a year in use is 365 days; a clock that was set back counts as none', () => {
  const at = Date.UTC(2026, 0, 1);
  const days = (count: number): number => at + count * 86_400_000;
  expect(yearsInUse(at, days(364.9))).toBe(0);
  expect(yearsInUse(at, days(365))).toBe(1);
  expect(yearsInUse(at, days(2 * 365 + 10))).toBe(2);
  expect(yearsInUse(at, days(-30))).toBe(0);
});
