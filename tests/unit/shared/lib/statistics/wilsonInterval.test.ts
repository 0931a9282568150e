import { describe, expect, it } from 'vitest';
import { wilsonInterval } from '#shared/lib/statistics/wilsonInterval.ts';

const percent = (share: number) => Math.round(share * 1000) / 10;

describe('wilsonInterval', () => {
  it.each([
    [2, 10, 5.7, 51.0],
    [4, 20, 8.1, 41.6],
    [6, 30, 9.5, 37.3],
    [8, 40, 10.5, 34.8],
    [20, 100, 13.3, 28.9],
  ])('gives %i of %i its published 95 percent interval', (successes, trials, low, high) => {
    const interval = wilsonInterval(successes, trials);
    expect([percent(interval?.low ?? -1), percent(interval?.high ?? -1)]).toEqual([low, high]);
  });

  it('has nothing to say without trials', () => {
    expect(wilsonInterval(0, 0)).toBeNull();
  });

  it('ends exactly at 0 and at 1 when nothing or everything succeeded', () => {
    expect(wilsonInterval(0, 7)?.low).toBe(0);
    expect(wilsonInterval(7, 7)?.high).toBe(1);
    expect(wilsonInterval(0, 7)?.high).toBeGreaterThan(0.3);
  });

  it('refuses more successes than trials', () => {
    expect(() => wilsonInterval(3, 2)).toThrow(RangeError);
    expect(() => wilsonInterval(0.5, 2)).toThrow(RangeError);
  });
});
