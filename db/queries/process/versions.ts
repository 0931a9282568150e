import type { ReadDb } from '../../handles.ts';

/** A version in the history of a process. */
export interface VersionRow {
  readonly id: string;
  readonly processId: string;
  readonly number: number;
  readonly note: string;
  readonly publishedAt: number | null;
}

/** The versions of a process, newest first. */
export function versionRows(db: ReadDb, processId: string): VersionRow[] {
  return db.all<VersionRow>(
    'SELECT id, processId, number, note, publishedAt FROM processVersion WHERE processId = ? ORDER BY number DESC, id DESC',
    processId,
  );
}

/** One version; undefined when there is none with this id. */
export function versionRow(db: ReadDb, id: string): VersionRow | undefined {
  return db.get<VersionRow>('SELECT id, processId, number, note, publishedAt FROM processVersion WHERE id = ?', id);
}

/** A stage of a version with everything that describes it. */
export interface StageContentRow {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly description: string;
  readonly stageClass: string;
  readonly winRateMille: number;
  readonly allowedDays: number | null;
  readonly requiresC139: number;
  readonly toolkit: string;
}

/** A criterion of a version. */
export interface CriterionContentRow {
  readonly id: string;
  readonly stageId: string;
  readonly key: string;
  readonly gate: string;
  readonly kind: string;
  readonly text: string;
  readonly params: string;
  readonly enforcement: string;
}

/** A key task of a version. */
export interface TaskContentRow {
  readonly id: string;
  readonly stageId: string;
  readonly key: string;
  readonly title: string;
  readonly kind: string;
  readonly ownerRole: string;
  readonly dueDays: number;
  readonly deliverable: string;
  readonly deliverableRequired: number;
}

/** Everything that a version consists of, in order; parts that were made without a key go by their id. */
export interface VersionContent {
  readonly stages: readonly StageContentRow[];
  readonly criteria: readonly CriterionContentRow[];
  readonly tasks: readonly TaskContentRow[];
}

/** Reads a version in three statements. */
export function versionContent(db: ReadDb, versionId: string): VersionContent {
  return {
    stages: db.all<StageContentRow>(
      `SELECT id, iif(key = '', id, key) AS key, name, description, stageClass, winRateMille, allowedDays, requiresC139,
         toolkit FROM stage WHERE processVersionId = ? ORDER BY position, id`,
      versionId,
    ),
    criteria: db.all<CriterionContentRow>(
      `SELECT c.id, c.stageId, iif(c.key = '', c.id, c.key) AS key, c.gate, c.kind, c.text, c.params, c.enforcement
       FROM stage s JOIN stageCriterion c ON c.stageId = s.id WHERE s.processVersionId = ?
       ORDER BY s.position, c.position, c.id`,
      versionId,
    ),
    tasks: db.all<TaskContentRow>(
      `SELECT t.id, t.stageId, iif(t.key = '', t.id, t.key) AS key, t.title, t.kind, t.ownerRole, t.dueDays,
         t.deliverable, t.deliverableRequired
       FROM stage s JOIN stageTask t ON t.stageId = s.id WHERE s.processVersionId = ?
       ORDER BY s.position, t.position, t.id`,
      versionId,
    ),
  };
}

/** The tools of a stage as they are stored; undefined when there is no such stage. */
export function stageToolkit(db: ReadDb, stageId: string): string | undefined {
  return db.get<{ toolkit: string }>('SELECT toolkit FROM stage WHERE id = ?', stageId)?.toolkit;
}

/** The number of the version that is published next. */
export function nextVersionNumber(db: ReadDb, processId: string): number {
  const newest = db.get<{ number: number | null }>(
    'SELECT max(number) AS number FROM processVersion WHERE processId = ?',
    processId,
  );
  return (newest?.number ?? 0) + 1;
}
