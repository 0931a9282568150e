import type { FunnelStage } from '#shared/contract/funnel.contract.ts';

/** Settled deals needed before a verdict is given (reference: funnel statistics, small samples). */
export const NEEDED = 30;

/** The stages that lead somewhere: closed outcomes are the end of the path, not a step. */
export const steps = (stages: readonly FunnelStage[]): readonly FunnelStage[] =>
  stages.filter(({ stageClass }) => stageClass !== 'won' && stageClass !== 'lost');

/** The dearest bottleneck: the step below its benchmark that lost the most; null when no step is called one. */
export function dearest(stages: readonly FunnelStage[]): FunnelStage | null {
  return (
    stages
      .filter(({ verdict, lostValueMinor }) => verdict === 'below' && lostValueMinor !== null && lostValueMinor > 0)
      .toSorted((a, b) => (b.lostValueMinor ?? 0) - (a.lostValueMinor ?? 0))[0] ?? null
  );
}

/** Width of the bars: the largest stage fills its room. */
export const largestEntry = (stages: readonly FunnelStage[]): number =>
  Math.max(1, ...stages.map(({ entered }) => entered));
