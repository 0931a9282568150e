import { dayNumber, type CalendarYear } from '../../lib/calendar.ts';
import { DAY_MS, isIsoDate } from '../../lib/time.ts';

/** What a team changed about the shipped holiday tables: single days, on top of them. */
export interface CalendarChanges {
  /** Days off although the tables say they are worked. */
  readonly daysOff: readonly string[];
  /** Days worked although the tables say they are free. */
  readonly workedDays: readonly string[];
}

/** Why changes of one year cannot be kept; `path` names the place. */
export interface CalendarProblem {
  readonly code: 'badDate' | 'otherYear' | 'twice' | 'overlap';
  readonly path: string;
  readonly day: string;
}

/** A day that is not what its weekday says, or that the team changed. */
export interface MarkedDay {
  readonly day: string;
  readonly working: boolean;
  /** The team decided it, not the shipped table. */
  readonly changed: boolean;
}

const LISTS = ['daysOff', 'workedDays'] as const;

/** Every reason why these are no changes of that year; none when they can be kept. */
export function judgeChanges(year: number, changes: CalendarChanges): CalendarProblem[] {
  const seen = new Map<string, (typeof LISTS)[number]>();
  return LISTS.flatMap((list) =>
    changes[list].flatMap((day, index): CalendarProblem[] => {
      const path = `${list}.${index}`;
      if (!isIsoDate(day)) return [{ code: 'badDate', path, day }];
      if (!day.startsWith(`${year}-`)) return [{ code: 'otherYear', path, day }];
      const before = seen.get(day);
      seen.set(day, before ?? list);
      if (before === undefined) return [];
      return [{ code: before === list ? 'twice' : 'overlap', path, day }];
    }),
  );
}

/** The holiday tables with a team's changes on top; what the team says of a day wins. */
export function withChanges(years: readonly CalendarYear[], changes: CalendarChanges): CalendarYear[] {
  const off = new Set(years.flatMap((year) => year.daysOff.flatMap(expand)));
  const worked = new Set(years.flatMap((year) => year.workedWeekends));
  for (const day of changes.daysOff) {
    off.add(day);
    worked.delete(day);
  }
  for (const day of changes.workedDays) {
    worked.add(day);
    off.delete(day);
  }
  return [{ daysOff: [...off], workedWeekends: [...worked] }];
}

/** The days of a year that are marked: free weekdays, worked weekends, and whatever the team changed; in order. */
export function markedDays(year: number, years: readonly CalendarYear[], changes: CalendarChanges): MarkedDay[] {
  const [merged] = withChanges(years, changes);
  const off = new Set(merged?.daysOff);
  const worked = new Set(merged?.workedWeekends);
  const changed = new Set([...changes.daysOff, ...changes.workedDays]);
  const days: MarkedDay[] = [];
  for (const day of daysOfYear(year)) {
    const weekend = isWeekend(day);
    const working = weekend ? worked.has(day) : !off.has(day);
    // A weekend within a holiday is part of it, and is drawn so.
    if (working === weekend || off.has(day) || changed.has(day)) days.push({ day, working, changed: changed.has(day) });
  }
  return days;
}

/**
 * What is left of changes once those that say nothing new are dropped: a day off that the tables have off already. A
 * correction of the tables in a later version then reaches the team.
 */
export function leanChanges(years: readonly CalendarYear[], changes: CalendarChanges): CalendarChanges {
  const [shipped] = withChanges(years, { daysOff: [], workedDays: [] });
  const off = new Set(shipped?.daysOff);
  const worked = new Set(shipped?.workedWeekends);
  const isWorked = (day: string): boolean => (isWeekend(day) ? worked.has(day) : !off.has(day));
  return {
    daysOff: changes.daysOff.filter(isWorked).toSorted(),
    workedDays: changes.workedDays.filter((day) => !isWorked(day)).toSorted(),
  };
}

/** Whether a day is a Saturday or a Sunday. */
export const isWeekend = (day: string): boolean => {
  const weekday = new Date(dayNumber(day) * DAY_MS).getUTCDay();
  return weekday === 0 || weekday === 6;
};

const iso = (number: number): string => new Date(number * DAY_MS).toISOString().slice(0, 10);

/** Every day of a year in order. */
export function daysOfYear(year: number): string[] {
  const first = dayNumber(`${year}-01-01`);
  const next = dayNumber(`${year + 1}-01-01`);
  return Array.from({ length: next - first }, (_, index) => iso(first + index));
}

function expand(range: string): string[] {
  const [first, last] = range.split('..');
  const from = dayNumber(first ?? '');
  const to = last === undefined ? from : dayNumber(last);
  return Array.from({ length: to - from + 1 }, (_, index) => iso(from + index));
}
