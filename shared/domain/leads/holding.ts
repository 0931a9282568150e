import type { WorkCalendar } from '#shared/lib/calendar.ts';
import { DAY_MS } from '#shared/lib/time.ts';

/** What is left of the time for which a lead stays with its owner. */
export interface Holding {
  /** Left of the whole time, 0..1, counted in business time. */
  readonly share: number;
  /** Business days left, rounded up; 0 when it is over. */
  readonly daysLeft: number;
  readonly over: boolean;
  /** Less than 30 % is left. */
  readonly urgent: boolean;
}

/** Below this share of the holding time a lead is shown red. */
export const URGENT_SHARE = 0.3;

/** Business days for which a lead stays with its owner unless the team decides otherwise. */
export const DEFAULT_HOLDING_DAYS = 10;

/** Until when somebody who gets a lead now keeps it: the end of the business day that many after today (epoch ms). */
export function holdUntil(calendar: WorkCalendar, now: number, days: number): number {
  const last = calendar.addWorkingDays(calendar.dayOf(now), days);
  return calendar.startOf(calendar.dayOf(calendar.startOf(last) + DAY_MS + DAY_MS / 2));
}

/** What is left at an instant; null for a lead that nobody holds. */
export function holdingOf(
  calendar: WorkCalendar,
  lead: { readonly heldSince: number | null; readonly heldUntil: number | null },
  now: number,
): Holding | null {
  if (lead.heldUntil === null) return null;
  const since = lead.heldSince ?? lead.heldUntil;
  const whole = businessTime(calendar, lead.heldUntil) - businessTime(calendar, since);
  const left = businessTime(calendar, lead.heldUntil) - businessTime(calendar, now);
  const over = now >= lead.heldUntil;
  const share = over || whole <= 0 ? 0 : Math.min(1, Math.max(0, left / whole));
  return { share, daysLeft: over ? 0 : Math.max(0, Math.ceil(left)), over, urgent: share < URGENT_SHARE };
}

/** Business days since 1970, with the fraction of the present one; free days do not count. */
function businessTime(calendar: WorkCalendar, instant: number): number {
  const day = calendar.dayOf(instant);
  const start = calendar.startOf(day);
  const within = calendar.isWorkingDay(day) ? Math.min(1, (instant - start) / DAY_MS) : 0;
  return calendar.workingDaysBetween(EPOCH, day) + within;
}

const EPOCH = '1970-01-01' as Parameters<WorkCalendar['isWorkingDay']>[0];
