import type { ReadDb } from '#db/handles.ts';
import { stageRows, type StageRow } from '#db/queries/pipeline/processes.ts';
import { processLine, type ProcessLineRow, runningCounts } from '#db/queries/process/processLines.ts';
import type { StageClass } from '#shared/contract/primitives.ts';
import type { MappableStage } from '#shared/domain/processes/proposeMigration.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';

/** A stage that deals may leave or enter by a migration. */
export interface MigrationStageRow extends MappableStage {
  readonly name: string;
  readonly versionId: string;
}

/** Between what a migration runs. */
export interface MigrationFrame {
  readonly source: ProcessLineRow;
  readonly target: ProcessLineRow & { readonly versionId: string; readonly versionNumber: number };
  /** Stages of the source that deals may leave, newest version first; those of the target itself are no source. */
  readonly from: readonly MigrationStageRow[];
  /** The open stages of the target's published version, in order. */
  readonly to: readonly MigrationStageRow[];
  /** Open and paused deals by stage. */
  readonly counts: ReadonlyMap<string, number>;
}

type FrameError =
  | { readonly type: 'notFound'; readonly entity: string; readonly id: string }
  | { readonly type: 'notPublished' };

/** Reads between what deals would migrate: to the published version of their own process, or of another one. */
export function migrationFrame(
  db: ReadDb,
  input: { readonly id: string; readonly toProcessId?: string | undefined },
): Result<MigrationFrame, FrameError> {
  const source = processLine(db, input.id);
  if (source === undefined) return err({ type: 'notFound', entity: 'process', id: input.id });
  const targetId = input.toProcessId ?? input.id;
  const target = processLine(db, targetId);
  if (target === undefined) return err({ type: 'notFound', entity: 'process', id: targetId });
  const { versionId, versionNumber } = target;
  if (versionId === null || versionNumber === null || target.archivedAt !== null) return err({ type: 'notPublished' });
  const rows = stageRows(db, [...new Set([source.id, targetId])]);
  const from = rows.filter((row) => row.processId === source.id && row.processVersionId !== versionId).map(toStage);
  const to = rows.filter((row) => row.processVersionId === versionId).map(toStage);
  return ok({
    source,
    target: { ...target, versionId, versionNumber },
    from: from.filter(isOpen),
    to: to.filter(isOpen),
    counts: new Map(runningCounts(db, source.id).map(({ stageId, count }) => [stageId, count])),
  });
}

const isOpen = ({ stageClass }: MigrationStageRow): boolean => stageClass !== 'won' && stageClass !== 'lost';

const toStage = (row: StageRow): MigrationStageRow => ({
  id: row.id,
  key: row.key,
  name: row.name,
  stageClass: row.stageClass as StageClass,
  versionId: row.processVersionId,
});
