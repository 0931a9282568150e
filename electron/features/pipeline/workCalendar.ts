import type { ReadDb } from '#db/handles.ts';
import { teamSetting } from '#db/queries/settings/teamSetting.ts';
import { chinaHolidays } from '#resources/holidays/chinaHolidays.ts';
import { type CalendarChanges, withChanges } from '#shared/domain/calendar/calendarChanges.ts';
import { createWorkCalendar, type WorkCalendar } from '#shared/lib/calendar.ts';
import { isIsoDate } from '#shared/lib/time.ts';
import { z } from 'zod';

/** Row of `setting` with what the team changed about the working days. */
export const CALENDAR_KEY = 'calendar';

/** Zones and versions of the changes that are remembered; more come up only in tests. */
const KEPT = 16;
const calendars = new Map<string, WorkCalendar>();

/**
 * The working days of the open workspace: mainland China's holidays with the team's own changes. Kept by zone and content
 * of the changes, because a calendar remembers days; a changed setting is seen by the very next call.
 */
export function workCalendar(context: { readonly db: ReadDb; readonly timeZone: string }): WorkCalendar {
  return calendarFor(context.timeZone, teamSetting(context.db, CALENDAR_KEY) ?? '');
}

/** The same without any changes: for a workspace that is still to be made. */
export const shippedCalendar = (timeZone: string): WorkCalendar => calendarFor(timeZone, '');

function calendarFor(timeZone: string, setting: string): WorkCalendar {
  const key = `${timeZone} ${setting}`;
  let calendar = calendars.get(key);
  if (calendar === undefined) {
    const oldest = calendars.keys().next();
    if (calendars.size >= KEPT && oldest.done !== true) calendars.delete(oldest.value);
    calendar = createWorkCalendar(timeZone, withChanges(chinaHolidays, readChanges(setting)));
    calendars.set(key, calendar);
  }
  return calendar;
}

const days = z.array(z.string().refine(isIsoDate)).catch([]);
const changesSchema = z.object({ daysOff: days, workedDays: days }).catch({ daysOff: [], workedDays: [] });

/** What the setting says; a damaged or missing one changes nothing. */
export function readChanges(setting: string): CalendarChanges {
  if (setting === '') return { daysOff: [], workedDays: [] };
  try {
    return changesSchema.parse(JSON.parse(setting));
  } catch {
    return { daysOff: [], workedDays: [] };
  }
}
