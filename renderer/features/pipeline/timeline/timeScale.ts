import { daysBetween } from '#shared/i18n/formatDate.ts';
import { dayAfter } from '../filters/closeWindows.ts';

/** The months that the timeline shows, as shares of its width. */
export interface TimeScale {
  readonly from: string;
  readonly to: string;
  readonly months: readonly {
    readonly month: string;
    readonly first: string;
    readonly last: string;
    readonly share: number;
  }[];
  readonly days: number;
  /** Where the middle of a day lies, 0..1; outside for days before and after. */
  at(day: string): number;
}

/** The scale of so many whole months from the month of a day on. */
export function timeScale(from: string, count: number): TimeScale {
  const year = Number(from.slice(0, 4));
  const month = Number(from.slice(5, 7)) - 1;
  const first = dayOf(Date.UTC(year, month, 1));
  const to = dayOf(Date.UTC(year, month + count, 0));
  const days = daysBetween(first, to) + 1;
  const months = Array.from({ length: count }, (_, index) => {
    const start = dayOf(Date.UTC(year, month + index, 1));
    const end = dayOf(Date.UTC(year, month + index + 1, 0));
    return { month: start.slice(0, 7), first: start, last: end, share: (daysBetween(start, end) + 1) / days };
  });
  return { from: first, to, months, days, at: (day) => (daysBetween(first, day) + 0.5) / days };
}

/** The same day of the month, months later; the last day where that month is shorter. */
export function monthLater(day: string, months: number): string {
  const year = Number(day.slice(0, 4));
  const month = Number(day.slice(5, 7)) - 1 + months;
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return dayOf(Date.UTC(year, month, Math.min(Number(day.slice(8, 10)), last)));
}

/** Where a window begins by itself: the month before today's, so that what slipped is in sight. */
export function windowStart(today: string): string {
  return monthLater(`${today.slice(0, 7)}-01`, -1);
}

/** A day moved by so many days. */
export const moveDay = dayAfter;

function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
