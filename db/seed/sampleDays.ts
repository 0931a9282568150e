import type { WorkCalendar } from '#shared/lib/calendar.ts';
import { dayNumber } from '#shared/lib/calendar.ts';
import { DAY_MS, type IsoDate, isoDate } from '#shared/lib/time.ts';

/** Calendar days of history before the day the sample is made for, and of plans after it. */
const DAYS_BACK = 731;
const DAYS_AHEAD = 400;

/**
 * The working days that the sample plays on, numbered from 0. `today` is the number of the day the sample is made for (or
 * of the next working day); everything that has happened lies on a smaller number.
 */
export interface SampleDays {
  readonly today: number;
  readonly count: number;
  /** The calendar day the sample is made for, also when it is a Sunday. */
  readonly asOfDay: IsoDate;
  /** Epoch ms at which that day begins: everything in the past is smaller. */
  readonly asOfStart: number;
  day(number: number): IsoDate;
  /** Epoch ms of a minute (0..1439) of a working day. */
  instant(number: number, minute: number): number;
  /** A calendar day this many days after the day the sample is made for; negative = before. */
  calendarDay(offset: number): IsoDate;
}

/** Lays out two years of working days up to the day of `asOf`, and a year of plans. */
export function createSampleDays(calendar: WorkCalendar, asOf: number): SampleDays {
  const asOfDay = calendar.dayOf(asOf);
  const zero = dayNumber(asOfDay);
  const calendarDay = (offset: number): IsoDate =>
    isoDate(new Date((zero + offset) * DAY_MS).toISOString().slice(0, 10));
  const days: IsoDate[] = [];
  const starts: number[] = [];
  let today = -1;
  for (let offset = -DAYS_BACK; offset <= DAYS_AHEAD; offset += 1) {
    const day = calendarDay(offset);
    if (!calendar.isWorkingDay(day)) continue;
    if (offset >= 0 && today < 0) today = days.length;
    days.push(day);
    starts.push(calendar.startOf(day));
  }
  const within = (number: number): number => Math.max(0, Math.min(days.length - 1, number));
  return {
    today,
    count: days.length,
    asOfDay,
    asOfStart: calendar.startOf(asOfDay),
    day: (number) => days[within(number)] as IsoDate,
    instant: (number, minute) => (starts[within(number)] as number) + minute * 60_000,
    calendarDay,
  };
}
