import type { ReadDb } from '#db/handles.ts';
import { processRow, stageRows, type ProcessRow, type StageRow } from '#db/queries/pipeline/processes.ts';
import type { Stage } from '#shared/contract/pipeline.contract.ts';
import type { StageClass } from '#shared/contract/primitives.ts';

/** One column of a board: a stage of the current version with the stages of older versions that it continues. */
export interface BoardStage {
  readonly stage: StageRow;
  /** Ids of this stage in every version that deals may still run in. */
  readonly ids: readonly string[];
}

/** A process as its board shows it. */
export interface BoardProcess {
  readonly process: ProcessRow;
  readonly columns: readonly BoardStage[];
  readonly stages: ReadonlyMap<string, StageRow>;
  /** The column that a deal in this stage, of whichever version, belongs to. */
  columnOf(stageId: string): BoardStage | undefined;
}

/** Reads a process with its columns; undefined when it does not exist or was never published. */
export function boardProcess(db: ReadDb, processId: string): BoardProcess | undefined {
  const process = processRow(db, processId);
  if (process === undefined || process.versionId === null) return undefined;
  const rows = stageRows(db, [processId]);
  const columns = groupByKey(rows, process.versionId);
  const byStage = new Map(columns.flatMap((column) => column.ids.map((id) => [id, column] as const)));
  return {
    process,
    columns,
    stages: new Map(rows.map((row) => [row.id, row])),
    columnOf: (stageId) => byStage.get(stageId),
  };
}

/**
 * Running deals keep the version they entered with, so a column gathers the stages that share a key. A stage that the
 * current version no longer has keeps a column of its own, after the others, for the deals that are still in it.
 */
export function groupByKey(rows: readonly StageRow[], currentVersionId: string): BoardStage[] {
  const ids = new Map<string, string[]>();
  for (const row of rows) ids.set(row.key, [...(ids.get(row.key) ?? []), row.id]);
  const current = rows.filter((row) => row.processVersionId === currentVersionId);
  const gone = rows.filter(
    (row, index) =>
      !current.some((stage) => stage.key === row.key) && rows.findIndex((other) => other.key === row.key) === index,
  );
  return [...current, ...gone].map((stage) => ({ stage, ids: ids.get(stage.key) ?? [stage.id] }));
}

/** A stage as the contract shows it. */
export function toStage(row: StageRow): Stage {
  return {
    id: row.id,
    key: row.key,
    name: row.name,
    stageClass: row.stageClass as StageClass,
    position: row.position,
    winRateMille: row.winRateMille,
    allowedDays: row.allowedDays,
    requiresC139: row.requiresC139 === 1,
  };
}
