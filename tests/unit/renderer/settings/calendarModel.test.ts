import { expect, test } from 'vitest';
import { dayByKey, monthsOf, toggledChanges } from '#renderer/features/settings/calendar/calendarModel.ts';
import { isoDate } from '#shared/lib/time.ts';

const view = {
  year: 2026,
  today: isoDate('2026-09-14'),
  known: true,
  days: [
    { day: isoDate('2026-10-01'), working: false, changed: false },
    { day: isoDate('2026-10-10'), working: true, changed: false },
  ],
  daysOff: [],
  workedDays: [],
  workingDays: 248,
};

test('a year has twelve months whose first day stands under its weekday', () => {
  const months = monthsOf(view);
  expect(months).toHaveLength(12);
  expect(months.flatMap(({ days }) => days)).toHaveLength(365);
  // 1 October 2026 is a Thursday.
  expect(months[9]?.lead).toBe(3);
  expect(months[9]?.days[0]).toMatchObject({ working: false, weekend: false, marked: true });
  expect(months[9]?.days[9]).toMatchObject({ working: true, weekend: true, marked: true });
});

test('a turned day becomes the opposite, and a second turn leaves nothing behind', () => {
  const [free] = monthsOf(view)[9]!.days;
  const once = toggledChanges(view, free!);
  expect(once).toEqual({ year: 2026, daysOff: [], workedDays: ['2026-10-01'] });
  const again = toggledChanges(
    { year: 2026, daysOff: [], workedDays: [isoDate('2026-10-01')] },
    { ...free!, working: true, changed: true },
  );
  expect(again).toEqual({ year: 2026, daysOff: [], workedDays: [] });
});

test('arrow keys walk by days and weeks and stay within the year', () => {
  expect(dayByKey('2026-03-01', 'ArrowLeft')).toBe('2026-02-28');
  expect(dayByKey('2026-03-01', 'ArrowDown')).toBe('2026-03-08');
  expect(dayByKey('2026-01-03', 'ArrowUp')).toBeNull();
  expect(dayByKey('2026-03-01', 'a')).toBeNull();
});
