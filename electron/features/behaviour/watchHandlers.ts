import { isAbsolute, normalize } from 'node:path';
import type { behaviourContract } from '#shared/contract/behaviour.contract.ts';
import { err, ok } from '#shared/lib/result.ts';
import type { Handler } from '../../ipc/handler.ts';
import { lookIntoFolder } from './lookIntoFolder.ts';
import { whyNotWatched } from './watchedFolder.ts';
import { saveWatchState, watchState } from './watchState.ts';

type Contract = typeof behaviourContract;

/** Which folder is watched, and what came of its last files. */
export const watched: Handler<Contract['watched']> = ({ db }) => ok(watchState(db));

/** Begins or ends watching; nothing is moved until the schedule looks twice. */
export const watch: Handler<Contract['watch']> = async (context, { folder: given }) => {
  const folder = given === null || given === '' ? null : normalize(given);
  if (folder !== null) {
    if (!isAbsolute(folder)) return err({ type: 'notAbsolute' });
    const problem = await whyNotWatched(folder);
    if (problem !== null) return err({ type: problem });
  }
  return context.write('behaviour.watch', (db) => {
    saveWatchState(db, { ...watchState(db), folder, trouble: null, lastLookAt: null });
    return ok({ folder });
  });
};

/** Looks at once, as the schedule does each minute. */
export const look: Handler<Contract['look']> = async (context) => {
  const outcome = await lookIntoFolder({
    db: context.db,
    now: context.now,
    runJob: context.runJob,
    write: (run) => {
      context.write('behaviour.look', (db) => {
        run(db);
        return ok(null);
      });
    },
  });
  if (outcome === null) return err({ type: 'noFolder' });
  if (outcome === 'busy') return err({ type: 'busy' });
  const problems = outcome.handled.filter((file) => file.outcome === 'problem').length;
  return ok({ imported: outcome.handled.length - problems, problems, waiting: outcome.waiting });
};
