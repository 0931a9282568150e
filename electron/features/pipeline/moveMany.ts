import type { WriteDb } from '#db/handles.ts';
import type { CommonError } from '#shared/contract/operation.ts';
import type { pipelineContract } from '#shared/contract/pipeline.contract.ts';
import { decideMove, type MoveDecision, type MoveError } from '#shared/domain/pipeline/decideMove.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import type { CommandContext, Handler } from '#electron/ipc/handler.ts';
import type { z } from 'zod';
import { applyMove } from './applyMove.ts';
import { ranksAtTop } from './cardPlace.ts';
import { chooseCompetitor, nameCompetitor } from './competitors.ts';
import { reasonsOf } from './move.ts';
import { judgeCriteria, loadMoveContexts, type MoveContext } from './moveContext.ts';
import { createPlanner, type PlannedMove } from './planMove.ts';

type Input = z.output<typeof pipelineContract.moveMany.input>;
type Output = z.output<typeof pipelineContract.moveMany.output>;

/** Moves many cards in one transaction; who may not move is answered with the reason. Ids without a deal are ignored. */
export const moveMany: Handler<typeof pipelineContract.moveMany> = (context, input) =>
  context.write('pipeline.moveMany', (db) => moveAll(context, db, input));

interface Permitted extends PlannedMove {
  readonly found: MoveContext;
  readonly decision: MoveDecision;
}

function moveAll(context: CommandContext, db: WriteDb, input: Input): Result<Output, CommonError> {
  const planner = createPlanner(db, input);
  const contexts = loadMoveContexts(db, [...new Set(input.opportunityIds)], context.now, planner.targetOf);
  const permitted: Permitted[] = [];
  const refused: Output['refused'] = [];
  for (const found of contexts.values()) {
    const decided = decide(context, planner.plan(found.deal), found, input);
    if (decided.ok) permitted.push(decided.value);
    else refused.push({ opportunityId: found.deal.id, name: found.deal.name, error: decided.error });
  }
  const chosen = permitted.length === 0 ? ok(null) : chooseCompetitor(context, db, input.competitor);
  if (!chosen.ok) return chosen;
  const rival = chosen.value === null ? undefined : { id: chosen.value };
  const ranks = topRanks(db, permitted);
  for (const { found, plan, decision } of permitted) {
    const competitor = nameCompetitor(context, db, found.deal.id, decision, rival);
    if (!competitor.ok) return competitor;
    applyMove(context, db, {
      deal: found.deal,
      decision,
      versionId: plan.versionId,
      rank: ranks.get(found.deal.id) ?? found.deal.rank,
      winnerCompetitorId: competitor.value,
    });
  }
  return ok({ moved: permitted.map(({ found }) => found.deal.id), refused });
}

function decide(
  context: CommandContext,
  planned: PlannedMove | null,
  found: MoveContext,
  input: Input,
): Result<Permitted, MoveError> {
  if (planned === null) return err({ type: 'wrongProcess' });
  const criteria = judgeCriteria(found);
  const decided = decideMove({ ...planned.plan, ...reasonsOf(input), criteria, now: context.now });
  return decided.ok ? ok({ ...planned, found, decision: decided.value }) : decided;
}

/** They arrive at the top of the target column in the order they were given. */
function topRanks(db: WriteDb, permitted: readonly Permitted[]): Map<string, string> {
  const ranks = new Map<string, string>();
  const groups = Map.groupBy(permitted, ({ found, decision }) => `${found.deal.processId} ${decision.patch.status}`);
  for (const group of groups.values()) {
    const first = group[0] as Permitted;
    const keys = ranksAtTop(
      db,
      {
        processId: first.found.deal.processId,
        status: first.decision.patch.status,
        stageIds: first.process.columnOf(first.plan.toStageId)?.ids ?? [first.plan.toStageId],
      },
      group.length,
    );
    for (const [index, { found }] of group.entries()) ranks.set(found.deal.id, keys[index] ?? found.deal.rank);
  }
  return ranks;
}
