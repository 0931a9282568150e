import type { processContract } from '#shared/contract/process.contract.ts';
import type { HandlersFor } from '#electron/ipc/handler.ts';
import { door } from '../pipeline/applyMove.ts';
import { archive, rename, reorder, setRules } from './changeProcess.ts';
import { createEmpty, createFromTemplate, duplicate } from './createProcess.ts';
import { discardDraft, publish, saveDraft } from './draft.ts';
import { migrateJob } from './migrateJob.ts';
import { migrationPreview } from './migrationPreview.ts';
import { get, list, templates, toolkit, version } from './readProcesses.ts';

/** Everything behind `process.*`. */
export const processHandlers = {
  list,
  get,
  version,
  toolkit,
  templates,
  createFromTemplate,
  createEmpty,
  duplicate,
  rename,
  reorder,
  archive,
  setRules,
  saveDraft,
  discardDraft,
  publish,
  migrationPreview,
  migrate: (context, input) => context.runJob(migrateJob, { ...input, door: door(context) }),
} satisfies HandlersFor<typeof processContract>;
