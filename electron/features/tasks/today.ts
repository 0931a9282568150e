import { missingReference } from '#db/queries/missingReference.ts';
import { openTasksDue, overdueTaskCount } from '#db/queries/task/taskRows.ts';
import type { taskContract } from '#shared/contract/opportunity.contract.ts';
import { dayOffset } from '#shared/domain/tasks/dayOffset.ts';
import { err, ok } from '#shared/lib/result.ts';
import type { Handler } from '../../ipc/handler.ts';
import { loadDealCards } from '../pipeline/dealCards.ts';
import { stalledDeals } from './stalledDeals.ts';
import { toTask } from './toTask.ts';

/** More than anybody works off in a day; how many there are beyond is told by `overdueTotal`. */
const SHOWN_OVERDUE = 200;
const SHOWN_DUE = 500;
const SHOWN_STALLED = 50;

/** What one person has to do now: by default whoever works on this device. Days are those of the workspace's time zone. */
export const today: Handler<(typeof taskContract)['today']> = (context, input) => {
  const { db, today: day, currency } = context;
  if (missingReference(db, [{ entity: 'member', id: input.ownerId }])) {
    return err({ type: 'notFound', entity: 'member', id: input.ownerId ?? '' });
  }
  const ownerId = input.ownerId ?? (context.actorId || null);
  const due = (from: string, to: string, limit: number) =>
    openTasksDue(db, ownerId, from, to, limit).map((row) => toTask(row, currency));
  const stalled = stalledDeals(context, ownerId);
  return ok({
    today: day,
    overdue: due('', dayOffset(day, -1), SHOWN_OVERDUE),
    dueToday: due(day, day, SHOWN_DUE),
    week: due(dayOffset(day, 1), dayOffset(day, 7), SHOWN_DUE),
    stalled: loadDealCards(
      context,
      stalled.slice(0, SHOWN_STALLED).map(({ id }) => id),
    ),
    stalledTotal: stalled.length,
    overdueTotal: overdueTaskCount(db, ownerId, day),
  });
};
