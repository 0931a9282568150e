import { reportsOf } from '#db/queries/notice/reports.ts';
import { openTasksDue } from '#db/queries/task/taskRows.ts';
import type { noticeContract } from '#shared/contract/notice.contract.ts';
import { dayOffset } from '#shared/domain/tasks/dayOffset.ts';
import { ok } from '#shared/lib/result.ts';
import type { Handler } from '../../ipc/handler.ts';
import { loadDealCards } from '../pipeline/dealCards.ts';
import { workCalendar } from '../pipeline/workCalendar.ts';
import { stalledDeals } from '../tasks/stalledDeals.ts';
import { toTask } from '../tasks/toTask.ts';
import { teamNoticeSettings } from './noticeSettings.ts';

/** More than a manager goes through in one sitting. */
const SHOWN = 100;

/** What those whom this person leads have let slip for as long as the team's settings say. */
export const teamWatch: Handler<(typeof noticeContract)['team']> = (context) => {
  const { db, today } = context;
  const members = context.actorId === '' ? [] : reportsOf(db, context.actorId);
  const calendar = workCalendar(context);
  const { taskEscalationDays, stageEscalationDays } = teamNoticeSettings(db);
  const tasks = members
    .flatMap(({ id }) => openTasksDue(db, id, '', dayOffset(today, -1), SHOWN))
    .filter(({ dueDate }) => dueDate !== null && calendar.addWorkingDays(dueDate, taskEscalationDays) <= today)
    .toSorted((a, b) => (a.dueDate ?? '').localeCompare(b.dueDate ?? ''))
    .slice(0, SHOWN);
  const stalled = members
    .flatMap(({ id }) => stalledDeals(context, id))
    .filter(({ over }) => over >= stageEscalationDays)
    .toSorted((a, b) => b.over - a.over)
    .slice(0, SHOWN);
  return ok({
    today,
    members,
    tasks: tasks.map((row) => toTask(row, context.currency)),
    stalled: loadDealCards(
      context,
      stalled.map(({ id }) => id),
    ),
  });
};
