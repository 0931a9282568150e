import { countInStages } from '#db/queries/pipeline/boardColumn.ts';
import { openCounts, processRows, stageRows } from '#db/queries/pipeline/processes.ts';
import type { pipelineContract, Process } from '#shared/contract/pipeline.contract.ts';
import { ok } from '#shared/lib/result.ts';
import type { Handler } from '#electron/ipc/handler.ts';
import { groupByKey, toStage } from './boardStages.ts';
import { statusesOf } from './resolveFilter.ts';

/**
 * Every published process with its current stages. A stage that only older versions have is added while open deals are
 * still in it, because the board shows a column for it.
 */
export const processes: Handler<typeof pipelineContract.processes> = ({ db }) => {
  const counts = openCounts(db);
  const stages = Map.groupBy(stageRows(db), (row) => row.processId);
  const result: Process[] = [];
  for (const row of processRows(db)) {
    const { versionId } = row;
    if (versionId === null) continue;
    const columns = groupByKey(stages.get(row.id) ?? [], versionId).filter(
      ({ stage, ids }) => stage.processVersionId === versionId || countInStages(db, row.id, statusesOf.open, ids) > 0,
    );
    result.push({
      id: row.id,
      name: row.name,
      versionId,
      allowSkip: row.allowSkip === 1,
      allowBack: row.allowBack === 1,
      stages: columns.map(({ stage }) => toStage(stage)),
      openCount: counts.get(row.id) ?? 0,
    });
  }
  return ok(result);
};
