import type { StageClass } from '#shared/contract/primitives.ts';

/** B2B conversion of a class step: verify→engage, engage→propose or negotiate, negotiate→won. Source: product decision. */
const CLASS_BENCHMARK = { verify: 0.6, engage: 0.4, negotiate: 0.3 } as const;

/** How few known outcomes are too few for a verdict; at 30 a true 40 % shows 20 % or less in 1.7 % of cases. */
export const MINIMUM_SETTLED = 30;

/**
 * The benchmark share (0..1) for going on from a stage, or null where the step has none. `classes` lists the funnel's open
 * stages in order.
 *
 * The three benchmarks are steps between classes: verify→engage 60 %, engage→negotiate 40 %, negotiate→won 30 %. Rules for
 * processes cut otherwise:
 * - a proposal stage stands inside engage→negotiate, so leaving engage for propose is measured by the 40 % and propose itself
 *   has none: the step would be counted twice;
 * - several stages of one class share its benchmark as equal factors (two engage stages: √0.4 each), so that together they
 *   ask for exactly the class benchmark;
 * - where the class is not followed by the one the benchmark speaks of (verify→negotiate), there is none.
 */
export function stageBenchmark(classes: readonly StageClass[], index: number): number | null {
  const own = classes[index];
  if (own !== 'verify' && own !== 'engage' && own !== 'negotiate') return null;
  let first = index;
  while (classes[first - 1] === own) first -= 1;
  let next = index + 1;
  while (classes[next] === own) next += 1;
  return followsAsBenchmarked(own, classes[next]) ? CLASS_BENCHMARK[own] ** (1 / (next - first)) : null;
}

function followsAsBenchmarked(own: 'verify' | 'engage' | 'negotiate', next: StageClass | undefined): boolean {
  if (own === 'verify') return next === 'engage';
  if (own === 'engage') return next === 'propose' || next === 'negotiate';
  return next === undefined;
}
