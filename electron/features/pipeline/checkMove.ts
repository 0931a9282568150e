import type { pipelineContract } from '#shared/contract/pipeline.contract.ts';
import { previewMove } from '#shared/domain/pipeline/previewMove.ts';
import { err, ok } from '#shared/lib/result.ts';
import type { Handler } from '#electron/ipc/handler.ts';
import { judgeCriteria, loadMoveContexts } from './moveContext.ts';
import { createPlanner } from './planMove.ts';

/** What a move would meet, asked before it is made. A target outside the deal's process is not found. */
export const checkMove: Handler<typeof pipelineContract.checkMove> = (context, input) => {
  const planner = createPlanner(context.db, input);
  const found = loadMoveContexts(context.db, [input.opportunityId], context.now, planner.targetOf).get(
    input.opportunityId,
  );
  if (found === undefined) return err({ type: 'notFound', entity: 'opportunity', id: input.opportunityId });
  const planned = planner.plan(found.deal);
  if (planned === null) return err({ type: 'notFound', entity: 'stage', id: input.toStageId });
  const preview = previewMove({ ...planned.plan, criteria: judgeCriteria(found), now: context.now });
  if (!preview.ok) return err({ type: 'notFound', entity: 'stage', id: input.toStageId });
  return ok({ ...preview.value, items: [...preview.value.items] });
};
