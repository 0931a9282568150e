import type { ReadDb } from '#db/handles.ts';
import { teamSetting } from '#db/queries/settings/teamSetting.ts';
import { saveTeamSetting } from '#db/repositories/teamSettings.ts';
import { chinaHolidays } from '#resources/holidays/chinaHolidays.ts';
import type { calendarContract } from '#shared/contract/calendar.contract.ts';
import {
  type CalendarChanges,
  judgeChanges,
  leanChanges,
  markedDays,
} from '#shared/domain/calendar/calendarChanges.ts';
import { err, ok } from '#shared/lib/result.ts';
import { isoDate, type IsoDate } from '#shared/lib/time.ts';
import type { Answer, HandlersFor } from '../../ipc/handler.ts';
import { CALENDAR_KEY, readChanges, workCalendar } from '../pipeline/workCalendar.ts';

/** Everything behind `calendar.*`. */
export const calendarHandlers = {
  get: ({ db, timeZone, today }, { year }) => {
    const own = changesOf(db, year);
    return ok({
      year,
      today,
      known: chinaHolidays.some((known) => known.year === year && !known.assumed),
      days: markedDays(year, chinaHolidays, own).map((marked) => ({ ...marked, day: isoDate(marked.day) })),
      daysOff: own.daysOff.map(isoDate),
      workedDays: own.workedDays.map(isoDate),
      workingDays: workingDays({ db, timeZone }, year),
    });
  },
  save: (context, { year, ...wanted }) =>
    context.write('calendar.save', (db): Answer<typeof calendarContract.save> => {
      const problems = judgeChanges(year, wanted);
      if (problems.length > 0) return err({ type: 'calendarProblems', problems });
      const own = leanChanges(chinaHolidays, wanted);
      const all = readChanges(teamSetting(db, CALENDAR_KEY) ?? '');
      const others = (days: readonly string[]): string[] => days.filter((day) => !day.startsWith(`${year}-`));
      saveTeamSetting(
        db,
        CALENDAR_KEY,
        JSON.stringify({
          daysOff: [...others(all.daysOff), ...own.daysOff].toSorted(),
          workedDays: [...others(all.workedDays), ...own.workedDays].toSorted(),
        }),
      );
      return ok({ workingDays: workingDays({ db, timeZone: context.timeZone }, year) });
    }),
} satisfies HandlersFor<typeof calendarContract>;

function changesOf(db: ReadDb, year: number): CalendarChanges {
  const all = readChanges(teamSetting(db, CALENDAR_KEY) ?? '');
  const own = (days: readonly string[]): string[] => days.filter((day) => day.startsWith(`${year}-`));
  return { daysOff: own(all.daysOff), workedDays: own(all.workedDays) };
}

const workingDays = (context: { readonly db: ReadDb; readonly timeZone: string }, year: number): number =>
  workCalendar(context).workingDaysBetween(first(year), first(year + 1));

const first = (year: number): IsoDate => isoDate(`${year}-01-01`);
