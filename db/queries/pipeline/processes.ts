import type { ReadDb } from '../../handles.ts';

/** A stage with the process it belongs to, of whichever version. */
export interface StageRow {
  readonly id: string;
  readonly processId: string;
  readonly processVersionId: string;
  readonly key: string;
  readonly name: string;
  readonly stageClass: string;
  readonly position: number;
  readonly winRateMille: number;
  readonly allowedDays: number | null;
  readonly requiresC139: number;
}

/** A process with the rules for moving in it. */
export interface ProcessRow {
  readonly id: string;
  readonly name: string;
  /** The version that new deals enter with; null in a process that was never published. */
  readonly versionId: string | null;
  readonly allowSkip: number;
  readonly allowBack: number;
}

const STAGE = `s.id, v.processId, s.processVersionId, s.key, s.name, s.stageClass, s.position, s.winRateMille,
  s.allowedDays, s.requiresC139`;

/** Every process in its order, archived ones left out. */
export function processRows(db: ReadDb): ProcessRow[] {
  return db.all<ProcessRow>(
    `SELECT id, name, currentVersionId AS versionId, allowSkip, allowBack FROM process
     WHERE archivedAt IS NULL ORDER BY rank, id`,
  );
}

/** One process, archived or not. */
export function processRow(db: ReadDb, id: string): ProcessRow | undefined {
  return db.get<ProcessRow>(
    'SELECT id, name, currentVersionId AS versionId, allowSkip, allowBack FROM process WHERE id = ?',
    id,
  );
}

/** The stages of every version of the given processes, in selling order; all processes when none are named. */
export function stageRows(db: ReadDb, processIds?: readonly string[]): StageRow[] {
  const from = `FROM stage s JOIN processVersion v ON v.id = s.processVersionId`;
  const order = 'ORDER BY v.number DESC, s.position, s.id';
  if (processIds === undefined) return db.all<StageRow>(`SELECT ${STAGE} ${from} ${order}`);
  return db.all<StageRow>(
    `SELECT ${STAGE} ${from} WHERE v.processId IN (SELECT value FROM json_each(?)) ${order}`,
    JSON.stringify(processIds),
  );
}

/** How many open deals each process has; counted from the board's index alone. */
export function openCounts(db: ReadDb): Map<string, number> {
  const rows = db.all<{ processId: string; count: number }>(
    `SELECT p.id AS processId, (SELECT count(*) FROM opportunity o
       WHERE o.processId = p.id AND o.status = 'open' AND o.removedAt IS NULL) AS count
     FROM process p`,
  );
  return new Map(rows.map((row) => [row.processId, row.count]));
}
