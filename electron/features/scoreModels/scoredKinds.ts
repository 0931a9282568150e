import type { ReadDb } from '#db/handles.ts';
import { dealColumns } from '#shared/domain/scoring/deals/dealFeatures.ts';
import { DealFold } from '#shared/domain/scoring/deals/dealFold.ts';
import { type DealFacts, readDealFacts } from '#shared/domain/scoring/deals/dealFacts.ts';
import type { LearningColumn } from '#shared/domain/scoring/learning/learningTypes.ts';
import { leadColumns } from '#shared/domain/scoring/leads/leadFeatures.ts';
import { LeadFold } from '#shared/domain/scoring/leads/leadFold.ts';
import { type LeadFacts, readLeadFacts } from '#shared/domain/scoring/leads/leadFacts.ts';
import type { ModelKind } from '#shared/contract/scoreModel.contract.ts';
import { readDeals } from '../scoring/readDeals.ts';
import { readLeads } from '../scoring/readLeads.ts';

/** A record's life as a check needs it. */
export interface ScoredLife<Facts> {
  readonly id: string;
  readonly createdAt: number;
  readonly endedAt: number | null;
  readonly positive: boolean;
  /** What was known of it at a moment, epoch ms. */
  readonly factsAt: (moment: number) => Facts;
}

/** How records of a kind are read and turned into columns. */
export interface ScoredKindOf<Facts> {
  readonly read: (db: ReadDb, ids: readonly string[]) => ScoredLife<Facts>[];
  readonly unpack: (text: string) => Facts;
  readonly columns: (facts: readonly Facts[], asOf: number | readonly number[]) => LearningColumn[];
}

interface Fold<Event, Facts> {
  add(event: Event): void;
  facts(): Facts;
}

function factsUpTo<Event extends { readonly at: number }, Facts>(
  fold: Fold<Event, Facts>,
  events: readonly Event[],
  moment: number,
): Facts {
  for (const event of events) {
    if (event.at > moment) break;
    fold.add(event);
  }
  return fold.facts();
}

const stored = (text: string) => JSON.parse(text) as readonly (string | number | null)[];

const deals: ScoredKindOf<DealFacts> = {
  read: (db, ids) =>
    readDeals(db, ids).map(({ id, status, closedAt, constants, events }) => ({
      id,
      createdAt: constants.createdAt,
      endedAt: closedAt,
      positive: status === 'won',
      factsAt: (moment) => factsUpTo(new DealFold(constants), events, moment),
    })),
  unpack: (text) => readDealFacts(stored(text)),
  columns: dealColumns,
};

const leads: ScoredKindOf<LeadFacts> = {
  read: (db, ids) =>
    readLeads(db, ids).map(({ id, status, endedAt, constants, events }) => ({
      id,
      createdAt: constants.createdAt,
      endedAt,
      positive: status === 'converted',
      factsAt: (moment) => factsUpTo(new LeadFold(constants), events, moment),
    })),
  unpack: (text) => readLeadFacts(stored(text)),
  columns: leadColumns,
};

/** Runs with the way of a kind. */
export const withKind = <Result>(kind: ModelKind, run: <Facts>(way: ScoredKindOf<Facts>) => Result): Result =>
  kind === 'deal' ? run(deals) : run(leads);
