import type { WorkCalendar } from '../../lib/calendar.ts';
import { dayOffset } from '../tasks/dayOffset.ts';

/** How long a notice is put off. */
export const snoozeChoices = ['hour', 'tomorrow', 'workday'] as const;
export type SnoozeChoice = (typeof snoozeChoices)[number];

const HOUR_MS = 3_600_000;

/** When a notice comes back, epoch ms: in an hour, on the next morning, or on that of the next working day. */
export function snoozeUntil(choice: SnoozeChoice, now: number, calendar: WorkCalendar, morningMinute: number): number {
  const today = calendar.dayOf(now);
  switch (choice) {
    case 'hour':
      return now + HOUR_MS;
    case 'tomorrow':
      return calendar.instantOf(dayOffset(today, 1), morningMinute);
    case 'workday':
      return calendar.instantOf(calendar.addWorkingDays(today, 1), morningMinute);
    default:
      return choice satisfies never;
  }
}
