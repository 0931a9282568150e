import { performance } from 'node:perf_hooks';
import { noticesByIds } from '#db/queries/notice/noticeRows.ts';
import { newSweep, type Sweep } from '../features/notices/findWanted.ts';
import { lookForNotices } from '../features/notices/lookForNotices.ts';
import { toTold } from '../features/notices/noticeItems.ts';
import { bookkeeping } from './bookkeeping.ts';
import type { ScheduleDeps } from './schedule.ts';

/** So many are put on the desktop one by one; more are told as a number. */
const TOLD_AT_ONCE = 3;
const SLOW_MS = 50;

/** Makes the look for reminders of whoever works on this device: what it finds is told to every shell once. */
export function createNoticeLook(deps: ScheduleDeps): () => void {
  const { workspaces, log, emit } = deps;
  let whose = '';
  let sweep: Sweep = newSweep();
  return () => {
    const workspace = workspaces.current();
    if (!workspace) return;
    const { db, path, timeZone, actorId } = workspace;
    if (whose !== `${path} ${actorId}`) {
      whose = `${path} ${actorId}`;
      sweep = newSweep();
    }
    const now = deps.now();
    const started = performance.now();
    const shown = lookForNotices({
      db: db.read,
      now,
      timeZone,
      memberId: actorId,
      newId: deps.newId,
      sweep,
      write: (run) => bookkeeping(workspaces, now, run),
    });
    const ms = Math.round(performance.now() - started);
    if (ms > SLOW_MS) log.warn({ ms }, 'slow look for reminders');
    if (shown.length === 0) return;
    emit({ type: 'changed', topics: ['notices'], transaction: null });
    const told = noticesByIds(db.read, shown.slice(0, TOLD_AT_ONCE)).map(toTold);
    emit({ type: 'notify', told, count: shown.length });
  };
}
