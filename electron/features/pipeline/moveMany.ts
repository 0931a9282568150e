import type { WriteDb } from '#db/handles.ts';
import type { pipelineContract } from '#shared/contract/pipeline.contract.ts';
import { decideMove, type MoveDecision, type MoveError } from '#shared/domain/pipeline/decideMove.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import type { CommandContext, Handler } from '#electron/ipc/handler.ts';
import type { z } from 'zod';
import { applyMove } from './applyMove.ts';
import { boardProcess, type BoardProcess } from './boardStages.ts';
import { ranksAtTop } from './cardPlace.ts';
import { judgeCriteria, loadMoveContexts, type MoveContext } from './moveContext.ts';
import { planMove, type MovePlan } from './planMove.ts';

type Input = z.output<typeof pipelineContract.moveMany.input>;
type Output = z.output<typeof pipelineContract.moveMany.output>;

/** Moves many cards in one transaction; who may not move is answered with the reason. Ids without a deal are ignored. */
export const moveMany: Handler<typeof pipelineContract.moveMany> = (context, input) =>
  context.write('pipeline.moveMany', (db) => ok(moveAll(context, db, input)));

interface Permitted {
  readonly found: MoveContext;
  readonly plan: MovePlan;
  readonly decision: MoveDecision;
  readonly process: BoardProcess;
}

function moveAll(context: CommandContext, db: WriteDb, input: Input): Output {
  const contexts = loadMoveContexts(db, [...new Set(input.opportunityIds)], context.now);
  const processes = new Map<string, BoardProcess | undefined>();
  const permitted: Permitted[] = [];
  const refused: Output['refused'] = [];
  for (const found of contexts.values()) {
    const { deal } = found;
    if (!processes.has(deal.processId)) processes.set(deal.processId, boardProcess(db, deal.processId));
    const decided = decide(context, processes.get(deal.processId), found, input);
    if (decided.ok) permitted.push(decided.value);
    else refused.push({ opportunityId: deal.id, name: deal.name, error: decided.error });
  }
  const ranks = topRanks(db, permitted);
  for (const { found, plan, decision } of permitted) {
    applyMove(context, db, {
      deal: found.deal,
      decision,
      versionId: plan.versionId,
      rank: ranks.get(found.deal.id) ?? found.deal.rank,
      fields: {},
    });
  }
  return { moved: permitted.map(({ found }) => found.deal.id), refused };
}

function decide(
  context: CommandContext,
  process: BoardProcess | undefined,
  found: MoveContext,
  input: Input,
): Result<Permitted, MoveError> {
  const plan = process === undefined ? null : planMove(process, found.deal, { toStageId: input.toStageId });
  if (process === undefined || plan === null) return err({ type: 'wrongProcess' });
  const decided = decideMove({
    ...plan,
    criteria: judgeCriteria(found),
    reason: input.reason,
    outcomeReason: input.outcomeReason,
    now: context.now,
  });
  return decided.ok ? ok({ found, plan, decision: decided.value, process }) : decided;
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
