import type { Logger } from 'pino';
import { dueJobs } from '#db/queries/dueJobs.ts';
import { markJobDone, markJobFailed } from '#db/repositories/dueJobs.ts';
import type { CoreEvent } from '#shared/contract/operation.ts';
import { recycleOverdueLeads } from '../features/leads/recycleOverdueLeads.ts';
import { type DueTable, Scheduler } from '../jobs/scheduler.ts';
import { createBehaviourLook } from './behaviourLook.ts';
import { bookkeeping } from './bookkeeping.ts';
import { dueBodies, scheduleRegularJobs } from './dueBodies.ts';
import type { ExclusiveGate } from './exclusiveGate.ts';
import type { JobRunner } from './jobRunner.ts';
import { createNoticeLook } from './noticeLook.ts';
import { createRescoreLook } from './rescoreLook.ts';
import { createRuleLook } from './ruleLook.ts';
import { createScoreLook } from './scoreLook.ts';
import type { WorkspaceManager } from './workspaceManager.ts';

/** What the schedule works with. */
export interface ScheduleDeps {
  readonly workspaces: WorkspaceManager;
  readonly gate: ExclusiveGate;
  readonly jobs: JobRunner;
  readonly newId: () => string;
  readonly now: () => number;
  readonly log: Logger;
  readonly emit: (event: CoreEvent) => void;
}

/** What happens by itself while a workspace is open. */
export interface Schedule {
  /** Looks at once for what is due: after start, after waking up, when a shell says so. Never rejects. */
  lookNow(): Promise<void>;
  /** Looks a moment later, once for many calls: somebody has changed what reminders are made of. */
  lookSoon(): void;
  /** Scores a moment later, once for many calls, what has been changed: the figure on a page follows what was done there. */
  scoreSoon(): void;
  stop(): void;
}

const LOOK_EVERY_MS = 60_000;
/** How often the clock is compared: a machine that slept, or whose clock was set, shows a jump. */
const BEAT_MS = 10_000;
const JUMP_MS = 30_000;
const SOON_MS = 800;
const SCORE_SOON_MS = 200;

/**
 * Looks every minute, and at once when the clock has jumped. Timers only say "look now": what is due is asked of the
 * records and of the due table, so that neither sleep nor restart nor a changed clock loses or repeats anything.
 */
export function startSchedule(deps: ScheduleDeps): Schedule {
  const { workspaces, gate, log } = deps;
  const look = createNoticeLook(deps);
  const rescore = createRescoreLook(deps);
  const behaviour = createBehaviourLook(deps);
  const scheduler = new Scheduler(dueTableOf(deps), dueBodies(deps, behaviour), deps.now, log);
  let stopped = false;
  const guarded = async (run: () => void | Promise<void>): Promise<void> => {
    try {
      await gate.open();
      if (!stopped && workspaces.current()) await run();
    } catch (error) {
      log.error({ err: error }, 'scheduler');
    }
  };
  const lookAtRules = createRuleLook(deps);
  const lookAtScores = createScoreLook(deps);
  const minute = async (): Promise<void> => {
    // First the rules: what they have to say is then told by the same look.
    await guarded(lookAtRules);
    await guarded(rescore);
    await guarded(async () => {
      look();
      if (recycleOverdueLeads(workspaces.current(), deps.now()) > 0)
        deps.emit({ type: 'changed', topics: ['leads'], transaction: null });
      scheduleRegularJobs(deps);
      await scheduler.tick();
    });
    await guarded(behaviour.folder);
    await guarded(behaviour.fold);
  };
  const lookNow = async (): Promise<void> => {
    await guarded(look);
    await guarded(rescore);
  };
  const soon = once(SOON_MS, () => void lookNow());
  const score = once(SCORE_SOON_MS, () => void guarded(lookAtScores));
  const heart = startHeart(deps.now, () => void minute());
  return {
    lookNow,
    lookSoon: () => soon.call(),
    scoreSoon: () => score.call(),
    stop() {
      stopped = true;
      clearInterval(heart);
      soon.stop();
      score.stop();
    },
  };
}

/** Runs a moment after it was asked for, once however often it was asked for in between; never after it was stopped. */
function once(ms: number, run: () => void): { call(): void; stop(): void } {
  let timer: NodeJS.Timeout | null = null;
  let stopped = false;
  return {
    call() {
      if (stopped) return;
      timer ??= setTimeout(() => {
        timer = null;
        run();
      }, ms).unref();
    },
    stop() {
      stopped = true;
      if (timer !== null) clearTimeout(timer);
    },
  };
}

/** Calls every minute of running, and at once when more or less time went by than the timer says. */
function startHeart(now: () => number, beat: () => void): NodeJS.Timeout {
  let before = now();
  let waited = 0;
  return setInterval(() => {
    const jumped = Math.abs(now() - before - BEAT_MS) > JUMP_MS;
    before = now();
    waited += BEAT_MS;
    if (!jumped && waited < LOOK_EVERY_MS) return;
    waited = 0;
    beat();
  }, BEAT_MS).unref();
}

function dueTableOf({ workspaces }: ScheduleDeps): DueTable {
  return {
    claimDue: (now, limit) => {
      const workspace = workspaces.current();
      return workspace ? dueJobs(workspace.db.read, now, limit) : [];
    },
    markDone: (id, now) => bookkeeping(workspaces, now, (db) => markJobDone(db, id, now)),
    markFailed: (id, now, message) => bookkeeping(workspaces, now, (db) => markJobFailed(db, id, now, message)),
  };
}
