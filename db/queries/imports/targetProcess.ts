import type { StageClass } from '#shared/contract/primitives.ts';
import type { ReadDb } from '../../handles.ts';

/** A stage that imported deals may enter, with what must be true to leave it. */
export interface TargetStage {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly stageClass: StageClass;
  readonly position: number;
  readonly winRateMille: number;
}

/** A criterion of a stage as stored. */
export interface TargetCriterion {
  readonly id: string;
  readonly stageId: string;
  readonly gate: string;
  readonly kind: string;
  readonly text: string;
  readonly params: string;
  readonly enforcement: string;
}

/** The current version of a process. */
export interface TargetProcess {
  readonly processId: string;
  readonly versionId: string;
  readonly name: string;
  readonly stages: readonly TargetStage[];
  readonly criteria: readonly TargetCriterion[];
}

/** The process that imported deals go into, undefined when it does not exist or is archived. */
export function targetProcess(db: ReadDb, processId: string): TargetProcess | undefined {
  const found = db.get<{ name: string; versionId: string | null }>(
    'SELECT name, currentVersionId AS versionId FROM process WHERE id = ? AND archivedAt IS NULL',
    processId,
  );
  if (!found?.versionId) return undefined;
  const stages = db.all<TargetStage>(
    'SELECT id, key, name, stageClass, position, winRateMille FROM stage WHERE processVersionId = ? ORDER BY position',
    found.versionId,
  );
  const criteria = db.all<TargetCriterion>(
    `SELECT c.id, c.stageId, c.gate, c.kind, c.text, c.params, c.enforcement FROM stageCriterion c
     JOIN stage s ON s.id = c.stageId WHERE s.processVersionId = ? ORDER BY c.position`,
    found.versionId,
  );
  return { processId, versionId: found.versionId, name: found.name, stages, criteria };
}

/** The last card order key of each stage of a process, and of the processes themselves under ''. */
export function lastRanks(db: ReadDb, processId: string | null): Map<string, string> {
  const ranks = new Map<string, string>();
  const process = db.get<{ rank: string | null }>('SELECT max(rank) AS rank FROM process');
  if (process?.rank) ranks.set('', process.rank);
  if (processId === null) return ranks;
  const rows = db.all<{ stageId: string; rank: string }>(
    'SELECT stageId, max(rank) AS rank FROM opportunity WHERE processId = ? GROUP BY stageId',
    processId,
  );
  for (const row of rows) ranks.set(row.stageId, row.rank);
  return ranks;
}

/** Ids of the processes that deals may enter, in their order. */
export function liveProcessIds(db: ReadDb): string[] {
  return db
    .all<{ id: string }>('SELECT id FROM process WHERE archivedAt IS NULL ORDER BY rank, id')
    .map(({ id }) => id);
}
