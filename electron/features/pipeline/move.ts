import type { WriteDb } from '#db/handles.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import type { CommonError } from '#shared/contract/operation.ts';
import type { MoveInput, pipelineContract } from '#shared/contract/pipeline.contract.ts';
import { decideMove, type MoveError } from '#shared/domain/pipeline/decideMove.ts';
import type { CommandContext, Handler } from '#electron/ipc/handler.ts';
import { applyMove } from './applyMove.ts';
import { loadBoardCard } from './boardCard.ts';
import { rankAt } from './cardPlace.ts';
import { nameCompetitor } from './competitors.ts';
import { judgeCriteria, loadMoveContexts } from './moveContext.ts';
import { parseFields } from './parseFields.ts';
import { createPlanner } from './planMove.ts';
import { writeSupplied } from './suppliedProof.ts';

/** Moves one card by the rule that every door shares, in one transaction with everything that comes with the move. */
export const move: Handler<typeof pipelineContract.move> = (context, input) => {
  const fields = parseFields(input.fields);
  if (!fields.ok) return fields;
  const moved = context.write('pipeline.move', (db) => {
    const given = writeSupplied(context, db, input, fields.value);
    return given.ok ? moveOne(context, db, input) : given;
  });
  if (!moved.ok) return moved;
  const card = loadBoardCard(context, input.opportunityId);
  if (card === undefined) return err({ type: 'notFound', entity: 'opportunity', id: input.opportunityId });
  return ok({ card, fromStageId: moved.value });
};

/** Returns the stage it was in. What the command proves and fills in is written already and judged with the rest. */
function moveOne(context: CommandContext, db: WriteDb, input: MoveInput): Result<string, MoveError | CommonError> {
  const planner = createPlanner(db, input);
  const found = loadMoveContexts(db, [input.opportunityId], context.now, planner.targetOf).get(input.opportunityId);
  if (found === undefined) return err({ type: 'notFound', entity: 'opportunity', id: input.opportunityId });
  const planned = planner.plan(found.deal);
  if (planned === null) return err({ type: 'wrongProcess' });
  const decided = decideMove({
    ...planned.plan,
    ...reasonsOf(input),
    criteria: judgeCriteria(found),
    now: context.now,
  });
  if (!decided.ok) return decided;
  const { plan, process } = planned;
  const competitor = nameCompetitor(context, db, found.deal.id, decided.value, input.competitor);
  if (!competitor.ok) return competitor;
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
    winnerCompetitorId: competitor.value,
  });
  return ok(found.deal.stageId);
}

/** Why and how it ends, as a request says it. */
export const reasonsOf = ({ reason, outcome, outcomeReason, outcomeNote }: Partial<MoveInput>) => ({
  reason,
  outcome,
  outcomeReason,
  outcomeNote,
});
