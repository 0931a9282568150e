import type { WriteDb } from '#db/handles.ts';
import { type StoredCriterion, criterionById } from '#db/queries/pipeline/criterionById.ts';
import { moveDealRows } from '#db/queries/pipeline/moveDeals.ts';
import { withdrawProof } from '#db/repositories/criterionEvidence.ts';
import type { CommonError } from '#shared/contract/operation.ts';
import type { pipelineContract } from '#shared/contract/pipeline.contract.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import type { Answer, Handler } from '#electron/ipc/handler.ts';
import { mayProve, signOrProve } from './signOrProve.ts';

/** Proves a criterion of the deal's process without moving, also one of a stage to come. */
export const giveEvidence: Handler<typeof pipelineContract.giveEvidence> = (context, input) =>
  context.write('pipeline.giveEvidence', (db): Answer<typeof pipelineContract.giveEvidence> => {
    const known = criterionOfDeal(db, input);
    if (!known.ok) return known;
    const { opportunityId, note } = input;
    const proven = signOrProve(context, db, { opportunityId, criterion: known.value, note });
    return proven.ok ? ok({}) : proven;
  });

/** Takes a proof back; a signature only by somebody who may sign. */
export const withdrawEvidence: Handler<typeof pipelineContract.withdrawEvidence> = (context, input) =>
  context.write('pipeline.withdrawEvidence', (db): Answer<typeof pipelineContract.withdrawEvidence> => {
    const known = criterionOfDeal(db, input);
    if (!known.ok) return known;
    if (!mayProve(context, known.value)) return err({ type: 'forbidden', reason: 'signOff' });
    if (withdrawProof(db, input.opportunityId, input.criterionId, context.now)) return ok({});
    return err({ type: 'notFound', entity: 'criterionEvidence', id: input.criterionId });
  });

/** A criterion of the process that the deal runs in. */
export function criterionOfDeal(
  db: WriteDb,
  input: { readonly opportunityId: string; readonly criterionId: string },
): Result<StoredCriterion, CommonError> {
  const deal = moveDealRows(db, [input.opportunityId])[0];
  if (deal === undefined) return err({ type: 'notFound', entity: 'opportunity', id: input.opportunityId });
  const criterion = criterionById(db, input.criterionId);
  if (criterion?.processId === deal.processId) return ok(criterion);
  return err({ type: 'notFound', entity: 'stageCriterion', id: input.criterionId });
}
