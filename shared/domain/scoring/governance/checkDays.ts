import type { WorkCalendar } from '../../../lib/calendar.ts';
import { DAY_MS, isoDate, type IsoDate } from '../../../lib/time.ts';
import { dayOffset } from '../../tasks/dayOffset.ts';

/** A span of calendar days, both included. */
export interface DaySpan {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** The quarter that a day lies in. */
export function quarterOf(day: IsoDate): DaySpan {
  const from = quarterStart(day);
  const month = Number(from.slice(5, 7)) + 3;
  const year = Number(from.slice(0, 4)) + (month > 12 ? 1 : 0);
  const next = isoDate(`${year}-${String(month > 12 ? month - 12 : month).padStart(2, '0')}-01`);
  return { from, to: dayOffset(next, -1) };
}

/** The whole quarter before the one that a day lies in. */
export const lastQuarter = (day: IsoDate): DaySpan => quarterOf(dayOffset(quarterStart(day), -1));

/** The first working day of the quarter that a day lies in: when models are checked by themselves. */
export const quarterCheckDay = (day: IsoDate, calendar: WorkCalendar): IsoDate =>
  calendar.rollForward(quarterStart(day));

const YEAR_MS = 365 * DAY_MS;

/** How many whole years a model has been in use: each asks for one review. Instants in epoch ms. */
export const yearsInUse = (activatedAt: number, now: number): number =>
  Math.max(0, Math.floor((now - activatedAt) / YEAR_MS));

function quarterStart(day: IsoDate): IsoDate {
  const month = Math.floor((Number(day.slice(5, 7)) - 1) / 3) * 3 + 1;
  return isoDate(`${day.slice(0, 4)}-${String(month).padStart(2, '0')}-01`);
}
