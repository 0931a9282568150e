import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRank, rankBetween, ranksBetween } from '#shared/lib/rank.ts';

const bytes = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));

describe('the order of cards', () => {
  it('holds for any sequence of inserts: every key lies strictly between its neighbours', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 200 }), (places) => {
        const column: string[] = [];
        for (const place of places) {
          const at = place % (column.length + 1);
          column.splice(at, 0, rankBetween(column[at - 1] ?? null, column[at] ?? null));
        }
        expect(new Set(column).size).toBe(column.length);
        // SQLite compares bytes, so that order counts.
        expect([...column].toSorted(bytes)).toEqual(column);
      }),
    );
  });

  it('never repeats a key in 10,000 inserts at one place, and keys stay short at the ends of a column', () => {
    for (const side of ['top', 'bottom'] as const) {
      const keys = new Set<string>();
      let edge: string | null = null;
      for (let count = 0; count < 10_000; count += 1) {
        edge = side === 'top' ? rankBetween(null, edge) : rankBetween(edge, null);
        keys.add(edge);
      }
      expect(keys.size).toBe(10_000);
      expect(Math.max(...[...keys].map((key) => key.length))).toBeLessThanOrEqual(5);
    }
  });

  it('grows by at most a character for every five inserts into one gap', () => {
    const low = 'a0';
    let high = 'a1';
    const keys = new Set<string>();
    for (let count = 0; count < 10_000; count += 1) {
      high = rankBetween(low, high);
      keys.add(high);
    }
    expect(keys.size).toBe(10_000);
    expect(high.length).toBeLessThanOrEqual(2 + 10_000 / 5);
  });

  it('makes many keys at once in order and between the bounds', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 500 }), (count) => {
        const keys = ranksBetween('a0', 'a1', count);
        expect(keys).toHaveLength(count);
        expect([...new Set(keys)].toSorted(bytes)).toEqual(keys);
        for (const key of keys) expect(bytes('a0', key) < 0 && bytes(key, 'a1') < 0).toBe(true);
      }),
    );
  });

  it('gives a usable key beside neighbours that are equal, reversed or of foreign make', () => {
    fc.assert(
      fc.property(fc.option(fc.string()), fc.option(fc.string()), (before, after) => {
        const key = rankBetween(before, after);
        expect(isRank(key)).toBe(true);
        if (isRank(before)) expect(bytes(before, key)).toBeLessThan(0);
      }),
    );
    expect(rankBetween('a0', 'a0') > 'a0').toBe(true);
    expect(rankBetween('a5', 'a2') > 'a5').toBe(true);
  });
});
