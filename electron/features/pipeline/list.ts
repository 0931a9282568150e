import { columnSums } from '#db/queries/pipeline/boardColumn.ts';
import { listIds } from '#db/queries/pipeline/dealList.ts';
import { stageRows, type StageRow } from '#db/queries/pipeline/processes.ts';
import type { pipelineContract } from '#shared/contract/pipeline.contract.ts';
import { moneySums } from '#shared/domain/pipeline/moneySums.ts';
import { ok } from '#shared/lib/result.ts';
import type { Handler } from '#electron/ipc/handler.ts';
import { loadListRows } from './dealCards.ts';
import { resolveFilter } from './resolveFilter.ts';

/** One window of the list view, over one process or all of them, with totals of everything that the filter leaves. */
export const list: Handler<typeof pipelineContract.list> = (context, input) => {
  const stages = stageRows(context.db, input.processId === null ? undefined : [input.processId]);
  const filter = resolveFilter(context, input.filter, {
    processIds: [...new Set(stages.map((stage) => stage.processId))],
    stageIds: input.stageIds === undefined ? null : withOlderVersions(stages, input.stageIds),
    stages,
  });
  const ids = listIds(context.db, filter, { by: input.sortBy, descending: input.descending }, input);
  // A list shows no overdue count, and judging every deal against every stage would cost more than the sums.
  const sums = columnSums(context.db, { ...filter, overdueBefore: new Map() }, input.expectedBy);
  return ok({
    rows: loadListRows(context, ids),
    total: sums.reduce((total, sum) => total + sum.count, 0),
    sums: moneySums(sums, rates(stages), context.currency),
  });
};

/** The win rate of each stage in thousandths. */
export function rates(stages: readonly StageRow[]): (stageId: string) => number {
  const byId = new Map(stages.map((stage) => [stage.id, stage.winRateMille]));
  return (stageId) => byId.get(stageId) ?? 0;
}

/** A figure of the board counts a stage in every version of its process, so its rows must too. */
function withOlderVersions(stages: readonly StageRow[], stageIds: readonly string[]): string[] {
  const wanted = new Set(
    stages.filter((stage) => stageIds.includes(stage.id)).map((stage) => `${stage.processId} ${stage.key}`),
  );
  return stages.filter((stage) => wanted.has(`${stage.processId} ${stage.key}`)).map((stage) => stage.id);
}
