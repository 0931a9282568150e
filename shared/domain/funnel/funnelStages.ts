import type { FunnelStage } from '#shared/contract/funnel.contract.ts';
import type { StageClass } from '#shared/contract/primitives.ts';
import { type Duration, kaplanMeier, survivalQuantile } from '../../lib/statistics/kaplanMeier.ts';
import { wilsonInterval } from '../../lib/statistics/wilsonInterval.ts';
import {
  type CohortWindow,
  type CountBusinessDays,
  cohortEntry,
  cohortOutcome,
  isOverstayed,
  timeInStage,
} from './cohort.ts';
import type { DealJourney, FunnelDeal } from './dealJourney.ts';
import { MINIMUM_SETTLED, stageBenchmark } from './stageBenchmark.ts';

/** An open stage of the process, in order. */
export interface FunnelStageInfo {
  readonly stageId: string;
  readonly name: string;
  readonly stageClass: StageClass;
  readonly allowedDays: number | null;
}

/** A deal with its journey and what it is worth; amount in the workspace's currency, null where unknown or in another one. */
export interface FunnelCase {
  readonly deal: FunnelDeal;
  readonly journey: DealJourney;
  readonly amountMinor: number | null;
}

interface Tally {
  entered: number;
  reached: number;
  open: number;
  lost: number;
  openOver: number;
  regressions: number;
  amountSum: number;
  amounts: number;
  durations: Duration[];
}

/**
 * Every figure of the funnel, one entry per open stage: the cohort that first entered it in the window, what became of it by
 * now, and how long it stayed. Amounts in minor units, days are business days.
 */
export function funnelStages(
  stages: readonly FunnelStageInfo[],
  cases: Iterable<FunnelCase>,
  window: CohortWindow,
  now: number,
  countDays: CountBusinessDays,
): FunnelStage[] {
  const tallies = stages.map(emptyTally);
  for (const one of cases) {
    for (const [index, stage] of stages.entries()) {
      const tally = tallies[index];
      if (!tally || cohortEntry(one.journey, index, window) === null) continue;
      addCase(tally, one, index, stage.allowedDays, now, countDays);
    }
  }
  const classes = stages.map((stage) => stage.stageClass);
  const steps = tallies.map((tally, index) => conversion(tally, stageBenchmark(classes, index)));
  return stages.map((stage, index) => figures(stage, index, tallies[index] ?? emptyTally(), steps));
}

const emptyTally = (): Tally => ({
  entered: 0,
  reached: 0,
  open: 0,
  lost: 0,
  openOver: 0,
  regressions: 0,
  amountSum: 0,
  amounts: 0,
  durations: [],
});

function addCase(
  tally: Tally,
  one: FunnelCase,
  index: number,
  allowedDays: number | null,
  now: number,
  countDays: CountBusinessDays,
): void {
  tally.entered += 1;
  tally[cohortOutcome(one.journey, index, one.deal.status)] += 1;
  if (isOverstayed(one.journey, index, one.deal.status, allowedDays, now, countDays)) tally.openOver += 1;
  if (one.journey.visits[index]?.wentBack) tally.regressions += 1;
  if (one.amountMinor !== null) {
    tally.amountSum += one.amountMinor;
    tally.amounts += 1;
  }
  const time = timeInStage(one.journey, index, now, countDays);
  if (time) tally.durations.push(time);
}

interface Step {
  readonly settled: number;
  readonly rate: number | null;
  readonly benchmark: number | null;
}

function conversion(tally: Tally, benchmark: number | null): Step {
  const settled = tally.reached + tally.lost;
  return { settled, rate: settled === 0 ? null : tally.reached / settled, benchmark };
}

function figures(stage: FunnelStageInfo, index: number, tally: Tally, steps: readonly Step[]): FunnelStage {
  const { settled, rate, benchmark } = steps[index] ?? { settled: 0, rate: null, benchmark: null };
  const interval = wilsonInterval(tally.reached, settled);
  const averageAmountMinor = tally.amounts === 0 ? null : Math.round(tally.amountSum / tally.amounts);
  const downstream = downstreamRate(steps.slice(index + 1));
  const survival = kaplanMeier(tally.durations);
  return {
    stageId: stage.stageId,
    name: stage.name,
    stageClass: stage.stageClass,
    entered: tally.entered,
    reached: tally.reached,
    open: tally.open,
    lost: tally.lost,
    settled,
    rate,
    interval,
    benchmark,
    verdict: verdictOf(settled, rate, interval?.high ?? null, benchmark),
    averageAmountMinor,
    lostValueMinor: lostValue({ settled, rate, benchmark }, averageAmountMinor, downstream),
    downstream,
    dwell: {
      medianDays: survivalQuantile(survival, 0.5),
      p80Days: survivalQuantile(survival, 0.8),
      allowedDays: stage.allowedDays,
      openOver: tally.openOver,
    },
    regressions: tally.regressions,
  };
}

/**
 * What the numbers allow to say: `tooFew` below 30 known outcomes; `below` only when the whole interval lies under the
 * benchmark; `meets` when the rate itself is at or above it; `unclear` in between (rate under, interval reaching it).
 */
export function verdictOf(
  settled: number,
  rate: number | null,
  high: number | null,
  benchmark: number | null,
): FunnelStage['verdict'] {
  if (benchmark === null) return 'noBenchmark';
  if (settled < MINIMUM_SETTLED || rate === null || high === null) return 'tooFew';
  if (rate >= benchmark) return 'meets';
  return high < benchmark ? 'below' : 'unclear';
}

/** The chance to be won after this step: own rates where enough is known, else the benchmark, else the little there is. */
function downstreamRate(later: readonly Step[]): number | null {
  let product = 1;
  for (const step of later) {
    const rate = step.settled >= MINIMUM_SETTLED ? step.rate : (step.benchmark ?? step.rate);
    if (rate === null) return null;
    product *= rate;
  }
  return product;
}

/**
 * What the gap to the benchmark cost: deals with known outcome × gap × average amount × downstream rate. Open deals are not
 * lost yet, so they do not count. Null where a verdict would be `tooFew` or a factor is unknown.
 */
function lostValue(step: Step, averageMinor: number | null, downstream: number | null): number | null {
  if (step.benchmark === null || step.rate === null || step.settled < MINIMUM_SETTLED) return null;
  if (averageMinor === null || downstream === null) return null;
  return Math.round(step.settled * Math.max(0, step.benchmark - step.rate) * averageMinor * downstream);
}
