import fc from 'fast-check';
import { expect, it } from 'vitest';
import { chinaHolidays } from '#resources/holidays/chinaHolidays.ts';
import { createWorkCalendar } from '#shared/lib/calendar.ts';
import type { IsoDate } from '#shared/lib/time.ts';

const zones = ['Asia/Shanghai', 'UTC', 'America/New_York', 'Pacific/Kiritimati', 'Asia/Kathmandu', 'Europe/London'];
const calendars = zones.map((zone) => createWorkCalendar(zone, chinaHolidays));
const calendar = fc.constantFrom(...calendars);
const day = fc
  .integer({ min: 0, max: 365 * 8 })
  .map((offset) => new Date(Date.UTC(2021, 0, 1) + offset * 86_400_000).toISOString().slice(0, 10) as IsoDate);
const instant = fc.integer({ min: Date.UTC(2021, 0, 1), max: Date.UTC(2028, 11, 31) });

it('counts of adjoining spans add up', () => {
  fc.assert(
    fc.property(calendar, day, day, day, (work, a, b, c) => {
      expect(work.workingDaysBetween(a, b) + work.workingDaysBetween(b, c)).toBe(work.workingDaysBetween(a, c));
    }),
  );
});

it('a later end never has fewer working days', () => {
  fc.assert(
    fc.property(calendar, instant, instant, instant, (work, from, one, other) => {
      const [first, second] = [Math.min(one, other), Math.max(one, other)];
      expect(work.workingDaysBetweenInstants(from, second)).toBeGreaterThanOrEqual(
        work.workingDaysBetweenInstants(from, first),
      );
    }),
  );
});

it('adding n working days lands on a working day that is n working days on', () => {
  fc.assert(
    fc.property(calendar, day, fc.integer({ min: 1, max: 400 }), (work, from, count) => {
      const to = work.addWorkingDays(from, count);
      expect(work.isWorkingDay(to)).toBe(true);
      const counted = work.workingDaysBetween(from, to) + (work.isWorkingDay(from) ? 0 : 1);
      expect(counted).toBe(count);
    }),
  );
});

it('adding in two steps equals adding at once', () => {
  const few = fc.integer({ min: 0, max: 60 });
  fc.assert(
    fc.property(calendar, day, few, few, (work, from, a, b) => {
      expect(work.addWorkingDays(work.addWorkingDays(from, a), b)).toBe(work.addWorkingDays(from, a + b));
    }),
  );
});

it('every instant lies within the day it is put on', () => {
  fc.assert(
    fc.property(calendar, instant, (work, at) => {
      const on = work.dayOf(at);
      const next = new Date(Date.parse(`${on}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10) as IsoDate;
      expect(at).toBeGreaterThanOrEqual(work.startOf(on));
      expect(at).toBeLessThan(work.startOf(next));
    }),
  );
});

it('the threshold of overdue separates exactly the instants that are over the limit', () => {
  fc.assert(
    fc.property(calendar, instant, fc.integer({ min: 0, max: 90 }), instant, (work, now, limit, entered) => {
      const over = work.workingDaysBetweenInstants(entered, now) > limit;
      expect(entered < work.overdueBefore(now, limit)).toBe(over);
    }),
    { numRuns: 500 },
  );
});
