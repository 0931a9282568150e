import { agedDeals } from '#db/queries/task/taskRows.ts';
import type { QueryContext } from '../../ipc/handler.ts';
import { workCalendar } from '../pipeline/workCalendar.ts';

/** An open deal that is longer in its stage than it allows, and by how many working days. */
export interface StalledDeal {
  readonly id: string;
  readonly over: number;
}

/** A person's deals over their allowed days, the most overdue first. */
export function stalledDeals(
  context: Pick<QueryContext, 'db' | 'now' | 'timeZone'>,
  ownerId: string | null,
): StalledDeal[] {
  const { db, now } = context;
  const calendar = workCalendar(context);
  return agedDeals(db, ownerId, calendar.startOf(calendar.dayOf(now)))
    .map((deal) => ({
      id: deal.id,
      over: calendar.workingDaysBetweenInstants(deal.stageEnteredAt, now) - deal.allowedDays,
    }))
    .filter((deal) => deal.over > 0)
    .toSorted((a, b) => b.over - a.over);
}
