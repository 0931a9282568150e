import type { DealCard } from '#shared/contract/pipeline.contract.ts';
import { boardProcess } from './boardStages.ts';
import { loadDealCards, type CardContext } from './dealCards.ts';
import { cardRows } from '#db/queries/pipeline/dealCards.ts';

/** One card as its board shows it: naming the column's stage, also when the deal runs in an older version. */
export function loadBoardCard(context: CardContext, id: string): DealCard | undefined {
  const card = loadDealCards(context, [id])[0];
  const processId = cardRows(context.db, [id])[0]?.processId;
  if (card === undefined || processId === null || processId === undefined) return card;
  const column = boardProcess(context.db, processId)?.columnOf(card.stageId);
  return column === undefined ? card : { ...card, stageId: column.stage.id };
}
