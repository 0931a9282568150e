import type { WriteDb } from '#db/handles.ts';
import { criterionProcess } from '#db/queries/pipeline/criterionProcess.ts';
import { moveDealRows } from '#db/queries/pipeline/moveDeals.ts';
import { giveProof, withdrawProof } from '#db/repositories/criterionEvidence.ts';
import type { CommonError } from '#shared/contract/operation.ts';
import type { pipelineContract } from '#shared/contract/pipeline.contract.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import type { Handler } from '#electron/ipc/handler.ts';
import { actor } from './applyMove.ts';

/** Proves a criterion of the deal's process without moving, also one of a stage to come. */
export const giveEvidence: Handler<typeof pipelineContract.giveEvidence> = (context, input) =>
  context.write('pipeline.giveEvidence', (db) => {
    const known = check(db, input);
    if (!known.ok) return known;
    giveProof(db, {
      ...input,
      id: context.newId(),
      at: context.now,
      byId: actor(context),
    });
    return ok({});
  });

/** Takes a proof back. */
export const withdrawEvidence: Handler<typeof pipelineContract.withdrawEvidence> = (context, input) =>
  context.write('pipeline.withdrawEvidence', (db) => {
    const known = check(db, input);
    if (!known.ok) return known;
    if (withdrawProof(db, input.opportunityId, input.criterionId, context.now)) return ok({});
    return err({ type: 'notFound', entity: 'criterionEvidence', id: input.criterionId });
  });

function check(
  db: WriteDb,
  input: { readonly opportunityId: string; readonly criterionId: string },
): Result<null, CommonError> {
  const deal = moveDealRows(db, [input.opportunityId])[0];
  if (deal === undefined) return err({ type: 'notFound', entity: 'opportunity', id: input.opportunityId });
  if (criterionProcess(db, input.criterionId) === deal.processId) return ok(null);
  return err({ type: 'notFound', entity: 'stageCriterion', id: input.criterionId });
}
