import type { StageRow } from '#db/queries/pipeline/processes.ts';
import type { MoveDealRow } from '#db/queries/pipeline/moveDeals.ts';
import type { MoveRequest } from '#shared/domain/pipeline/decideMove.ts';
import { toStage, type BoardProcess } from './boardStages.ts';

/** The part of a move request that depends on which version of the process the deal runs in. */
export type MovePlan = Pick<
  MoveRequest,
  'deal' | 'stages' | 'allowSkip' | 'allowBack' | 'toStageId' | 'fromStageId'
> & {
  /** Version in which the deal goes on; another one only when its own does not have the target stage. */
  readonly versionId: string;
  readonly target: StageRow;
};

/**
 * Translates a move to a stage of the board into the version that the deal entered with, by the key that a stage keeps
 * from version to version. Null when the target is no stage of the deal's process.
 */
export function planMove(
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
