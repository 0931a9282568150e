import { hasAttributeScores, hasChangedRules } from '#db/repositories/scoringAttributes.ts';
import { rescoreAttributesJob } from '../features/attributeScores/rescoreAttributesJob.ts';
import type { CoreEvent } from '#shared/contract/operation.ts';
import { JobCancelled } from '../workers/job.ts';
import type { JobRunner } from './jobRunner.ts';
import type { WorkspaceManager } from './workspaceManager.ts';

/** What scoring anew needs of the core. */
export interface RescoreLookDeps {
  readonly workspaces: WorkspaceManager;
  readonly jobs: JobRunner;
  readonly emit: (event: CoreEvent) => void;
}

/**
 * Makes the look for rule sets that changed by a door which does not score by itself (an undo, a merge, another program): the
 * queue says so, a worker does it, and whoever shows scores hears of it.
 */
export function createRescoreLook({ workspaces, jobs, emit }: RescoreLookDeps): () => Promise<void> {
  return async () => {
    const workspace = workspaces.current();
    if (!workspace || !hasAttributeScores(workspace.db.read) || !hasChangedRules(workspace.db.read)) return;
    try {
      await jobs.run(rescoreAttributesJob, null, workspaces.workerContext('screen'));
    } catch (error) {
      // It stays in the queue and is done at the next look.
      if (error instanceof JobCancelled) return;
      throw error;
    }
    emit({ type: 'changed', topics: ['scoring', 'accounts', 'leads'], transaction: null });
  };
}
