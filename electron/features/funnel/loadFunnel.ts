import type { CohortWindow, CountBusinessDays } from '#shared/domain/funnel/cohort.ts';
import type { FunnelCase, FunnelStageInfo } from '#shared/domain/funnel/funnelCase.ts';
import { dayOffset } from '#shared/domain/tasks/dayOffset.ts';
import type { WorkCalendar } from '#shared/lib/calendar.ts';
import type { IsoDate } from '#shared/lib/time.ts';
import type { QueryContext } from '../../ipc/handler.ts';
import { workCalendar } from '../pipeline/workCalendar.ts';
import { FunnelBook } from './funnelBook.ts';

/** Everything that figures and rows of the funnel are counted from, so that both always agree. */
export interface LoadedFunnel {
  readonly stages: readonly FunnelStageInfo[];
  readonly window: CohortWindow;
  readonly calendar: WorkCalendar;
  readonly countDays: CountBusinessDays;
  /** First and last instant of the history, epoch ms; null without any. */
  readonly history: { readonly from: number; readonly to: number } | null;
  /** Every deal with its journey. */
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
  const book = FunnelBook.open(db, filter.processId);
  if (!book) return null;
  const { open } = book.stages;
  const deals = [...book.dealsOf(filter.ownerIds)];
  const calendar = workCalendar({ db, timeZone });
  return {
    stages: open,
    window: { from: calendar.startOf(filter.from), to: calendar.startOf(dayOffset(filter.to, 1)) },
    calendar,
    countDays: (from, to) => calendar.workingDaysBetweenInstants(from, to),
    history: book.span(deals),
    *cases() {
      for (const number of deals) {
        const one = book.caseOf(number, currency);
        if (one) yield one;
      }
    },
  };
}
