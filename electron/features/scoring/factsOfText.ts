import { type DealFacts, readDealFacts } from '#shared/domain/scoring/deals/dealFacts.ts';

/** The facts that `packDealFacts` wrote. */
export function factsOfText(text: string): DealFacts {
  return readDealFacts(JSON.parse(text) as (string | number | null)[]);
}
