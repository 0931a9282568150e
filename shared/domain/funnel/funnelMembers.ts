import {
  type CohortWindow,
  type CountBusinessDays,
  cohortEntry,
  cohortOutcome,
  currentStayDays,
  isOverstayed,
  timeInStage,
} from './cohort.ts';
import type { FunnelCase } from './funnelCase.ts';

/** The figures of a stage that can be opened. */
export type FunnelFigure = 'entered' | 'reached' | 'open' | 'lost' | 'over';

/** A deal behind a figure. */
export interface FunnelMember {
  readonly opportunityId: string;
  /** Epoch ms of the first entry into the stage. */
  readonly enteredAt: number;
  /** Business days in the stage: of the stay that lasts where there is one, else of all stays; 0 where it only moved past. */
  readonly days: number;
}

/** The deals that one figure of one stage counts, longest in stage first; the list is as long as the figure says. */
export function funnelMembers(
  cases: Iterable<FunnelCase>,
  stage: { readonly index: number; readonly allowedDays: number | null },
  which: FunnelFigure,
  window: CohortWindow,
  now: number,
  countDays: CountBusinessDays,
): FunnelMember[] {
  const members: FunnelMember[] = [];
  for (const { deal, journey } of cases) {
    const enteredAt = cohortEntry(journey, stage.index, window);
    if (enteredAt === null) continue;
    const fits =
      which === 'entered' ||
      (which === 'over'
        ? isOverstayed(journey, stage.index, deal.status, stage.allowedDays, now, countDays)
        : cohortOutcome(journey, stage.index, deal.status) === which);
    if (!fits) continue;
    const days =
      currentStayDays(journey, stage.index, now, countDays) ??
      timeInStage(journey, stage.index, now, countDays)?.length ??
      0;
    members.push({ opportunityId: deal.id, enteredAt, days });
  }
  return members.toSorted(
    (a, b) => b.days - a.days || a.enteredAt - b.enteredAt || (a.opportunityId < b.opportunityId ? -1 : 1),
  );
}
