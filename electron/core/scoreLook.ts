import { performance } from 'node:perf_hooks';
import { modelInUseId } from '#db/queries/scoring/modelInUse.ts';
import { scoreTouched } from '../features/scoring/rescore.ts';
import { rescoreUntilDone } from '../features/scoring/rescoreRecords.ts';
import { scoringContext } from '../features/scoring/scoringContext.ts';
import type { ScheduleDeps } from './schedule.ts';

const SLOW_MS = 50;

/** Whether any model gives figures here; without one nothing needs to be folded. */
const isScoring = (deps: ScheduleDeps): boolean => {
  const db = deps.workspaces.current()?.db.read;
  return db !== undefined && (modelInUseId(db, 'deal') !== null || modelInUseId(db, 'lead') !== null);
};

/**
 * Makes the look for records that a command has touched: their figures follow at once. What concerns many records (an
 * import, a new process version) is left to the job.
 */
export function createScoreLook(deps: ScheduleDeps): () => Promise<void> {
  const { workspaces, log, emit } = deps;
  return async () => {
    const workspace = workspaces.current();
    if (!workspace || !isScoring(deps)) return;
    const started = performance.now();
    const outcome = scoreTouched(scoringContext(workspace.db, { ...workspace, now: deps.now() }));
    const ms = Math.round(performance.now() - started);
    if (ms > SLOW_MS) log.warn({ ms }, 'slow look for scores');
    if (outcome === 'many') await rescoreEverything(deps);
    else if (outcome.scored + outcome.changed > 0) emit({ type: 'changed', topics: ['scoring'], transaction: null });
  };
}

/** Brings all figures up to date in a worker: once a day, and after changes of many records. */
export async function rescoreEverything(deps: ScheduleDeps): Promise<void> {
  const { workspaces, jobs, log, emit } = deps;
  if (!isScoring(deps)) return;
  const path = workspaces.current()?.path;
  const done = await rescoreUntilDone(
    (job, input) => {
      if (workspaces.current()?.path !== path) throw new Error('Another workspace was opened');
      return jobs.run(job, input, workspaces.workerContext('screen'));
    },
    { kinds: ['deal', 'lead'] },
  );
  log.info(done, 'scores brought up to date');
  if (done.changed > 0) emit({ type: 'changed', topics: ['scoring'], transaction: null });
}
