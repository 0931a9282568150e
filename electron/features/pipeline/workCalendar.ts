import { chinaHolidays } from '#resources/holidays/chinaHolidays.ts';
import { createWorkCalendar, type WorkCalendar } from '#shared/lib/calendar.ts';

const calendars = new Map<string, WorkCalendar>();

/** The working days of a workspace's time zone, with mainland China's holidays; one per zone, because it keeps days. */
export function workCalendar(timeZone: string): WorkCalendar {
  let calendar = calendars.get(timeZone);
  if (calendar === undefined) {
    calendar = createWorkCalendar(timeZone, chinaHolidays);
    calendars.set(timeZone, calendar);
  }
  return calendar;
}
