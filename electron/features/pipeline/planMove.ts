import type { ReadDb } from '#db/handles.ts';
import type { StageRow } from '#db/queries/pipeline/processes.ts';
import type { MoveDealRow } from '#db/queries/pipeline/moveDeals.ts';
import type { MoveRequest } from '#shared/domain/pipeline/decideMove.ts';
import { boardProcess, toStage, type BoardProcess } from './boardStages.ts';
import type { TargetOf } from './moveContext.ts';

/** The part of a move request that depends on which version of the process the deal runs in. */
export type MovePlan = Pick<
  MoveRequest,
  'deal' | 'stages' | 'allowSkip' | 'allowBack' | 'toStageId' | 'fromStageId'
> & {
  /** Version in which the deal goes on; another one only when its own does not have the target stage. */
  readonly versionId: string;
  readonly target: StageRow;
};

/** A move that leads somewhere, with the process it happens in. */
export interface PlannedMove {
  readonly plan: MovePlan;
  readonly process: BoardProcess;
}

/** Plans one move for any number of deals; each process and each deal is looked at once. */
export interface MovePlanner {
  /** Null when the target is no stage of the deal's process. */
  readonly plan: (deal: MoveDealRow) => PlannedMove | null;
  readonly targetOf: TargetOf;
}

/** A planner for deals that are all to go to the same column. */
export function createPlanner(
  db: ReadDb,
  move: { readonly toStageId: string; readonly fromStageId?: string | undefined },
): MovePlanner {
  const processes = new Map<string, BoardProcess | undefined>();
  const planned = new Map<string, PlannedMove | null>();
  const plan = (deal: MoveDealRow): PlannedMove | null => {
    const key = `${deal.id} ${deal.stageId}`;
    const before = planned.get(key);
    if (before !== undefined) return before;
    if (!processes.has(deal.processId)) processes.set(deal.processId, boardProcess(db, deal.processId));
    const process = processes.get(deal.processId);
    const made = process === undefined ? null : planMove(process, deal, move);
    const answer = process === undefined || made === null ? null : { plan: made, process };
    planned.set(key, answer);
    return answer;
  };
  return { plan, targetOf: (deal) => plan(deal)?.plan.toStageId ?? null };
}

/**
 * Translates a move to a stage of the board into the version that the deal entered with, by the key that a stage keeps
 * from version to version. Null when the target is no stage of the deal's process.
 */
function planMove(
  process: BoardProcess,
  deal: MoveDealRow,
  move: { readonly toStageId: string; readonly fromStageId?: string | undefined },
): MovePlan | null {
  const aimed = process.stages.get(move.toStageId);
  const from = process.stages.get(deal.stageId);
  if (aimed === undefined || from === undefined) return null;
  const rows = [...process.stages.values()];
  const inVersion = (key: string, versionId: string): StageRow | undefined =>
    rows.find((row) => row.processVersionId === versionId && row.key === key);
  const target = inVersion(aimed.key, from.processVersionId) ?? aimed;
  const versionId = target.processVersionId;
  // In a version that lacks the present stage, the nearest earlier place is unknown, so such a move is no move.
  const start = versionId === from.processVersionId ? from : inVersion(from.key, versionId);
  if (start === undefined) return null;
  const seen = move.fromStageId === undefined ? undefined : process.stages.get(move.fromStageId);
  return {
    deal: { stageId: start.id, status: deal.status as 'open', closedAt: deal.closedAt },
    stages: rows.filter((row) => row.processVersionId === versionId).map(toStage),
    allowSkip: process.process.allowSkip === 1,
    allowBack: process.process.allowBack === 1,
    toStageId: target.id,
    fromStageId: seen?.key === start.key ? start.id : move.fromStageId,
    versionId,
    target,
  };
}
