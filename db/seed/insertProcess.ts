import type { ProcessRows } from '#shared/domain/processes/instantiateTemplate.ts';
import type { WriteDb } from '../handles.ts';
import { insertRows } from '../rows.ts';
import { automationRule } from '../schema/automation.ts';
import { process, processVersion, stage, stageCriterion, stageTask } from '../schema/process.ts';

/** Writes a process made from a template, parents before children. */
export function insertProcess(db: WriteDb, rows: ProcessRows): void {
  insertRows(db, process, rows.process);
  insertRows(db, processVersion, rows.processVersion);
  insertRows(db, stage, rows.stage);
  insertRows(db, stageCriterion, rows.stageCriterion);
  insertRows(db, stageTask, rows.stageTask);
  insertRows(db, automationRule, rows.automationRule);
}
