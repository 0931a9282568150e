import { moveDealRows } from '#db/queries/pipeline/moveDeals.ts';
import { changeOpportunity } from '#db/repositories/opportunity.ts';
import type { pipelineContract } from '#shared/contract/pipeline.contract.ts';
import { err, ok } from '#shared/lib/result.ts';
import type { Handler } from '#electron/ipc/handler.ts';
import { boardProcess } from './boardStages.ts';
import { rankAt } from './cardPlace.ts';

/** Puts a card at another place of its own column: between the one after which and the one before which it was dropped. */
export const reorder: Handler<typeof pipelineContract.reorder> = (context, input) =>
  context.write('pipeline.reorder', (db) => {
    const deal = moveDealRows(db, [input.opportunityId])[0];
    if (deal === undefined) return err({ type: 'notFound', entity: 'opportunity', id: input.opportunityId });
    const stageIds = boardProcess(db, deal.processId)?.columnOf(deal.stageId)?.ids ?? [deal.stageId];
    const rank = rankAt(db, { processId: deal.processId, status: deal.status, stageIds }, input);
    changeOpportunity(db, deal.id, { rank });
    return ok({ rank });
  });
