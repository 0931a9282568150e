import { funnelChanges, funnelDeals, type ProcessStage, processStages } from '#db/queries/funnel/funnelDeals.ts';
import type { OpportunityStatus, StageClass } from '#shared/contract/primitives.ts';
import type { CohortWindow, CountBusinessDays } from '#shared/domain/funnel/cohort.ts';
import { dealJourney, type StageEntry } from '#shared/domain/funnel/dealJourney.ts';
import type { FunnelCase, FunnelStageInfo } from '#shared/domain/funnel/funnelStages.ts';
import { mapStages } from '#shared/domain/funnel/mapStages.ts';
import { dayOffset } from '#shared/domain/tasks/dayOffset.ts';
import type { WorkCalendar } from '#shared/lib/calendar.ts';
import type { IsoDate } from '#shared/lib/time.ts';
import type { QueryContext } from '../../ipc/handler.ts';
import { workCalendar } from '../pipeline/workCalendar.ts';

/** Everything that figures and rows of the funnel are counted from, so that both always agree. */
export interface LoadedFunnel {
  readonly stages: readonly FunnelStageInfo[];
  readonly cases: readonly FunnelCase[];
  readonly window: CohortWindow;
  readonly calendar: WorkCalendar;
  readonly countDays: CountBusinessDays;
  /** First and last instant of the history, epoch ms; null without any. */
  readonly history: { readonly from: number; readonly to: number } | null;
}

interface Filter {
  readonly processId: string;
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly ownerIds?: readonly string[] | undefined;
}

/** With the id of its row, which orders entries of one instant. */
type HistoryEntry = StageEntry & { readonly id: string };

/** Reads the deals of a process with their stage history; null when there is no such process. */
export function loadFunnel({ db, timeZone, currency }: QueryContext, filter: Filter): LoadedFunnel | null {
  const stored = processStages(db, filter.processId);
  if (stored.length === 0) return null;
  const { open, indexOf } = mapStages(stored.map(toStage));
  const calendar = workCalendar(timeZone);
  const entries = new Map<string, HistoryEntry[]>();
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const change of funnelChanges(db, filter.processId, filter.ownerIds)) {
    const stage = change.toStageId === null ? undefined : indexOf.get(change.toStageId);
    if (stage === undefined) continue;
    const from = change.fromStageId === null ? null : (indexOf.get(change.fromStageId) ?? null);
    const known = entries.get(change.opportunityId);
    if (known) known.push({ id: change.id, at: change.at, stage, from });
    else entries.set(change.opportunityId, [{ id: change.id, at: change.at, stage, from }]);
    first = Math.min(first, change.at);
    last = Math.max(last, change.at);
  }
  const cases = funnelDeals(db, filter.processId, filter.ownerIds).map((row): FunnelCase => {
    const own = (entries.get(row.id) ?? []).toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
    const deal = { id: row.id, status: row.status as OpportunityStatus, closedAt: row.closedAt, entries: own };
    const amountMinor = row.currency === currency ? row.amountMinor : null;
    return { deal, journey: dealJourney(deal, open.length), amountMinor };
  });
  const window = {
    from: calendar.startOf(filter.from),
    to: calendar.startOf(dayOffset(filter.to, 1)),
  };
  const countDays = (from: number, to: number) => calendar.workingDaysBetweenInstants(from, to);
  const history = first <= last ? { from: first, to: last } : null;
  return { stages: open, cases, window, calendar, countDays, history };
}

const toStage = ({ stageClass, isCurrent, ...stage }: ProcessStage) => ({
  ...stage,
  stageClass: stageClass as StageClass,
  isCurrent: isCurrent === 1,
});
