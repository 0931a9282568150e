import { describe, expect, it } from 'vitest';
import { calibratedCounts, calibratedValue, latestJudgements } from '#shared/domain/c139/calibrate.ts';
import { compareCounts, zoneOf } from '#shared/domain/c139/zone.ts';

const zone = (wins: number, firsts: number, clears: number) => zoneOf({ wins, firsts, clears });

describe('the zone of a deal', () => {
  it('puts the four published border points where a dictionary order of (W, F, C) puts them', () => {
    expect(zone(0, 2, 6)).toBe('lose');
    expect(zone(0, 2, 7)).toBe('shaking');
    expect(zone(0, 3, 0)).toBe('shaking');
    expect(zone(1, 0, 9)).toBe('shaking');
  });

  it('agrees with the worked cases', () => {
    expect(zone(1, 1, 6)).toBe('win');
    expect(zone(1, 1, 5)).toBe('shaking');
    expect(zone(1, 3, 9)).toBe('win');
    expect(zone(0, 0, 0)).toBe('lose');
  });

  it('never gets worse when one more element becomes true', () => {
    const order = ['lose', 'shaking', 'win'];
    for (let w = 0; w <= 1; w += 1)
      for (let f = 0; f <= 3; f += 1)
        for (let c = 0; c <= 9; c += 1) {
          const here = order.indexOf(zone(w, f, c));
          if (c < 9) expect(order.indexOf(zone(w, f, c + 1))).toBeGreaterThanOrEqual(here);
          if (f < 3) expect(order.indexOf(zone(w, f + 1, c))).toBeGreaterThanOrEqual(here);
          if (w < 1) expect(order.indexOf(zone(1, f, c))).toBeGreaterThanOrEqual(here);
        }
  });

  it('compares the decision before the firsts and the firsts before what is clear', () => {
    expect(compareCounts({ wins: 1, firsts: 0, clears: 0 }, { wins: 0, firsts: 3, clears: 9 })).toBeGreaterThan(0);
    expect(compareCounts({ wins: 0, firsts: 1, clears: 0 }, { wins: 0, firsts: 0, clears: 9 })).toBeGreaterThan(0);
  });
});

describe('calibration by coaches', () => {
  const judged = latestJudgements([
    { code: 'C1', judge: 'self', value: 1, at: 1 },
    { code: 'C1', judge: 'coach', value: 0, at: 2 },
    { code: 'C2', judge: 'self', value: 0, at: 1 },
    { code: 'C2', judge: 'self', value: 1, at: 3 },
    { code: 'F1', judge: 'coach', value: 1, at: 1 },
    { code: 'F1', judge: 'coach', value: null, at: 2 },
    { code: 'F1', judge: 'self', value: 1, at: 1 },
    { code: 'W1', judge: 'coach', value: 1, at: 5 },
    { code: 'W1', judge: 'coach', value: 0, at: 4 },
  ]);
  const element = (code: string) => judged.find((one) => one.code === code) as (typeof judged)[number];

  it('takes the newest coach value and otherwise the seller’s own', () => {
    expect(element('C1')).toEqual({ code: 'C1', self: 1, coach: 0 });
    expect(calibratedValue(element('C1'))).toBe(0);
    expect(calibratedValue(element('C2'))).toBe(1);
    expect(calibratedValue(element('W1'))).toBe(1);
  });

  it('falls back to the seller’s own value when the coach takes a judgement back', () => {
    expect(element('F1')).toEqual({ code: 'F1', self: 1, coach: null });
    expect(calibratedValue(element('F1'))).toBe(1);
  });

  it('counts what is true after calibration and says nothing when nobody judged', () => {
    expect(calibratedCounts(judged)).toEqual({ wins: 1, firsts: 1, clears: 1 });
    expect(calibratedCounts(latestJudgements([]))).toBeNull();
    expect(calibratedCounts(latestJudgements([{ code: 'C1', judge: 'self', value: null, at: 1 }]))).toBeNull();
  });
});
