import { createHash } from 'node:crypto';
import type { ReadDb } from '#db/handles.ts';
import { INPUT_HASH_BYTES } from '#db/queries/scoring/scorePages.ts';
import type { ScoredKind } from '#db/queries/scoring/scoredRecords.ts';
import type { FoldedInput } from '#db/repositories/scoreInputs.ts';
import { packDealFacts } from '#shared/domain/scoring/deals/dealFacts.ts';
import { DealFold } from '#shared/domain/scoring/deals/dealFold.ts';
import { packLeadFacts } from '#shared/domain/scoring/leads/leadFacts.ts';
import { LeadFold } from '#shared/domain/scoring/leads/leadFold.ts';
import { readDeals } from './readDeals.ts';
import { readLeads } from './readLeads.ts';

/** The facts of these records as of now, from everything that is known of them. */
export function foldRecords(db: ReadDb, kind: ScoredKind, ids: readonly string[], now: number): FoldedInput[] {
  if (ids.length === 0) return [];
  if (kind === 'deal') {
    return readDeals(db, ids).map(({ id, constants, events }) => {
      const fold = new DealFold(constants);
      const dueAt = foldUpTo(fold, events, now);
      return { id, dueAt, ...hashed(packDealFacts(fold.facts())) };
    });
  }
  return readLeads(db, ids).map(({ id, constants, events }) => {
    const fold = new LeadFold(constants);
    const dueAt = foldUpTo(fold, events, now);
    return { id, dueAt, ...hashed(packLeadFacts(fold.facts())) };
  });
}

/** Adds what has happened by now; returns when the first of what is entered for later will have. */
function foldUpTo<Event extends { readonly at: number }>(
  fold: { add(event: Event): void },
  ordered: readonly Event[],
  now: number,
): number | null {
  for (const event of ordered) {
    if (event.at > now) return event.at;
    fold.add(event);
  }
  return null;
}

const hashed = (facts: string): { facts: string; hash: string } => ({
  facts,
  hash: createHash('sha256')
    .update(facts)
    .digest('hex')
    .slice(0, INPUT_HASH_BYTES * 2),
});
