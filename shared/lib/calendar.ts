import { Temporal } from 'temporal-polyfill';
import { DAY_MS, type IsoDate } from './time.ts';

/** Days that differ from Monday to Friday; ranges are written `first..last`, both included. */
export interface CalendarYear {
  readonly daysOff: readonly string[];
  readonly workedWeekends: readonly string[];
}

/**
 * Working days of one time zone. Every count is a difference of ordinals (working days before a day), which makes the
 * laws hold by construction: counts add up over adjoining spans, never fall when the end moves on, and change sign when
 * the ends are swapped.
 */
export interface WorkCalendar {
  readonly timeZone: string;
  isWorkingDay(day: IsoDate): boolean;
  /** The calendar day of an instant in this zone. */
  dayOf(instant: number): IsoDate;
  /** Epoch ms at which a calendar day begins in this zone. */
  startOf(day: IsoDate): number;
  /** What the clock on the wall shows at an instant, minutes after midnight. */
  minuteOf(instant: number): number;
  /**
   * Epoch ms at which the clock on the wall shows that minute of a day. A minute that daylight saving skips is taken as
   * late as it would have been; of one that comes twice, the first.
   */
  instantOf(day: IsoDate, minute: number): number;
  /** Working days in [from, to): from Monday to Tuesday is 1, from Saturday to Monday is 0. Negative when reversed. */
  workingDaysBetween(from: IsoDate, to: IsoDate): number;
  /** The same for instants: the working days that began at or after the day of `from` and before the day of `to`. */
  workingDaysBetweenInstants(from: number, to: number): number;
  /** The n-th working day after a day (n ≥ 1; as WORKDAY of spreadsheets does); n = 0 gives the day itself. */
  addWorkingDays(day: IsoDate, count: number): IsoDate;
  /** The day itself when it is worked, otherwise the next one that is. */
  rollForward(day: IsoDate): IsoDate;
  /** The earliest instant t with fewer than `limit + 1` working days up to `now`: who entered before t is overdue. */
  overdueBefore(now: number, limit: number): number;
}

/** Builds the working days of one zone. Throws a RangeError for an unknown zone or a malformed day. */
export function createWorkCalendar(timeZone: string, years: readonly CalendarYear[]): WorkCalendar {
  const zone = createZoneDays(timeZone);
  const ordinal = createOrdinal(years);
  const worked = (day: number): boolean => ordinal(day + 1) > ordinal(day);
  const rollForward = (day: number): number => {
    let at = day;
    while (!worked(at)) at += 1;
    return at;
  };
  const add = (day: number, count: number): number => {
    if (count <= 0) return day;
    const goal = ordinal(day + 1) + count;
    // Two free days in seven, rarely more: the guess is close and the walk short.
    let at = day + Math.floor((count * 7) / 5);
    while (ordinal(at + 1) >= goal) at -= 1;
    while (ordinal(at + 1) < goal) at += 1;
    return at;
  };
  return {
    timeZone,
    isWorkingDay: (day) => worked(dayNumber(day)),
    dayOf: (instant) => isoOf(zone.dayOf(instant)),
    startOf: (day) => zone.startOf(dayNumber(day)),
    minuteOf: (instant) => {
      const time = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone);
      return time.hour * 60 + time.minute;
    },
    instantOf: (day, minute) =>
      Temporal.PlainDate.from(day)
        .toPlainDateTime({ hour: Math.floor(minute / 60), minute: minute % 60 })
        .toZonedDateTime(timeZone, { disambiguation: 'compatible' }).epochMilliseconds,
    workingDaysBetween: (from, to) => ordinal(dayNumber(to)) - ordinal(dayNumber(from)),
    workingDaysBetweenInstants: (from, to) => ordinal(zone.dayOf(to)) - ordinal(zone.dayOf(from)),
    addWorkingDays: (day, count) => isoOf(add(dayNumber(day), count)),
    rollForward: (day) => isoOf(rollForward(dayNumber(day))),
    overdueBefore: (now, limit) => {
      const today = zone.dayOf(now);
      const goal = ordinal(today) - limit;
      let at = today - Math.floor((limit * 7) / 5);
      while (ordinal(at) < goal) at += 1;
      while (ordinal(at - 1) >= goal) at -= 1;
      return zone.startOf(at);
    },
  };
}

/** Days since 1970-01-01 of a calendar day. */
export function dayNumber(day: string): number {
  const value = Date.parse(`${day}T00:00:00Z`) / DAY_MS;
  if (!Number.isInteger(value)) throw new RangeError(`Not a calendar day: ${day}`);
  return value;
}

function isoOf(day: number): IsoDate {
  return new Date(day * DAY_MS).toISOString().slice(0, 10) as IsoDate;
}

/** Working days in [1970-01-01, day): whole weeks by formula, exceptions by binary search in two sorted lists. */
function createOrdinal(years: readonly CalendarYear[]): (day: number) => number {
  const off = new Set<number>();
  const extra = new Set<number>();
  for (const year of years) {
    for (const day of year.workedWeekends) if (isWeekend(dayNumber(day))) extra.add(dayNumber(day));
    for (const day of year.daysOff.flatMap(expandRange)) if (!isWeekend(day)) off.add(day);
  }
  const offDays = [...off].toSorted((a, b) => a - b);
  const extraDays = [...extra].toSorted((a, b) => a - b);
  return (day) => weekdaysBefore(day) - countBelow(offDays, day) + countBelow(extraDays, day);
}

function expandRange(text: string): number[] {
  const [first, last] = text.split('..');
  const from = dayNumber(first ?? '');
  const to = last === undefined ? from : dayNumber(last);
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

/** 1970-01-01 was a Thursday; 0 = Monday. */
const weekday = (day: number): number => (((day + 3) % 7) + 7) % 7;
const isWeekend = (day: number): boolean => weekday(day) >= 5;
/** Monday to Friday in [1970-01-01, day), up to a constant that every difference cancels. */
const weekdaysBefore = (day: number): number => Math.floor((day + 3) / 7) * 5 + Math.min(weekday(day), 5);

function countBelow(sorted: readonly number[], limit: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as number) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Boards ask for hundreds of instants at a time and Temporal costs microseconds each, so days' bounds are kept. */
const KEPT_DAYS = 20_000;

function createZoneDays(timeZone: string): { dayOf(instant: number): number; startOf(day: number): number } {
  const starts = new Map<number, number>();
  const startOf = (day: number): number => {
    const known = starts.get(day);
    if (known !== undefined) return known;
    if (starts.size > KEPT_DAYS) starts.clear();
    const start = Temporal.PlainDate.from(isoOf(day)).toZonedDateTime({ timeZone }).epochMilliseconds;
    starts.set(day, start);
    return start;
  };
  // Fails now, with a RangeError, and not at the first card when the zone does not exist.
  startOf(0);
  return {
    startOf,
    dayOf: (instant) => {
      // A zone is at most 14 hours from UTC, so the day is the UTC day or a neighbour.
      let day = Math.floor(instant / DAY_MS);
      if (instant < startOf(day)) day -= 1;
      else if (instant >= startOf(day + 1)) day += 1;
      return day;
    },
  };
}
