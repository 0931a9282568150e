import { missingReference } from '#db/queries/missingReference.ts';
import { calendarTasksOf, calendarTasksOfDeal } from '#db/queries/task/calendarTasks.ts';
import { memberById } from '#db/queries/members.ts';
import { getRow } from '#db/rows.ts';
import { opportunity } from '#db/schema/opportunity.ts';
import type { taskCalendarContract } from '#shared/contract/taskCalendar.contract.ts';
import { dayOffset } from '#shared/domain/tasks/dayOffset.ts';
import { DAY_MS } from '#shared/lib/time.ts';
import { err, ok } from '#shared/lib/result.ts';
import type { HandlersFor, QueryContext } from '../../ipc/handler.ts';
import { tasksToCalendar } from '../../exporters/tasksToCalendar.ts';
import { workCalendar } from '../pipeline/workCalendar.ts';

/** Closed tasks stay in the file for so long, so that a calendar that has them learns that they are done. */
const KEPT_DAYS = 90;
const LARGEST = 5000;

/** One's own tasks, or those of a deal, as a file for calendars. */
export const taskCalendarHandlers = {
  export: (context, { opportunityId }) => {
    if (missingReference(context.db, [{ entity: 'opportunity', id: opportunityId }])) {
      return err({ type: 'notFound', entity: 'opportunity', id: opportunityId ?? '' });
    }
    const { name, tasks } = opportunityId === undefined ? ownTasks(context) : dealTasks(context, opportunityId);
    return ok({
      fileName: `${fileNameOf(name)}.ics`,
      mediaType: 'text/calendar; charset=utf-8',
      text: tasksToCalendar(tasks, workCalendar(context), name),
      tasks: tasks.length,
    });
  },
} satisfies HandlersFor<typeof taskCalendarContract>;

function ownTasks({ db, actorId, today, now }: QueryContext) {
  const since = { day: dayOffset(today, -KEPT_DAYS), at: now - KEPT_DAYS * DAY_MS };
  return {
    name: memberById(db, actorId)?.name ?? 'Kongdan',
    tasks: calendarTasksOf(db, actorId || null, since, LARGEST),
  };
}

function dealTasks({ db }: QueryContext, id: string) {
  return { name: getRow(db, opportunity, id)?.name ?? 'Kongdan', tasks: calendarTasksOfDeal(db, id) };
}

/** A name that every file system takes. */
function fileNameOf(name: string): string {
  const plain = name
    .replaceAll(/[\p{Cc}<>:"/\\|?*]/gu, ' ')
    .trim()
    .slice(0, 80);
  return plain === '' ? 'Kongdan' : plain;
}
