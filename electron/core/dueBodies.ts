import { isScheduled } from '#db/queries/dueJobs.ts';
import { scheduleJob } from '#db/repositories/dueJobs.ts';
import { addNotice } from '#db/repositories/notices.ts';
import { listBackups } from '#db/backup.ts';
import { dayOffset } from '#shared/domain/tasks/dayOffset.ts';
import { dayNumber } from '#shared/lib/calendar.ts';
import { dayInZone, type IsoDate } from '#shared/lib/time.ts';
import { backupJob } from '../features/workspace/backupJob.ts';
import { integrityJob } from '../features/workspace/integrityJob.ts';
import type { JobBody } from '../jobs/scheduler.ts';
import { type BehaviourLook, createBehaviourLook } from './behaviourLook.ts';
import { bookkeeping } from './bookkeeping.ts';
import { rescoreEverything } from './scoreLook.ts';
import { checkModel, regularModelJobs, reviewModel } from './modelJobs.ts';
import type { ScheduleDeps } from './schedule.ts';

/** The check reads the whole file; it does not begin while the program is still starting. */
const CHECK_AFTER_MS = 10 * 60_000;

/** Puts what comes regularly into the due table: a backup for each day of work, a check of the file for each week. */
export function scheduleRegularJobs(deps: ScheduleDeps): void {
  const { workspaces, newId, now } = deps;
  const workspace = workspaces.current();
  if (!workspace) return;
  const at = now();
  const day = dayInZone(at, workspace.timeZone);
  const regular = [
    { kind: 'backup.daily', key: day as string, dueAt: at, payload: '{}' },
    { kind: 'behaviour.daily', key: day as string, dueAt: at, payload: '{}' },
    { kind: 'scoring.daily', key: day as string, dueAt: at, payload: '{}' },
    { kind: 'integrity.weekly', key: mondayOf(day) as string, dueAt: at + CHECK_AFTER_MS, payload: '{}' },
    ...regularModelJobs(deps, at),
  ];
  const missing = regular.filter(({ kind, key }) => !isScheduled(workspace.db.read, kind, key));
  if (missing.length === 0) return;
  bookkeeping(workspaces, at, (db) => {
    for (const job of missing) scheduleJob(db, { ...job, id: newId() });
  });
}

/** What due jobs do; each may run twice without harm. */
export function dueBodies(
  deps: ScheduleDeps,
  behaviour: BehaviourLook = createBehaviourLook(deps),
): ReadonlyMap<string, JobBody> {
  const { workspaces, jobs, log } = deps;
  return new Map<string, JobBody>([
    [
      'backup.daily',
      async (_payload, dueAt) => {
        if (!workspaces.current()) return;
        await jobs.run(backupJob, { at: dueAt, reason: 'daily' }, workspaces.workerContext('screen'));
        log.info('daily backup made');
      },
    ],
    ['behaviour.daily', () => behaviour.walk()],
    // Deals are a day older: their figures follow.
    ['scoring.daily', () => rescoreEverything(deps)],
    ['integrity.weekly', (_payload, dueAt) => checkIntegrity(deps, dueAt)],
    ['scoreModel.check', (payload, dueAt) => checkModel(deps, payload, dueAt)],
    ['scoreModel.review', (payload, dueAt) => reviewModel(deps, payload, dueAt)],
  ]);
}

/** Damage is told as a notice that names the newest backup; a sound file says nothing. */
async function checkIntegrity(deps: ScheduleDeps, dueAt: number): Promise<void> {
  const { workspaces, jobs, log } = deps;
  const checked = workspaces.current();
  if (!checked) return;
  const { problems } = await jobs.run(integrityJob, {}, workspaces.workerContext('screen'));
  log[problems.length === 0 ? 'info' : 'error']({ problems }, 'integrity checked');
  if (problems.length === 0 || workspaces.current()?.path !== checked.path) return;
  const [newest] = listBackups(checked.path);
  const backup = newest === undefined ? null : { path: newest.path, at: newest.takenAt };
  bookkeeping(workspaces, deps.now(), (db) =>
    addNotice(db, {
      id: deps.newId(),
      kind: 'damage',
      key: String(dueAt),
      memberId: checked.actorId,
      entity: 'workspace',
      entityId: '',
      params: JSON.stringify({ text: problems[0], backup }),
      dueAt: deps.now(),
    }),
  );
}

/** The Monday of a day's week. */
function mondayOf(day: IsoDate): IsoDate {
  return dayOffset(day, -((((dayNumber(day) + 3) % 7) + 7) % 7));
}
