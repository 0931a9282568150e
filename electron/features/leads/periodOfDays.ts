import { DAY_MS, isoDate } from '#shared/lib/time.ts';
import { workCalendar } from '../pipeline/workCalendar.ts';

type Zone = Parameters<typeof workCalendar>[0];

/** When a day begins in the workspace's time zone (epoch ms). */
export const dayStart = (context: Zone, day: string): number => workCalendar(context).startOf(isoDate(day));

/** When a day is over in the workspace's time zone (epoch ms, the first instant of the next day). */
export function dayEnd(context: Zone, day: string): number {
  const calendar = workCalendar(context);
  // A day and a half later is the next day wherever the clocks are changed.
  return calendar.startOf(calendar.dayOf(calendar.startOf(isoDate(day)) + DAY_MS + DAY_MS / 2));
}
