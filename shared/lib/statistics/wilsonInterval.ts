/** Two-sided 95 % of the standard normal distribution. */
const Z95 = 1.959963984540054;

/** A range of shares, both ends in 0..1. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * The 95 % score interval of a share seen as `successes` of `trials`; stays within 0..1 and is honest for small samples.
 * Null without trials. Throws a RangeError for counts that are not whole or for more successes than trials.
 * Source: E. B. Wilson, JASA 22 (1927) 209-212.
 */
export function wilsonInterval(successes: number, trials: number): Interval | null {
  if (!Number.isInteger(successes) || !Number.isInteger(trials) || successes < 0 || successes > trials) {
    throw new RangeError(`Not a count of successes: ${successes} of ${trials}`);
  }
  if (trials === 0) return null;
  const share = successes / trials;
  const z2 = Z95 * Z95;
  const scale = 1 + z2 / trials;
  const centre = (share + z2 / (2 * trials)) / scale;
  const half = (Z95 * Math.sqrt((share * (1 - share)) / trials + z2 / (4 * trials * trials))) / scale;
  // At 0 and at 1 the formula ends exactly there; rounding must not push it past.
  return {
    low: successes === 0 ? 0 : Math.max(0, centre - half),
    high: successes === trials ? 1 : Math.min(1, centre + half),
  };
}
