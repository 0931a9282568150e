/** Times of one way of doing one thing, in milliseconds. */
export interface Timing {
  readonly rounds: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly mean: number;
  readonly max: number;
}

/** The value below which this share of the sorted times lies (nearest rank). */
function percentile(sorted: readonly number[], share: number): number {
  const index = Math.max(0, Math.ceil(sorted.length * share) - 1);
  return sorted[index] ?? Number.NaN;
}

/** Sums a list of times up. */
export function summarise(times: readonly number[]): Timing {
  const sorted = times.toSorted((a, b) => a - b);
  return {
    rounds: sorted.length,
    p50: percentile(sorted, 0.5),
    p95: percentile(sorted, 0.95),
    p99: percentile(sorted, 0.99),
    mean: sorted.reduce((sum, time) => sum + time, 0) / sorted.length,
    max: sorted.at(-1) ?? Number.NaN,
  };
}

/**
 * Runs the same list of inputs through several ways in turn, so that a busy moment of the machine hits all of them. The
 * first tenth warms up and is not counted.
 */
export async function compareWays<Input, const Name extends string>(
  inputs: readonly Input[],
  ways: Readonly<Record<Name, (input: Input) => unknown>>,
): Promise<Record<Name, Timing>> {
  const names = Object.keys(ways) as Name[];
  const times = new Map<Name, number[]>(names.map((name) => [name, []]));
  const warm = Math.min(5, Math.ceil(inputs.length / 10));
  for (const [index, input] of [...inputs.slice(0, warm), ...inputs].entries()) {
    for (const name of names) {
      const started = performance.now();
      await ways[name](input);
      const took = performance.now() - started;
      if (index >= warm) times.get(name)!.push(took);
    }
  }
  return Object.fromEntries(names.map((name) => [name, summarise(times.get(name)!)])) as Record<Name, Timing>;
}
