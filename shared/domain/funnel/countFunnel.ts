import type { FunnelStage } from '../../contract/funnel.contract.ts';
import { type CohortWindow, type CountBusinessDays, cohortEntry, cohortOutcome } from './cohort.ts';
import type { FunnelCase, FunnelStageInfo } from './funnelCase.ts';
import { type FunnelQuarter, QuarterCounts } from './funnelQuarters.ts';
import { funnelStages } from './funnelStages.ts';
import { StageTally } from './stageTally.ts';

/** Everything that the funnel shows. */
export interface FunnelFigures {
  readonly stages: FunnelStage[];
  /** Deals that entered the process, in whichever stage, in the window. */
  readonly entered: number;
  /** Those of them that are won. */
  readonly won: number;
  readonly quarters: FunnelQuarter[];
}

/** What counting needs besides the deals. */
export interface FunnelQuestion {
  readonly stages: readonly FunnelStageInfo[];
  readonly window: CohortWindow;
  /** Epoch ms. */
  readonly now: number;
  readonly countDays: CountBusinessDays;
  /** The calendar quarter of an instant, written 2026-Q1. */
  readonly quarterOf: (instant: number) => string;
}

/**
 * Counts the funnel in one pass over the deals, which may be a stream: per stage the cohort that first entered it in the window
 * and what became of it by now.
 */
export function countFunnel(question: FunnelQuestion, cases: Iterable<FunnelCase>): FunnelFigures {
  const { stages, window, now, countDays, quarterOf } = question;
  const tallies = stages.map((stage) => new StageTally(stage.allowedDays, now, countDays));
  const quarters = new QuarterCounts(stages.map((stage) => stage.stageId));
  let entered = 0;
  let won = 0;
  for (const one of cases) {
    let first = Number.POSITIVE_INFINITY;
    for (const [index, tally] of tallies.entries()) {
      first = Math.min(first, one.journey.visits[index]?.entered ?? first);
      const at = cohortEntry(one.journey, index, window);
      if (at === null) continue;
      tally.add(one, index);
      quarters.add(quarterOf(at), index, cohortOutcome(one.journey, index, one.deal.status));
    }
    if (first < window.from || first >= window.to) continue;
    entered += 1;
    if (one.deal.status === 'won') won += 1;
  }
  return { stages: funnelStages(stages, tallies), entered, won, quarters: quarters.rates() };
}
