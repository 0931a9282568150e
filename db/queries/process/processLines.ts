import type { ReadDb } from '../../handles.ts';
import { byName } from '../nameOrder.ts';

/** A process with its published version and its draft, as the list of processes shows it. */
export interface ProcessLineRow {
  readonly id: string;
  readonly name: string;
  readonly rank: string;
  readonly productLineId: string | null;
  readonly productLineName: string | null;
  readonly allowSkip: number;
  readonly allowBack: number;
  readonly archivedAt: number | null;
  readonly templateKey: string;
  readonly versionId: string | null;
  readonly versionNumber: number | null;
  readonly publishedAt: number | null;
  /** 1 while somebody is changing it. */
  readonly hasDraft: number;
}

const LINE = `SELECT p.id, p.name, p.rank, p.allowSkip, p.allowBack, p.archivedAt, p.templateKey, l.id AS productLineId,
    l.name AS productLineName, v.id AS versionId, v.number AS versionNumber, v.publishedAt,
    EXISTS (SELECT 1 FROM processDraft d WHERE d.id = p.id AND d.body NOT IN ('', '{}')) AS hasDraft
  FROM process p LEFT JOIN processVersion v ON v.id = p.currentVersionId
  LEFT JOIN productLine l ON l.id = p.productLineId AND l.removedAt IS NULL`;

/** Every process in its order, archived ones last. */
export function processLines(db: ReadDb): ProcessLineRow[] {
  return db.all<ProcessLineRow>(`${LINE} ORDER BY p.archivedAt IS NOT NULL, p.rank, p.id`);
}

/** One process; undefined when there is none with this id. */
export function processLine(db: ReadDb, id: string): ProcessLineRow | undefined {
  return db.get<ProcessLineRow>(`${LINE} WHERE p.id = ?`, id);
}

/** How many open and paused deals lie in a stage. */
export interface RunningCount {
  readonly processId: string;
  readonly processVersionId: string;
  readonly stageId: string;
  readonly count: number;
}

/** The stages in which deals run, of one process or of all; counted from the board's index. */
export function runningCounts(db: ReadDb, processId?: string): RunningCount[] {
  return db.all<RunningCount>(
    `SELECT n.processId, s.processVersionId, n.stageId, n.count FROM (
       SELECT p.id AS processId, o.stageId, count(*) AS count
       FROM process p CROSS JOIN opportunity o INDEXED BY opportunity_board ON o.processId = p.id
       WHERE o.status IN ('open', 'paused') AND o.removedAt IS NULL ${processId === undefined ? '' : 'AND p.id = ?'}
       GROUP BY p.id, o.stageId
     ) n JOIN stage s ON s.id = n.stageId`,
    ...(processId === undefined ? [] : [processId]),
  );
}

/** The product lines that are in use, by name. */
export function productLines(db: ReadDb): { id: string; name: string }[] {
  return db.all(
    `SELECT l.id, l.name FROM productLine l WHERE l.removedAt IS NULL ORDER BY ${byName('productLine', 'l.id')}`,
  );
}

/** Name and class of the stages of the published versions, in order. */
export function publishedStages(db: ReadDb): { processId: string; name: string; stageClass: string }[] {
  return db.all(
    `SELECT p.id AS processId, s.name, s.stageClass FROM process p
     JOIN stage s ON s.processVersionId = p.currentVersionId ORDER BY p.id, s.position, s.id`,
  );
}
