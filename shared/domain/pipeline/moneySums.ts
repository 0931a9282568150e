import type { MoneySum } from '../../contract/primitives.ts';
import { expectedAmount, minor } from '../../lib/money.ts';

/** Deals of one stage and currency, added up by the database. */
export interface StageSum {
  readonly stageId: string;
  readonly currency: string;
  readonly count: number;
  readonly amountMinor: number;
  /** Σ amount × another win rate; null or left out = weigh the sum by the stage's. */
  readonly weightedMinor?: number | null;
  /** How many of `count` have no such win rate; every stage has one. */
  readonly unrated?: number;
}

/**
 * Adds groups up per currency, `home` first, then by code. The expected amount is rounded once per stage and currency,
 * so a total over several stages equals the sum of what the columns show, to the minor unit.
 */
export function moneySums(
  groups: Iterable<StageSum>,
  winRateMilleOf: (stageId: string) => number,
  home: string,
): MoneySum[] {
  const sums = new Map<string, Omit<MoneySum, 'currency'>>();
  for (const group of groups) {
    const sum = sums.get(group.currency) ?? { amountMinor: 0, expectedMinor: 0, count: 0, unrated: 0 };
    const amountMinor = bounded(group.amountMinor);
    sum.amountMinor = bounded(sum.amountMinor + amountMinor);
    const weighted = group.weightedMinor ?? expectedAmount(minor(amountMinor), winRateMilleOf(group.stageId) / 1000);
    sum.expectedMinor = bounded(sum.expectedMinor + weighted);
    sum.count += group.count;
    sum.unrated += group.unrated ?? 0;
    sums.set(group.currency, sum);
  }
  return [...sums]
    .map(([currency, sum]) => ({ currency, ...sum }))
    .toSorted(
      (a, b) => Number(b.currency === home) - Number(a.currency === home) || (a.currency < b.currency ? -1 : 1),
    );
}

/** Absurd imported amounts must not take the whole board down: sums stop at the largest exact integer. */
const bounded = (sum: number): number =>
  Math.max(-Number.MAX_SAFE_INTEGER, Math.min(Number.MAX_SAFE_INTEGER, Math.round(sum)));
