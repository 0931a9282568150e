import { importFileJob } from '../features/behaviour/importFileJob.ts';
import { refreshJob } from '../features/behaviour/refreshJob.ts';
import { rescoreAttributesJob } from '../features/attributeScores/rescoreAttributesJob.ts';
import { dryRunJob, inspectJob, runImportJob } from '../features/imports/importJobs.ts';
import { undoImportJob } from '../features/imports/undoImportJob.ts';
import { undoJob } from '../features/changes/undoJob.ts';
import { migrateJob } from '../features/processes/migrateJob.ts';
import { rescoreJob } from '../features/scoring/rescoreJob.ts';
import { sampleJob } from '../features/sample/sampleJob.ts';
import { checkJob } from '../features/scoreModels/checkJob.ts';
import { keepJob } from '../features/scoreModels/keepJob.ts';
import { trainJob } from '../features/scoreModels/trainJob.ts';
import { backupJob } from '../features/workspace/backupJob.ts';
import { integrityJob } from '../features/workspace/integrityJob.ts';
import type { JobDefinition } from './job.ts';

/** Every job by name; a feature adds its own here. */
export const allJobs: readonly JobDefinition<never, unknown>[] = [
  backupJob,
  integrityJob,
  sampleJob,
  inspectJob,
  dryRunJob,
  runImportJob,
  importFileJob,
  refreshJob,
  undoImportJob,
  migrateJob,
  undoJob,
  rescoreJob,
  trainJob,
  checkJob,
  keepJob,
  rescoreAttributesJob,
];
