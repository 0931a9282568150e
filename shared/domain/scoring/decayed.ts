/** A sum that halves by a fixed time; kept with the instant it is valid at, so that it decays exactly to any later one. */
export interface Decayed {
  readonly value: number;
  /** Epoch ms. */
  readonly at: number;
}

/** What is left of it at a later instant. */
export function decayedTo({ value, at }: Decayed, to: number, halfLifeMs: number): number {
  return value * 2 ** (-Math.max(0, to - at) / halfLifeMs);
}

/** The sum after one more at this instant, which is not before the last one. */
export function addDecayed(sum: Decayed, at: number, halfLifeMs: number, amount = 1): Decayed {
  return { value: decayedTo(sum, at, halfLifeMs) + amount, at };
}
