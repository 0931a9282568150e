import { describe, expect, it } from 'vitest';
import { kaplanMeier, survivalQuantile } from '#shared/lib/statistics/kaplanMeier.ts';

const ended = (length: number) => ({ length, ended: true });
const still = (length: number) => ({ length, ended: false });

describe('kaplanMeier', () => {
  it('reproduces the maintenance group of Embury et al. 1977 (acute myelogenous leukaemia, R survival::aml)', () => {
    const durations = [9, 13, 18, 23, 31, 34, 48].map(ended).concat([13, 28, 45, 161].map(still));
    const steps = kaplanMeier(durations).map((step) => [step.time, Math.round(step.survival * 1e4) / 1e4]);
    expect(steps).toEqual([
      [9, 0.9091],
      [13, 0.8182],
      [18, 0.7159],
      [23, 0.6136],
      [31, 0.4909],
      [34, 0.3682],
      [48, 0.1841],
    ]);
    expect(survivalQuantile(kaplanMeier(durations), 0.5)).toBe(31);
  });

  it('equals the plain share of what ended when nothing lasts', () => {
    const steps = kaplanMeier([1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map(ended));
    expect(survivalQuantile(steps, 0.5)).toBe(5);
    expect(survivalQuantile(steps, 0.8)).toBe(8);
  });

  it('has no median while fewer than half have ended', () => {
    expect(survivalQuantile(kaplanMeier([ended(3), still(40), still(50)]), 0.5)).toBeNull();
    expect(survivalQuantile(kaplanMeier([]), 0.5)).toBeNull();
  });

  it('shows a longer median when cases that still last are counted than when they are left out', () => {
    const done = [2, 4, 6, 8].map(ended);
    const lasting = [30, 40, 50].map(still);
    expect(survivalQuantile(kaplanMeier(done), 0.5)).toBe(4);
    expect(survivalQuantile(kaplanMeier([...done, ...lasting]), 0.5)).toBe(8);
  });

  it('refuses a negative duration', () => {
    expect(() => kaplanMeier([ended(-1)])).toThrow(RangeError);
  });
});
