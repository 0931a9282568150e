import type { DealCard } from '#shared/contract/pipeline.contract.ts';
import type { ColumnHandle } from './BoardColumnView.tsx';

/**
 * The card that a key leads to: up and down within the column, sideways to the card at the same height in the next column
 * that has any, Home and End to the column's ends. Undefined where the key means nothing or nothing lies there.
 */
export function neighbourOf(key: string, card: DealCard, columns: readonly ColumnHandle[]): DealCard | undefined {
  const at = columns.findIndex(({ stage }) => stage.id === card.stageId);
  const cards = columns[at]?.cards() ?? [];
  const index = cards.findIndex(({ id }) => id === card.id);
  switch (key) {
    case 'ArrowUp':
      return cards[index - 1];
    case 'ArrowDown':
      return cards[index + 1];
    case 'Home':
      return cards[0];
    case 'End':
      return cards.at(-1);
    case 'PageUp':
      return cards[Math.max(0, index - 4)];
    case 'PageDown':
      return cards[Math.min(cards.length - 1, index + 4)];
    case 'ArrowLeft':
      return beside(columns.slice(0, Math.max(0, at)).toReversed(), index);
    case 'ArrowRight':
      return beside(columns.slice(at + 1), index);
    default:
      return undefined;
  }
}

function beside(columns: readonly ColumnHandle[], index: number): DealCard | undefined {
  const column = columns.find((candidate) => candidate.cards().length > 0);
  if (!column) return undefined;
  const cards = column.cards();
  const middle = column.stack()?.middle() ?? 0;
  // Near its own place where that is on screen, otherwise what is: the view should not leap.
  const near = Math.abs(middle - index) <= 3 ? index : middle;
  return cards[Math.min(near, cards.length - 1)];
}
