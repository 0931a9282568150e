import type { ReadDb } from '#db/handles.ts';
import { reportsOf } from '#db/queries/notice/reports.ts';
import { type DealPlace, watchedDeals } from '#db/queries/notice/watchedDeals.ts';
import { watchedLeads } from '#db/queries/notice/watchedLeads.ts';
import { type TaskPlace, watchedTasks } from '#db/queries/notice/watchedTasks.ts';
import { dealNotices } from '#shared/domain/notices/dealNotices.ts';
import { leadNotices } from '#shared/domain/notices/leadNotices.ts';
import type { WantedNotice, Watch } from '#shared/domain/notices/notice.ts';
import type { NoticeClock } from '#shared/domain/notices/noticeClock.ts';
import { taskNotices } from '#shared/domain/notices/taskNotices.ts';

/**
 * Where the sweeps over each person's records stopped. Every look reads the tasks that fell due last and, beyond them and
 * of the deals, as much as it may; who has more open than that is swept through in the course of several looks. Kept in
 * memory: a new start begins from the front, which finds the same.
 */
export interface Sweep {
  readonly tasks: Map<string, TaskPlace>;
  readonly deals: Map<string, DealPlace>;
}

/** Rows that one look reads of one person: much for oneself, some for each whom one leads. */
const OWN_ROWS = 250;
const TEAM_ROWS = 30;
const LEAD_ROWS = 250;

/** Begins at the front. */
export const newSweep = (): Sweep => ({ tasks: new Map(), deals: new Map() });

/** What the records call for at this moment, for one person: their own, and what those whom they lead let slip. */
export function findWanted(db: ReadDb, memberId: string, clock: NoticeClock, sweep: Sweep): WantedNotice[] {
  const people: { id: string; watch: Watch; rows: number }[] = [
    { id: memberId, watch: 'owner', rows: OWN_ROWS },
    ...reportsOf(db, memberId).map(({ id }) => ({ id, watch: 'manager' as const, rows: TEAM_ROWS })),
  ];
  const wanted = watchedLeads(db, memberId, LEAD_ROWS).flatMap((lead) => leadNotices(lead, clock.now));
  for (const { id, watch, rows } of people) {
    for (const task of tasksOf(db, id, clock, sweep, rows)) wanted.push(...taskNotices(task, watch, clock));
    for (const { allowedDays, answered, ...deal } of dealsOf(db, id, clock, sweep, rows)) {
      if (allowedDays === null || (answered === 1 && watch === 'owner')) continue;
      wanted.push(...dealNotices({ ...deal, allowedDays }, watch, clock));
    }
  }
  return wanted;
}

function tasksOf(db: ReadDb, ownerId: string, clock: NoticeClock, sweep: Sweep, rows: number) {
  const today = clock.calendar.dayOf(clock.now);
  const from = sweep.tasks.get(ownerId) ?? null;
  const front = watchedTasks(db, ownerId, today, null, rows);
  const rest = from === null ? [] : watchedTasks(db, ownerId, today, from, rows);
  const read = from === null ? front : rest;
  step(sweep.tasks, ownerId, read.length < rows ? undefined : read.at(-1));
  return [...front, ...rest];
}

function dealsOf(db: ReadDb, ownerId: string, clock: NoticeClock, sweep: Sweep, rows: number) {
  const before = clock.calendar.startOf(clock.calendar.dayOf(clock.now));
  const from = sweep.deals.get(ownerId) ?? null;
  const read = watchedDeals(db, ownerId, before, from, rows);
  step(sweep.deals, ownerId, read.length < rows ? undefined : read.at(-1));
  return read;
}

function step<Place>(places: Map<string, Place>, id: string, last: Place | undefined): void {
  if (last === undefined) places.delete(id);
  else places.set(id, last);
}
