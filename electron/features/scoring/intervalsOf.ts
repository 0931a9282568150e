import { nearby } from '#shared/domain/scoring/learning/explainRow.ts';
import { toLogOdds } from '#shared/domain/scoring/learning/logOdds.ts';
import type { TrainedModel } from '#shared/domain/scoring/learning/modelTypes.ts';

/** Steps of half a per cent: as fine as the validated past can tell anything. */
const STEPS = 200;

/** The interval of a figure by what the validated past near it did; looked up, because there may be 100,000 figures. */
export function intervalsOf(model: TrainedModel): (probability: number) => { low: number; high: number } {
  const found: ({ low: number; high: number } | undefined)[] = [];
  return (probability) => {
    const step = Math.min(STEPS - 1, Math.max(1, Math.round(probability * STEPS)));
    const middle = step / STEPS;
    const interval = (found[step] ??= nearby(model, toLogOdds(middle), middle));
    return { low: Math.min(probability, interval.low), high: Math.max(probability, interval.high) };
  };
}
