/**
 * A stream of repeatable random numbers: the same seed gives the same stream on every machine and in every version of
 * the program, which is why it is our own and not the engine's. For sample data only, never for ids or secrets of real
 * work. Algorithm: sfc32 (Chris Doty-Humphrey, PractRand), seeded through a 32-bit string hash.
 */
export interface Prng {
  /** Uniform in 0 (included) .. 1 (excluded). */
  next(): number;
  /** A whole number in 0..2^32-1. */
  uint32(): number;
  /** A whole number in low..high, both included. */
  int(low: number, high: number): number;
  /** True with the given probability. */
  chance(probability: number): boolean;
  /** One of the items; throws a RangeError for an empty list. */
  pick<T>(items: readonly T[]): T;
  /** Index drawn in proportion to the weights, which must not all be zero. */
  weighted(weights: readonly number[]): number;
  /** Standard normal deviate (Box–Muller, one value per call). */
  normal(): number;
  /** A Poisson count with the given mean; meant for means below 30. */
  poisson(mean: number): number;
  /** A new list in random order. */
  shuffle<T>(items: readonly T[]): T[];
}

/** Starts a stream. `label` splits one seed into independent streams, so that adding one part leaves others as they were. */
export function createPrng(seed: number, label = ''): Prng {
  const next32 = sfc32(`${seed}/${label}`);
  const next = (): number => next32() / 4_294_967_296;
  const int = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  return {
    next,
    uint32: next32,
    int,
    chance: (probability) => next() < probability,
    pick: (items) => {
      if (items.length === 0) throw new RangeError('Nothing to pick from');
      return items[Math.floor(next() * items.length)] as (typeof items)[number];
    },
    weighted: (weights) => drawIndex(weights, next()),
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
    poisson: (mean) => drawPoisson(mean, next),
    shuffle: (items) => {
      const result = [...items];
      for (let last = result.length - 1; last > 0; last -= 1) {
        const other = int(0, last);
        [result[last], result[other]] = [result[other]!, result[last]!];
      }
      return result;
    },
  };
}

function drawIndex(weights: readonly number[], uniform: number): number {
  let rest = uniform * weights.reduce((sum, weight) => sum + weight, 0);
  for (let index = 0; index < weights.length; index += 1) {
    rest -= weights[index]!;
    if (rest < 0) return index;
  }
  return weights.length - 1;
}

function drawPoisson(mean: number, next: () => number): number {
  const limit = Math.exp(-mean);
  let count = 0;
  for (let product = next(); product > limit; product *= next()) count += 1;
  return count;
}

function sfc32(text: string): () => number {
  let [a, b, c, counter] = [hash32(text, 0x9e3779b9), hash32(text, 0x243f6a88), hash32(text, 0xb7e15162), 1];
  const step = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return sum >>> 0;
  };
  // The first outputs still show the seed; 15 rounds are what the author recommends.
  for (let round = 0; round < 15; round += 1) step();
  return step;
}

function hash32(text: string, start: number): number {
  let hash = start;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x85ebca6b);
    hash = (hash << 13) | (hash >>> 19);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0xc2b2ae35);
  return (hash ^ (hash >>> 13)) | 0;
}
