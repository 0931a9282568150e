import { describe, expect, it } from 'vitest';
import { stageBenchmark } from '#shared/domain/funnel/stageBenchmark.ts';
import type { StageClass } from '#shared/contract/primitives.ts';

const all = (classes: StageClass[]) => classes.map((_, index) => stageBenchmark(classes, index));

describe('stageBenchmark', () => {
  it('asks 60, 40 and 30 percent of the typical process', () => {
    expect(all(['verify', 'engage', 'negotiate'])).toEqual([0.6, 0.4, 0.3]);
  });

  it('counts a proposal stage within the step from engage to negotiate', () => {
    expect(all(['verify', 'engage', 'propose', 'negotiate'])).toEqual([0.6, 0.4, null, 0.3]);
  });

  it('splits the benchmark of a class over its stages so that together they ask the same', () => {
    const [, first, second] = all(['verify', 'engage', 'engage', 'negotiate']);
    expect(first).toBe(second);
    expect((first ?? 0) * (second ?? 0)).toBeCloseTo(0.4, 12);
  });

  it('has none where the class is not followed by the one it speaks of', () => {
    expect(all(['verify', 'negotiate'])).toEqual([null, 0.3]);
    expect(all(['verify', 'engage'])).toEqual([0.6, null]);
  });
});
