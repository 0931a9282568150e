import type { WorkCalendar } from '../../lib/calendar.ts';

/** When a person is left alone; minutes after midnight. `from` after `until` spans midnight, equal ones never apply. */
export interface QuietHours {
  readonly enabled: boolean;
  readonly from: number;
  readonly until: number;
  /** Days that are not worked are quiet as a whole. */
  readonly freeDays: boolean;
}

/** Tells whether notices are held back at an instant; they are told when it is over. */
export function isQuiet(quiet: QuietHours, now: number, calendar: WorkCalendar): boolean {
  if (!quiet.enabled) return false;
  if (quiet.freeDays && !calendar.isWorkingDay(calendar.dayOf(now))) return true;
  const minute = calendar.minuteOf(now);
  if (quiet.from <= quiet.until) return minute >= quiet.from && minute < quiet.until;
  return minute >= quiet.from || minute < quiet.until;
}
