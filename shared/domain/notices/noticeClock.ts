import type { WorkCalendar } from '../../lib/calendar.ts';
import type { IsoDate } from '../../lib/time.ts';
import { dayOffset } from '../tasks/dayOffset.ts';

/** The moment of one look and what decides when something is told; the days are those of the workspace's zone. */
export interface NoticeClock {
  /** Epoch ms. */
  readonly now: number;
  readonly calendar: WorkCalendar;
  /** When the person's day begins, minutes after midnight: what has no hour of its own is told then. */
  readonly morningMinute: number;
  /** Working days that a task or a stage may be overdue before the manager hears of it, at least 1. */
  readonly taskEscalationDays: number;
  readonly stageEscalationDays: number;
}

/** The instant a day begins for the person. */
export const morningOf = ({ calendar, morningMinute }: NoticeClock, day: IsoDate): number =>
  calendar.instantOf(day, morningMinute);

/** The first day on which more than `limit` working days have passed since a day, as overdue stages are counted. */
export function firstDayOver(calendar: WorkCalendar, from: IsoDate, limit: number): IsoDate {
  return dayOffset(calendar.addWorkingDays(calendar.rollForward(from), limit), 1);
}
