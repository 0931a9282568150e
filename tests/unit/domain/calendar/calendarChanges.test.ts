import { expect, test } from 'vitest';
import { chinaHolidays } from '#resources/holidays/chinaHolidays.ts';
import { judgeChanges, leanChanges, markedDays, withChanges } from '#shared/domain/calendar/calendarChanges.ts';
import { createWorkCalendar } from '#shared/lib/calendar.ts';
import { isoDate } from '#shared/lib/time.ts';

const none = { daysOff: [], workedDays: [] };
const calendar = (changes: { daysOff: string[]; workedDays: string[] }) =>
  createWorkCalendar('Asia/Shanghai', withChanges(chinaHolidays, changes));

test('without changes every day of every shipped year is worked or free as before', () => {
  const shipped = createWorkCalendar('Asia/Shanghai', chinaHolidays);
  const merged = calendar(none);
  for (let day = Date.UTC(2024, 0, 1); day < Date.UTC(2028, 0, 1); day += 86_400_000) {
    const iso = isoDate(new Date(day).toISOString().slice(0, 10));
    expect([iso, merged.isWorkingDay(iso)]).toEqual([iso, shipped.isWorkingDay(iso)]);
  }
});

test('what the team says of a day wins over the holiday table, in both directions', () => {
  const team = calendar({ daysOff: ['2026-10-08', '2026-10-10'], workedDays: ['2026-10-07', '2026-10-11'] });
  expect(team.isWorkingDay(isoDate('2026-10-08'))).toBe(false);
  expect(team.isWorkingDay(isoDate('2026-10-10'))).toBe(false);
  expect(team.isWorkingDay(isoDate('2026-10-07'))).toBe(true);
  expect(team.isWorkingDay(isoDate('2026-10-11'))).toBe(true);
  expect(team.isWorkingDay(isoDate('2026-10-09'))).toBe(true);
});

test('bad days, days of another year, repeated and contradicting ones are each named with their place', () => {
  expect(
    judgeChanges(2026, {
      daysOff: ['2026-02-30', '2025-12-31', '2026-03-02', '2026-03-02'],
      workedDays: ['tomorrow', '2026-03-02'],
    }),
  ).toEqual([
    { code: 'badDate', path: 'daysOff.0', day: '2026-02-30' },
    { code: 'otherYear', path: 'daysOff.1', day: '2025-12-31' },
    { code: 'twice', path: 'daysOff.3', day: '2026-03-02' },
    { code: 'badDate', path: 'workedDays.0', day: 'tomorrow' },
    { code: 'overlap', path: 'workedDays.1', day: '2026-03-02' },
  ]);
  expect(judgeChanges(2026, { daysOff: ['2026-03-02'], workedDays: ['2026-03-07'] })).toEqual([]);
});

test('changes that say what the table says already are dropped', () => {
  expect(
    leanChanges(chinaHolidays, {
      daysOff: ['2026-10-01', '2026-10-03', '2026-10-09'],
      workedDays: ['2026-10-10', '2026-10-12', '2026-10-11'],
    }),
  ).toEqual({ daysOff: ['2026-10-09'], workedDays: ['2026-10-11'] });
});

test('a year shows free weekdays, whole holidays, worked weekends and the team’s own days', () => {
  const october = markedDays(2026, chinaHolidays, { daysOff: ['2026-10-09'], workedDays: ['2026-10-07'] }).filter(
    ({ day }) => day.startsWith('2026-10'),
  );
  expect(
    october.map(({ day, working, changed }) => `${day.slice(8)}${working ? '+' : '-'}${changed ? '!' : ''}`),
  ).toEqual(['01-', '02-', '03-', '04-', '05-', '06-', '07+!', '09-!', '10+']);
});
