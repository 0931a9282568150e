import type { ReadDb, WriteDb } from '#db/handles.ts';
import { cardBefore, cardsAfter, moveDealRows, topRank, type RankRow } from '#db/queries/pipeline/moveDeals.ts';
import { changeOpportunity } from '#db/repositories/opportunity.ts';
import { rankBetween, ranksBetween } from '#shared/lib/rank.ts';

/** One column's cards: a stage, or its forms in several versions, and the status they share. */
export interface CardColumn {
  readonly processId: string;
  readonly status: string;
  readonly stageIds: readonly string[];
}

/** Where a card is dropped: before one card, after another, or both; nothing = at the top. */
export interface DropPlace {
  /** The card that follows it. */
  readonly beforeId?: string | null | undefined;
  /** The card that precedes it. */
  readonly afterId?: string | null | undefined;
}

/** Longest run of cards with the same order that one drop spreads out. */
const LONGEST_RUN = 2000;

/**
 * The order key for a card dropped at a place. Neighbours that were moved elsewhere meanwhile are ignored; with none
 * left the card goes to the top. Cards that came in without an order of their own (an import) share one key: they are
 * spread out first, so that the drop lands where it was aimed.
 */
export function rankAt(db: WriteDb, column: CardColumn, place: DropPlace): string {
  const after = neighbour(db, column, place.afterId);
  const before = neighbour(db, column, place.beforeId);
  if (after !== undefined) {
    const next = cardsAfter(db, { ...column, stageId: after.stageId }, after, 1)[0];
    if (next?.rank === after.rank) spread(db, { ...column, stageId: after.stageId }, after);
    const following = before ?? next;
    const fresh = following === undefined ? null : rankOf(db, following.id);
    return rankBetween(rankOf(db, after.id), fresh);
  }
  if (before !== undefined) {
    const previous = cardBefore(db, { ...column, stageId: before.stageId }, before);
    if (previous === undefined) return rankBetween(null, before.rank);
    return rankAt(db, column, { afterId: previous.id, beforeId: before.id });
  }
  return rankBetween(null, topRank(db, column.processId, column.status, column.stageIds));
}

/** Keys for several cards that go to the top together, in their order. */
export function ranksAtTop(db: ReadDb, column: CardColumn, count: number): string[] {
  return ranksBetween(null, topRank(db, column.processId, column.status, column.stageIds), count);
}

type Neighbour = RankRow & { readonly stageId: string };

function neighbour(db: ReadDb, column: CardColumn, id: string | null | undefined): Neighbour | undefined {
  if (id === null || id === undefined) return undefined;
  const deal = moveDealRows(db, [id])[0];
  if (deal === undefined || deal.processId !== column.processId || deal.status !== column.status) return undefined;
  return column.stageIds.includes(deal.stageId) ? deal : undefined;
}

const rankOf = (db: ReadDb, id: string): string | null => moveDealRows(db, [id])[0]?.rank ?? null;

/** Gives the cards after `first` that share its key keys of their own, up to the next different one. */
function spread(
  db: WriteDb,
  column: { readonly processId: string; readonly status: string; readonly stageId: string },
  first: RankRow,
): void {
  const following = cardsAfter(db, column, first, LONGEST_RUN);
  const end = following.findIndex((card) => card.rank !== first.rank);
  const run = end < 0 ? following : following.slice(0, end);
  const keys = ranksBetween(first.rank, end < 0 ? null : (following[end]?.rank ?? null), run.length);
  for (const [index, card] of run.entries()) changeOpportunity(db, card.id, { rank: keys[index] });
}
