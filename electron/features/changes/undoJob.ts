import type { changesContract } from '#shared/contract/changes.contract.ts';
import { defineJob } from '../../workers/job.ts';
import type { Answer } from '../../ipc/handler.ts';
import { undoIn } from './undoIn.ts';

/** Takes back a step of many rows in a worker: of a migration of thousands of deals it takes seconds. */
export const undoJob = defineJob<{ readonly seq: number }, Answer<(typeof changesContract)['undo']>>({
  name: 'changes.undo',
  exclusive: true,
  run: ({ workspace, actorId, now }, { seq }) =>
    undoIn(
      workspace.read,
      (label, run, options) => workspace.write({ actor: actorId, label, at: now, ...options }, run).result,
      seq,
    ),
});
