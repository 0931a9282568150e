/** How long one case lasted so far; `ended` false means it still lasts (censored). */
export interface Duration {
  /** Any unit, at least 0. */
  readonly length: number;
  readonly ended: boolean;
  /** How many cases are alike; 1 when left out. */
  readonly count?: number;
}

/** From `time` on, until the next step, `survival` of all cases still last. */
export interface SurvivalStep {
  readonly time: number;
  readonly survival: number;
}

/**
 * The product-limit estimate of how many cases last longer than a time, with cases that have not ended counted as long as
 * they were watched. One step per time at which a case ended, ascending. A case that ended and one that was last seen at the
 * same time: the ended one comes first.
 * Source: Kaplan and Meier, JASA 53 (1958) 457-481.
 */
export function kaplanMeier(durations: Iterable<Duration>): SurvivalStep[] {
  const ended = new Map<number, number>();
  const left = new Map<number, number>();
  let atRisk = 0;
  for (const duration of durations) {
    if (!(duration.length >= 0)) throw new RangeError(`Not a duration: ${duration.length}`);
    const count = duration.count ?? 1;
    left.set(duration.length, (left.get(duration.length) ?? 0) + count);
    if (duration.ended) ended.set(duration.length, (ended.get(duration.length) ?? 0) + count);
    atRisk += count;
  }
  const steps: SurvivalStep[] = [];
  let survival = 1;
  for (const time of [...left.keys()].toSorted((a, b) => a - b)) {
    const ends = ended.get(time) ?? 0;
    if (ends > 0) {
      survival *= 1 - ends / atRisk;
      steps.push({ time, survival });
    }
    atRisk -= left.get(time) ?? 0;
  }
  return steps;
}

/**
 * The time by which the given share (0..1) of all cases has ended: 0.5 is the median. Null while that many have not ended,
 * which is an answer of its own: too many cases still last.
 */
export function survivalQuantile(steps: readonly SurvivalStep[], share: number): number | null {
  // The product of fractions carries rounding of the order of 1e-16 per step.
  const rest = 1 - share + 1e-9;
  return steps.find((step) => step.survival <= rest)?.time ?? null;
}
