import type { CalendarYearView } from '#shared/contract/calendar.contract.ts';
import { daysOfYear, isWeekend } from '#shared/domain/calendar/calendarChanges.ts';

/** One day as the year shows it. */
export interface CalendarDay {
  readonly day: string;
  readonly working: boolean;
  readonly weekend: boolean;
  /** It is not what its weekday says. */
  readonly marked: boolean;
  readonly changed: boolean;
}

/** One month: its days, and how many places are empty before the first (weeks begin on Monday). */
export interface CalendarMonth {
  readonly first: string;
  readonly lead: number;
  readonly days: readonly CalendarDay[];
}

/** The twelve months of a year with every day's state. */
export function monthsOf(view: CalendarYearView): CalendarMonth[] {
  const marks = new Map(view.days.map((mark) => [mark.day as string, mark]));
  const byMonth = Map.groupBy(daysOfYear(view.year), (day) => day.slice(0, 7));
  return [...byMonth.values()].map((days) => {
    const first = days[0] ?? '';
    return {
      first,
      lead: (new Date(`${first}T00:00:00Z`).getUTCDay() + 6) % 7,
      days: days.map((day) => {
        const mark = marks.get(day);
        const weekend = isWeekend(day);
        return {
          day,
          weekend,
          working: mark?.working ?? !weekend,
          marked: mark !== undefined,
          changed: mark?.changed ?? false,
        };
      }),
    };
  });
}

/** The lists that `calendar.save` takes after one day was turned over: free becomes worked, worked becomes free. */
export function toggledChanges(
  view: Pick<CalendarYearView, 'year' | 'daysOff' | 'workedDays'>,
  { day, working, changed }: CalendarDay,
): { year: number; daysOff: string[]; workedDays: string[] } {
  const without = (days: readonly string[]): string[] => days.filter((one) => one !== day);
  const daysOff = without(view.daysOff);
  const workedDays = without(view.workedDays);
  // A day that the team had changed goes back to what the table says.
  if (!changed) (working ? daysOff : workedDays).push(day);
  return { year: view.year, daysOff, workedDays };
}

/** Where an arrow key leads from a day, or null; days outside the year lead nowhere. */
export function dayByKey(day: string, key: string): string | null {
  const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };
  const step = steps[key];
  if (step === undefined) return null;
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + step);
  const next = date.toISOString().slice(0, 10);
  return next.slice(0, 4) === day.slice(0, 4) ? next : null;
}
