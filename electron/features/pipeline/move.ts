import type { WriteDb } from '#db/handles.ts';
import type { OpportunityPatch } from '#db/repositories/opportunity.ts';
import { giveProof } from '#db/repositories/criterionEvidence.ts';
import { memberName } from '#db/queries/pipeline/memberName.ts';
import type { CommonError } from '#shared/contract/operation.ts';
import type { MoveInput, pipelineContract } from '#shared/contract/pipeline.contract.ts';
import type { CriterionProof } from '#shared/domain/pipeline/criterion.ts';
import { decideMove, type MoveError } from '#shared/domain/pipeline/decideMove.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import type { CommandContext, Handler } from '#electron/ipc/handler.ts';
import { applyMove } from './applyMove.ts';
import { boardProcess } from './boardStages.ts';
import { loadBoardCard } from './boardCard.ts';
import { rankAt } from './cardPlace.ts';
import { judgeCriteria, loadMoveContexts, type MoveContext } from './moveContext.ts';
import { parseFields } from './parseFields.ts';
import { planMove } from './planMove.ts';

/** Moves one card by the rule that every door shares, in one transaction with what the move proves and fills in. */
export const move: Handler<typeof pipelineContract.move> = (context, input) => {
  const fields = parseFields(input.fields);
  if (!fields.ok) return fields;
  const moved = context.write('pipeline.move', (db) => moveOne(context, db, input, fields.value));
  if (!moved.ok) return moved;
  const card = loadBoardCard(context, input.opportunityId);
  if (card === undefined) return err({ type: 'notFound', entity: 'opportunity', id: input.opportunityId });
  return ok({ card, fromStageId: moved.value });
};

/** Returns the stage it was in. */
function moveOne(
  context: CommandContext,
  db: WriteDb,
  input: MoveInput,
  fields: OpportunityPatch,
): Result<string, MoveError | CommonError> {
  const found = loadMoveContexts(db, [input.opportunityId], context.now).get(input.opportunityId);
  if (found === undefined) return err({ type: 'notFound', entity: 'opportunity', id: input.opportunityId });
  const process = boardProcess(db, found.deal.processId);
  const plan = process === undefined ? null : planMove(process, found.deal, input);
  if (process === undefined || plan === null) return err({ type: 'wrongProcess' });
  const proofs = suppliedProofs(context, db, found, input);
  if (!proofs.ok) return proofs;
  const decided = decideMove({
    ...plan,
    criteria: judgeCriteria(found, { fields: input.fields ?? {}, proofs: proofs.value }),
    reason: input.reason,
    outcomeReason: input.outcomeReason,
    outcomeNote: input.outcomeNote,
    now: context.now,
  });
  if (!decided.ok) return decided;
  const column = {
    processId: found.deal.processId,
    status: decided.value.patch.status,
    stageIds: process.columnOf(plan.toStageId)?.ids ?? [plan.toStageId],
  };
  applyMove(context, db, {
    deal: found.deal,
    decision: decided.value,
    versionId: plan.versionId,
    rank: rankAt(db, column, input),
    fields,
  });
  return ok(found.deal.stageId);
}

/** Stores the proofs that came with the move; a criterion of another stage is no criterion of this move. */
function suppliedProofs(
  context: CommandContext,
  db: WriteDb,
  found: MoveContext,
  input: MoveInput,
): Result<Map<string, CriterionProof>, CommonError> {
  const proofs = new Map<string, CriterionProof>();
  const by = memberName(db, context.actorId);
  for (const { criterionId, note } of input.evidence ?? []) {
    if (!found.criteria.some((criterion) => criterion.id === criterionId))
      return err({ type: 'notFound', entity: 'stageCriterion', id: criterionId });
    giveProof(db, {
      id: context.newId(),
      opportunityId: found.deal.id,
      criterionId,
      note,
      at: context.now,
      byId: by === undefined ? null : context.actorId,
    });
    proofs.set(criterionId, { note, at: context.now, byName: by?.name ?? '', byRole: by?.role ?? '' });
  }
  return ok(proofs);
}
