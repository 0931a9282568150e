import { describe, expect, it } from 'vitest';
import { chinaHolidays } from '#resources/holidays/chinaHolidays.ts';
import { createWorkCalendar } from '#shared/lib/calendar.ts';
import { isoDate } from '#shared/lib/time.ts';

const shanghai = createWorkCalendar('Asia/Shanghai', chinaHolidays);

describe('the working days of mainland China', () => {
  it('counts the days of the National Day holiday of 2026 as free and the two exchanged weekend days as worked', () => {
    expect(shanghai.isWorkingDay(isoDate('2026-10-01'))).toBe(false);
    expect(shanghai.isWorkingDay(isoDate('2026-10-07'))).toBe(false);
    expect(shanghai.isWorkingDay(isoDate('2026-10-08'))).toBe(true);
    expect(shanghai.isWorkingDay(isoDate('2026-09-20'))).toBe(true);
    expect(shanghai.isWorkingDay(isoDate('2026-10-10'))).toBe(true);
    expect(shanghai.isWorkingDay(isoDate('2026-10-11'))).toBe(false);
  });

  it('gives each published year the number of working days that its notice leaves', () => {
    // 365 or 366 days less weekends, less holidays on weekdays, plus exchanged weekend days.
    const counts = [2024, 2025, 2026].map((year) =>
      shanghai.workingDaysBetween(isoDate(`${year}-01-01`), isoDate(`${year + 1}-01-01`)),
    );
    expect(counts).toEqual([251, 248, 248]);
  });

  it('treats a year without notice as Monday to Friday', () => {
    expect(shanghai.isWorkingDay(isoDate('2027-10-01'))).toBe(true);
    expect(chinaHolidays.find((year) => year.year === 2027)?.assumed).toBe(true);
  });

  it('lists as worked only days that fall on a weekend', () => {
    for (const year of chinaHolidays)
      for (const day of year.workedWeekends) expect([0, 6]).toContain(new Date(`${day}T00:00:00Z`).getUTCDay());
  });

  it('finds the due day across the Spring Festival of 2026', () => {
    // Thursday 12 February; Friday 13 and the exchanged Saturday 14 are worked, then free until Tuesday 24.
    expect(shanghai.addWorkingDays(isoDate('2026-02-12'), 2)).toBe('2026-02-14');
    expect(shanghai.addWorkingDays(isoDate('2026-02-12'), 3)).toBe('2026-02-24');
    expect(shanghai.rollForward(isoDate('2026-02-15'))).toBe('2026-02-24');
  });
});

describe('days in a time zone', () => {
  it('puts an instant on the day that the zone has, not on the UTC day', () => {
    const late = Date.parse('2026-03-02T16:30:00Z');
    expect(shanghai.dayOf(late)).toBe('2026-03-03');
    expect(createWorkCalendar('UTC', []).dayOf(late)).toBe('2026-03-02');
    expect(createWorkCalendar('America/Los_Angeles', []).dayOf(Date.parse('2026-03-02T03:00:00Z'))).toBe('2026-03-01');
  });

  it('keeps days of 23 and 25 hours whole', () => {
    const berlin = createWorkCalendar('Europe/Berlin', []);
    const spring = berlin.startOf(isoDate('2026-03-29'));
    expect(berlin.startOf(isoDate('2026-03-30')) - spring).toBe(23 * 3_600_000);
    expect(berlin.dayOf(spring + 23 * 3_600_000 - 1)).toBe('2026-03-29');
    expect(berlin.dayOf(spring + 23 * 3_600_000)).toBe('2026-03-30');
  });

  it('refuses a zone that does not exist', () => {
    expect(() => createWorkCalendar('Asia/Nowhere', [])).toThrow(RangeError);
  });
});
