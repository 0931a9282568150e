import type { DealCard } from '#shared/contract/pipeline.contract.ts';

/** What deals add up to, per currency, the most frequent one first. */
export function sumsOf(
  deals: readonly Pick<DealCard, 'amountMinor' | 'currency'>[],
): readonly { readonly currency: string; readonly amountMinor: number; readonly count: number }[] {
  const sums = new Map<string, { currency: string; amountMinor: number; count: number }>();
  for (const { amountMinor, currency } of deals) {
    const sum = sums.get(currency) ?? { currency, amountMinor: 0, count: 0 };
    sums.set(currency, { currency, amountMinor: sum.amountMinor + (amountMinor ?? 0), count: sum.count + 1 });
  }
  return [...sums.values()].toSorted((a, b) => b.count - a.count);
}
