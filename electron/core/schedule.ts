import type { Logger } from 'pino';
import { dueJobs, isScheduled } from '#db/queries/dueJobs.ts';
import { markJobDone, markJobFailed, scheduleJob } from '#db/repositories/dueJobs.ts';
import type { WriteDb } from '#db/handles.ts';
import { ok } from '#shared/lib/result.ts';
import { dayInZone } from '#shared/lib/time.ts';
import { type DueTable, type JobBody, Scheduler } from '../jobs/scheduler.ts';
import { backupJob } from '../features/workspace/backupJob.ts';
import type { ExclusiveGate } from './exclusiveGate.ts';
import type { JobRunner } from './jobRunner.ts';
import type { WorkspaceManager } from './workspaceManager.ts';

const LOOK_EVERY_MS = 60_000;

/** Looks at the due table every minute while a workspace is open; returns how to stop. */
export function startSchedule(
  workspaces: WorkspaceManager,
  gate: ExclusiveGate,
  jobs: JobRunner,
  newId: () => string,
  now: () => number,
  log: Logger,
): () => void {
  const scheduler = new Scheduler(dueTableOf(workspaces), bodies(workspaces, jobs, log), now, log);
  const look = async (): Promise<void> => {
    if (!workspaces.current()) return;
    await gate.open();
    scheduleDailyBackup(workspaces, newId, now());
    await scheduler.tick();
  };
  const timer = setInterval(() => {
    look().catch((error: unknown) => log.error({ err: error }, 'scheduler'));
  }, LOOK_EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}

/** One backup per calendar day on which the workspace was open. */
function scheduleDailyBackup(workspaces: WorkspaceManager, newId: () => string, now: number): void {
  const workspace = workspaces.current();
  if (!workspace) return;
  const day = dayInZone(now, workspace.timeZone);
  if (isScheduled(workspace.db.read, 'backup.daily', day)) return;
  bookkeeping(workspaces, now, (db) =>
    scheduleJob(db, { id: newId(), kind: 'backup.daily', key: day, dueAt: now, payload: '{}' }),
  );
}

function bodies(workspaces: WorkspaceManager, jobs: JobRunner, log: Logger): ReadonlyMap<string, JobBody> {
  return new Map([
    [
      'backup.daily',
      async (_payload: string, dueAt: number) => {
        if (!workspaces.current()) return;
        await jobs.run(backupJob, { at: dueAt, reason: 'daily' }, workspaces.workerContext('screen'));
        log.info('daily backup made');
      },
    ],
  ]);
}

function dueTableOf(workspaces: WorkspaceManager): DueTable {
  return {
    claimDue: (now, limit) => {
      const workspace = workspaces.current();
      return workspace ? dueJobs(workspace.db.read, now, limit) : [];
    },
    markDone: (id, now) => bookkeeping(workspaces, now, (db) => markJobDone(db, id, now)),
    markFailed: (id, now, message) => bookkeeping(workspaces, now, (db) => markJobFailed(db, id, now, message)),
  };
}

/** Writes that are this device's own bookkeeping: no shared table is touched, so nothing enters the change log. */
function bookkeeping(workspaces: WorkspaceManager, now: number, run: (db: WriteDb) => void): void {
  const workspace = workspaces.current();
  if (!workspace) return;
  const { result } = workspace.db.write({ actor: workspace.actorId, label: 'schedule', at: now }, (db) => {
    run(db);
    return ok(null);
  });
  if (!result.ok) throw new Error(`The due table could not be written: ${result.error.type}`);
}
