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

/** Stages of one class that divide one benchmark between them. */
export interface SharedBenchmark {
  readonly names: readonly string[];
  /** What they must reach together, 0..1. */
  readonly together: number;
  /** What each of them must reach, 0..1. */
  readonly each: number;
}

/** Where several stages in a row carry one class's benchmark as equal factors; the screen must say so. */
export function sharedBenchmarks(stages: readonly FunnelStage[]): readonly SharedBenchmark[] {
  const groups: FunnelStage[][] = [];
  for (const [index, stage] of stages.entries()) {
    if (stage.benchmark === null) continue;
    const group = groups.at(-1);
    if (group && stages[index - 1] === group.at(-1) && group[0]?.stageClass === stage.stageClass) group.push(stage);
    else groups.push([stage]);
  }
  return groups
    .filter((group) => group.length > 1)
    .map((group) => ({
      names: group.map(({ name }) => name),
      together: group.reduce((product, { benchmark }) => product * (benchmark ?? 1), 1),
      each: group[0]?.benchmark ?? 1,
    }));
}
