import { funnelChanges, funnelDeals, type ProcessStage, processStages } from '#db/queries/funnel/funnelDeals.ts';
import type { OpportunityStatus, StageClass } from '#shared/contract/primitives.ts';
import type { CohortWindow, CountBusinessDays } from '#shared/domain/funnel/cohort.ts';
import { dealJourney, type StageEntry } from '#shared/domain/funnel/dealJourney.ts';
import type { FunnelCase, FunnelStageInfo } from '#shared/domain/funnel/funnelCase.ts';
import { mapStages } from '#shared/domain/funnel/mapStages.ts';
import { orderEntries } from '#shared/domain/funnel/orderEntries.ts';
import { dayOffset } from '#shared/domain/tasks/dayOffset.ts';
import type { WorkCalendar } from '#shared/lib/calendar.ts';
import type { IsoDate } from '#shared/lib/time.ts';
import type { QueryContext } from '../../ipc/handler.ts';
import { workCalendar } from '../pipeline/workCalendar.ts';
import { StageHistory } from './stageHistory.ts';

/** Everything that figures and rows of the funnel are counted from, so that both always agree. */
export interface LoadedFunnel {
  readonly stages: readonly FunnelStageInfo[];
  readonly window: CohortWindow;
  readonly calendar: WorkCalendar;
  readonly countDays: CountBusinessDays;
  /** First and last instant of the history, epoch ms; null without any. */
  readonly history: { readonly from: number; readonly to: number } | null;
  /** Every deal with its journey, one at a time: held together they would be a million small objects. */
  readonly cases: () => Generator<FunnelCase>;
}

interface Filter {
  readonly processId: string;
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly ownerIds?: readonly string[] | undefined;
}

/** Reads the deals of a process with their stage history; null when there is no such process. */
export function loadFunnel({ db, timeZone, currency }: QueryContext, filter: Filter): LoadedFunnel | null {
  const stored = processStages(db, filter.processId);
  if (stored.length === 0) return null;
  const { open, indexOf } = mapStages(stored.map(toStage));
  const deals = funnelDeals(db, filter.processId, filter.ownerIds);
  const history = new StageHistory(deals.map((deal) => deal.row));
  for (const change of funnelChanges(db, filter.processId, filter.ownerIds, indexOf)) {
    const { row, at, stage, origin, migrated } = change;
    if (stage !== null) history.add(row, { at, stage, from: origin, migrated: migrated === 1 });
  }
  const calendar = workCalendar({ db, timeZone });
  return {
    stages: open,
    window: { from: calendar.startOf(filter.from), to: calendar.startOf(dayOffset(filter.to, 1)) },
    calendar,
    countDays: (from, to) => calendar.workingDaysBetweenInstants(from, to),
    history: history.span(),
    *cases() {
      for (const [index, row] of deals.entries()) {
        const entries: readonly StageEntry[] = orderEntries(history.of(index));
        const deal = { id: row.id, status: row.status as OpportunityStatus, closedAt: row.closedAt, entries };
        const amountMinor = row.currency === currency ? row.amountMinor : null;
        yield { deal, journey: dealJourney(deal, open.length), amountMinor };
      }
    },
  };
}

const toStage = ({ stageClass, isCurrent, ...stage }: ProcessStage) => ({
  ...stage,
  stageClass: stageClass as StageClass,
  isCurrent: isCurrent === 1,
});
