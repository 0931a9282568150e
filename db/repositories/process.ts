import type { InferInsertModel } from 'drizzle-orm';
import type { VersionRows } from '#shared/domain/processes/draftRows.ts';
import type { WriteDb } from '../handles.ts';
import { getRow, insertRow, insertRows, updateRow } from '../rows.ts';
import {
  process,
  processDraft,
  processVersion,
  productLine,
  stage,
  stageCriterion,
  stageTask,
} from '../schema/process.ts';

type NewProcess = InferInsertModel<typeof process>;

/** Adds a process without a version. */
export function addProcess(db: WriteDb, row: NewProcess): void {
  insertRow(db, process, row);
}

/** Changes columns of a process; false when there is none with this id. */
export function changeProcess(db: WriteDb, id: string, patch: Partial<Omit<NewProcess, 'id'>>): boolean {
  return updateRow(db, process, id, patch);
}

/** Adds a version with all it consists of and makes it the one that new deals enter with. */
export function addVersion(db: WriteDb, row: InferInsertModel<typeof processVersion>, content: VersionRows): void {
  insertRow(db, processVersion, row);
  insertRows(db, stage, content.stage);
  insertRows(db, stageCriterion, content.stageCriterion);
  insertRows(db, stageTask, content.stageTask);
  if (row.processId) updateRow(db, process, row.processId, { currentVersionId: row.id });
}

/** Keeps a draft. The row is made once per process and then changed: an empty body stands for no draft. */
export function keepDraft(db: WriteDb, row: InferInsertModel<typeof processDraft>): void {
  const { id, ...fields } = row;
  if (getRow(db, processDraft, id) === undefined) insertRow(db, processDraft, row);
  else updateRow(db, processDraft, id, fields);
}

/** Adds a product line. */
export function addProductLine(db: WriteDb, row: InferInsertModel<typeof productLine>): void {
  insertRow(db, productLine, row);
}
