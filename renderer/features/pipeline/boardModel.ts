import type { OutputOf } from '#shared/contract/operation.ts';
import type { BoardColumn, DealCard, ExpectedBy, pipelineContract, Stage } from '#shared/contract/pipeline.contract.ts';
import type { MoneySum } from '#shared/contract/primitives.ts';
import { expectedAmount, minor } from '#shared/lib/money.ts';

export type BoardData = OutputOf<typeof pipelineContract.board>;
export type BoardTotals = Pick<BoardData, 'totals' | 'count'>;

/** A card on its way: as it will be, and between which cards it was put. */
export interface CardMove {
  /** The card as it was before. */
  readonly before: DealCard;
  /** The card afterwards; null when it leaves the board (won, lost, paused while only open ones are shown). */
  readonly after: DealCard | null;
  /** Column of the card before, for sums. */
  readonly fromStage: Stage | undefined;
  readonly toStage: Stage | undefined;
  /** Card above the new place; null for the top; undefined where the column has an order of its own. */
  readonly aboveId: string | null | undefined;
}

/** A column after a move. A column that shows the move already stays as it is. */
export function columnAfter(column: BoardColumn, move: CardMove, by: ExpectedBy): BoardColumn {
  const { before, after } = move;
  const has = column.cards.some(({ id }) => id === before.id);
  const leaves = column.stageId === before.stageId && has;
  const enters = after !== null && column.stageId === after.stageId && (!has || leaves);
  let next = column;
  if (leaves) {
    next = {
      ...next,
      cards: next.cards.filter(({ id }) => id !== before.id),
      count: next.count - 1,
      overdueCount: next.overdueCount - (before.daysOver === null ? 0 : 1),
      sums: addTo(next.sums, before, move.fromStage, by, -1),
    };
  }
  if (enters) {
    next = {
      ...next,
      // A reordered card keeps its place in the sums because it left them just above.
      cards: insertCard(next.cards, after, move.aboveId, next.nextCursor === null),
      count: next.count + 1,
      overdueCount: next.overdueCount + (after.daysOver === null ? 0 : 1),
      sums: addTo(next.sums, after, move.toStage, by, 1),
    };
  }
  return next;
}

/** Count and sums of the whole board after a move; unchanged where the board shows the move already. */
export function totalsAfter(
  board: BoardTotals,
  columns: readonly BoardColumn[],
  move: CardMove,
  by: ExpectedBy,
): BoardTotals {
  const { before, after } = move;
  const from = columns.find(({ stageId }) => stageId === before.stageId);
  if (!from?.cards.some(({ id }) => id === before.id)) return board;
  const without = addTo(board.totals, before, move.fromStage, by, -1);
  return {
    totals: after === null ? without : addTo(without, after, move.toStage, by, 1),
    count: board.count + (after === null ? -1 : 0),
  };
}

/** Puts a card below the named one. Without a place it goes to the top, where it can be seen. */
export function insertCard(
  cards: readonly DealCard[],
  card: DealCard,
  aboveId: string | null | undefined,
  complete: boolean,
): DealCard[] {
  const others = cards.filter(({ id }) => id !== card.id);
  if (aboveId === undefined || aboveId === null) return [card, ...others];
  const above = others.findIndex(({ id }) => id === aboveId);
  // The card above is not loaded: this one is not either, unless the column is at its end.
  if (above < 0) return complete ? [...others, card] : others;
  return [...others.slice(0, above + 1), card, ...others.slice(above + 1)];
}

/** Win rate of a card by one of the three; null where unknown. */
export function rateOf(card: DealCard, stage: Stage | undefined, by: ExpectedBy): number | null {
  if (by === 'own') return card.ownWinRate;
  if (by === 'model') return card.modelWinRate;
  return stage === undefined ? card.stageWinRate : stage.winRateMille / 1000;
}

function addTo(
  sums: readonly MoneySum[],
  card: DealCard,
  stage: Stage | undefined,
  by: ExpectedBy,
  sign: 1 | -1,
): MoneySum[] {
  const amount = card.amountMinor ?? 0;
  const rate = rateOf(card, stage, by);
  const expected = rate === null ? 0 : expectedAmount(minor(amount), rate);
  const known = sums.some(({ currency }) => currency === card.currency);
  const base = known
    ? sums
    : [...sums, { currency: card.currency, amountMinor: 0, expectedMinor: 0, count: 0, unrated: 0 } satisfies MoneySum];
  return base.map((sum) =>
    sum.currency === card.currency
      ? {
          ...sum,
          amountMinor: sum.amountMinor + sign * amount,
          expectedMinor: sum.expectedMinor + sign * expected,
          count: sum.count + sign,
          unrated: sum.unrated + (rate === null ? sign : 0),
        }
      : sum,
  );
}

/** The first stage from which C139 is asked for; its zone has a colour from there on. */
export function c139From(stages: readonly Stage[]): number {
  const positions = stages.filter(({ requiresC139 }) => requiresC139).map(({ position }) => position);
  return positions.length === 0 ? Infinity : Math.min(...positions);
}
