import type { FunnelStage } from '#shared/contract/funnel.contract.ts';
import { kaplanMeier, survivalQuantile } from '../../lib/statistics/kaplanMeier.ts';
import { wilsonInterval } from '../../lib/statistics/wilsonInterval.ts';
import type { FunnelStageInfo } from './funnelCase.ts';
import { MINIMUM_SETTLED, stageBenchmark } from './stageBenchmark.ts';
import type { StageTally } from './stageTally.ts';

/** Every figure of the funnel from what was counted, one entry per open stage. Amounts in minor units, days are business days. */
export function funnelStages(stages: readonly FunnelStageInfo[], tallies: readonly StageTally[]): FunnelStage[] {
  const classes = stages.map((stage) => stage.stageClass);
  const steps = tallies.map(({ settled, rate }, index) => ({
    settled,
    rate,
    benchmark: stageBenchmark(classes, index),
  }));
  return stages.flatMap((stage, index) => {
    const [tally, step] = [tallies[index], steps[index]];
    return tally && step ? [figures(stage, tally, step, downstreamRate(steps.slice(index + 1)))] : [];
  });
}

interface Step {
  readonly settled: number;
  readonly rate: number | null;
  readonly benchmark: number | null;
}

function figures(stage: FunnelStageInfo, tally: StageTally, step: Step, downstream: number | null): FunnelStage {
  const interval = wilsonInterval(tally.reached, step.settled);
  const survival = kaplanMeier(tally.durations());
  return {
    stageId: stage.stageId,
    name: stage.name,
    stageClass: stage.stageClass,
    entered: tally.entered,
    reached: tally.reached,
    open: tally.open,
    lost: tally.lost,
    settled: step.settled,
    rate: step.rate,
    interval,
    benchmark: step.benchmark,
    verdict: verdictOf(step.settled, step.rate, interval?.high ?? null, step.benchmark),
    averageAmountMinor: tally.averageAmountMinor,
    lostValueMinor: lostValue(step, tally.averageAmountMinor, downstream),
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
