import { ok } from '#shared/lib/result.ts';
import { defineJob } from '../../workers/job.ts';
import { type DailyPlace, refreshDaily, refreshStates } from './refreshStates.ts';

/** Records folded in one transaction, so that commands never wait long. */
const STEP = 500;

/** Where the work goes on; `queue` is the records that wait, a place is the daily walk. */
export type RefreshPlace = 'queue' | DailyPlace;

/**
 * Folds some records whose figures wait, or walks some way through all kept states. One step a call: between two of them
 * commands are let in. Answers where to go on, null at the end.
 */
export const refreshJob = defineJob<{ readonly place: RefreshPlace }, RefreshPlace | null>({
  name: 'behaviour.refresh',
  exclusive: true,
  run: ({ workspace, actorId, now, timeZone }, { place }) => {
    let next: RefreshPlace | null = null;
    const { result } = workspace.write({ actor: actorId, label: 'behaviour.refresh', at: now }, (db) => {
      if (place === 'queue') next = refreshStates(db, { now, timeZone }, STEP) < STEP ? null : 'queue';
      else next = refreshDaily(db, { now, timeZone }, place, STEP);
      return ok(null);
    });
    if (!result.ok) throw new Error(`Behaviour figures could not be written: ${result.error.type}`);
    return next;
  },
});
