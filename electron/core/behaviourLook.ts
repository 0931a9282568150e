import { hasMoreDirtyThan } from '#db/queries/behaviour/behaviourStates.ts';
import { lookIntoFolder } from '../features/behaviour/lookIntoFolder.ts';
import { refreshJob, type RefreshPlace } from '../features/behaviour/refreshJob.ts';
import { refreshStates } from '../features/behaviour/refreshStates.ts';
import { bookkeeping } from './bookkeeping.ts';
import type { ScheduleDeps } from './schedule.ts';

/** So many records are folded at once where the window is drawn: a few milliseconds. */
const AT_ONCE = 40;

/** What is done by itself for behaviour scores. */
export interface BehaviourLook {
  /** Folds what changed; many records in a worker, step by step. */
  readonly fold: () => void;
  /** Goes through every kept figure once. */
  readonly walk: () => Promise<void>;
  /** Looks into the watched folder. */
  readonly folder: () => Promise<void>;
}

/** Makes the looks of one core. None of them is needed for a right answer: readers fold what waits by themselves. */
export function createBehaviourLook(deps: ScheduleDeps): BehaviourLook {
  const { workspaces, jobs, now, emit, log } = deps;
  let running = false;
  const inSteps = async (from: RefreshPlace): Promise<void> => {
    const path = workspaces.current()?.path;
    if (path === undefined) return;
    let place: RefreshPlace | null = from;
    while (place !== null && workspaces.current()?.path === path) {
      // oxlint-disable-next-line no-await-in-loop -- one step after the other, commands in between
      place = await jobs.run(refreshJob, { place }, workspaces.workerContext('screen'));
    }
    emit({ type: 'changed', topics: ['scoring'], transaction: null });
  };
  return {
    fold() {
      const workspace = workspaces.current();
      if (!workspace || running || !hasMoreDirtyThan(workspace.db.read, 0)) return;
      if (!hasMoreDirtyThan(workspace.db.read, AT_ONCE)) {
        const moment = { now: now(), timeZone: workspace.timeZone };
        bookkeeping(workspaces, moment.now, (db) => void refreshStates(db, moment, AT_ONCE));
        return;
      }
      running = true;
      void inSteps('queue')
        .catch((error: unknown) => log.error({ err: error }, 'behaviour figures'))
        .finally(() => {
          running = false;
        });
    },
    walk: () => inSteps({ entity: '', entityId: '' }),
    async folder() {
      const workspace = workspaces.current();
      if (!workspace) return;
      const outcome = await lookIntoFolder({
        db: workspace.db.read,
        now: now(),
        runJob: (job, input) => jobs.run(job, input, workspaces.workerContext('screen')),
        write: (run) => bookkeeping(workspaces, now(), run),
      });
      if (outcome === null || outcome === 'busy' || outcome.handled.length === 0) return;
      emit({
        type: 'changed',
        topics: ['scoring', 'imports', 'leads', 'accounts', 'opportunities'],
        transaction: null,
      });
    },
  };
}
