import { columnCards } from '#db/queries/pipeline/boardColumn.ts';
import type { pipelineContract } from '#shared/contract/pipeline.contract.ts';
import { err, ok } from '#shared/lib/result.ts';
import type { Handler } from '#electron/ipc/handler.ts';
import { boardProcess } from './boardStages.ts';
import { decodeCursor, encodeCursor } from './cardCursor.ts';
import { loadDealCards } from './dealCards.ts';
import { resolveFilter } from './resolveFilter.ts';

/** The next cards of one column, after the place that the board or the page before named. */
export const column: Handler<typeof pipelineContract.column> = (context, input) => {
  const process = boardProcess(context.db, input.processId);
  const stages = process?.columnOf(input.stageId);
  if (process === undefined || stages === undefined)
    return err({ type: 'notFound', entity: 'stage', id: input.stageId });
  const after = input.cursor === null ? null : decodeCursor(input.cursor);
  if (input.cursor !== null && after === null)
    return err({ type: 'invalidInput', issues: [{ path: 'cursor', message: 'cursor' }] });
  const filter = resolveFilter(context, input.filter, {
    processIds: [input.processId],
    stageIds: stages.ids,
    stages: process.stages.values(),
  });
  const positions = columnCards(context.db, filter, input.sort, after, input.limit);
  const page = positions.slice(0, input.limit);
  const last = page.at(-1);
  const cards = loadDealCards(
    context,
    page.map((position) => position.id),
  );
  return ok({
    cards: cards.map((card) => ({ ...card, stageId: stages.stage.id })),
    nextCursor: last !== undefined && positions.length > input.limit ? encodeCursor(last) : null,
  });
};
