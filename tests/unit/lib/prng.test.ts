import { describe, expect, it } from 'vitest';
import { createPrng } from '#shared/lib/prng.ts';

const draws = (seed: number, label = '', count = 2000): number[] => {
  const prng = createPrng(seed, label);
  return Array.from({ length: count }, () => prng.next());
};
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('repeatable random numbers', () => {
  it('gives the same stream for the same seed and label, and the stream never changes between versions', () => {
    expect(draws(7, 'a')).toEqual(draws(7, 'a'));
    const prng = createPrng(1, 'pinned');
    expect([prng.uint32(), prng.uint32(), prng.uint32()]).toEqual([3_879_379_317, 2_013_182_651, 2_930_122_481]);
  });

  it('gives another stream for another seed and for another label', () => {
    expect(draws(7, 'a')).not.toEqual(draws(8, 'a'));
    expect(draws(7, 'a')).not.toEqual(draws(7, 'b'));
  });

  it('spreads evenly over 0..1', () => {
    const values = draws(3, '', 20_000);
    expect(Math.min(...values)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...values)).toBeLessThan(1);
    expect(mean(values)).toBeCloseTo(0.5, 1);
    for (let tenth = 0; tenth < 10; tenth += 1) {
      const share = values.filter((value) => Math.floor(value * 10) === tenth).length / values.length;
      expect(share).toBeGreaterThan(0.085);
      expect(share).toBeLessThan(0.115);
    }
  });

  it('draws whole numbers with both ends and picks every item', () => {
    const prng = createPrng(5);
    const seen = new Set(Array.from({ length: 500 }, () => prng.int(-1, 2)));
    expect([...seen].toSorted((a, b) => a - b)).toEqual([-1, 0, 1, 2]);
    expect(new Set(Array.from({ length: 200 }, () => prng.pick(['a', 'b', 'c']))).size).toBe(3);
    expect(() => prng.pick([])).toThrow(RangeError);
  });

  it('draws in proportion to weights and never what weighs nothing', () => {
    const prng = createPrng(9);
    const counts = [0, 0, 0];
    for (let index = 0; index < 6000; index += 1) counts[prng.weighted([3, 0, 1])]! += 1;
    expect(counts[1]).toBe(0);
    expect(counts[0]! / counts[2]!).toBeGreaterThan(2.6);
    expect(counts[0]! / counts[2]!).toBeLessThan(3.4);
  });

  it('has normal deviates about zero and one wide, and Poisson counts about their mean', () => {
    const prng = createPrng(11);
    const normal = Array.from({ length: 20_000 }, () => prng.normal());
    expect(Math.abs(mean(normal))).toBeLessThan(0.03);
    expect(mean(normal.map((value) => value * value))).toBeCloseTo(1, 1);
    expect(mean(Array.from({ length: 20_000 }, () => prng.poisson(2.5)))).toBeCloseTo(2.5, 1);
  });

  it('shuffles without losing anything', () => {
    const items = Array.from({ length: 50 }, (_, index) => index);
    const shuffled = createPrng(2).shuffle(items);
    expect(shuffled).not.toEqual(items);
    expect(shuffled.toSorted((a, b) => a - b)).toEqual(items);
  });
});
