import { instantOfClock } from '../../changes/clock.ts';
import type { ReadDb, SqlValue } from '../../handles.ts';

/** A task as a calendar file needs it. */
export interface CalendarTaskRow {
  readonly id: string;
  readonly title: string;
  readonly note: string;
  readonly status: 'open' | 'done' | 'cancelled';
  readonly dueDate: string | null;
  readonly dueMinute: number | null;
  readonly doneAt: number | null;
  readonly createdAt: number;
  readonly dealName: string | null;
  readonly accountName: string | null;
  /** Epoch ms of the last change of any field. */
  readonly changedAt: number;
  /** How often it was changed, undo included: it only ever grows. */
  readonly revision: number;
}

const SELECTED = `SELECT t.id, t.title, t.note, t.status, t.dueDate, t.dueMinute, t.doneAt, t.createdAt,
    o.name AS dealName, a.name AS accountName,
    (SELECT max(r.hlc) FROM syncRow r, syncDict d WHERE d.name = 'task' AND r.tbl = d.no AND r.pk = t.id) AS madeClock,
    (SELECT max(p.hlc) FROM syncOp p, syncDict d WHERE d.name = 'task' AND p.tbl = d.no AND p.pk = t.id) AS changedClock,
    (SELECT count(DISTINCT p.hlc) FROM syncOp p, syncDict d WHERE d.name = 'task' AND p.tbl = d.no AND p.pk = t.id) AS revision
  FROM task t
  LEFT JOIN opportunity o ON o.id = t.opportunityId
  LEFT JOIN account a ON a.id = coalesce(t.accountId, o.accountId)`;
const LIVE = 't.removedAt IS NULL AND (t.opportunityId IS NULL OR o.removedAt IS NULL)';

type Stored = Omit<CalendarTaskRow, 'changedAt'> & { madeClock: number | null; changedClock: number | null };

const part = (condition: string) => `${SELECTED} WHERE t.ownerId IS ? AND ${condition} AND ${LIVE}`;

/** A person's open tasks, and those that were closed or fell due since a day; at most `limit`, the latest due first. */
export function calendarTasksOf(
  db: ReadDb,
  ownerId: string | null,
  since: { readonly day: string; readonly at: number },
  limit: number,
): CalendarTaskRow[] {
  const params: SqlValue[] = [ownerId, ownerId, since.at, ownerId, since.day, limit];
  return rows(
    db,
    `SELECT * FROM (
       ${part("t.status = 'open'")}
       UNION ALL ${part("t.status = 'done' AND t.doneAt >= ?")}
       UNION ALL ${part("t.status = 'cancelled' AND t.dueDate >= ?")}
     ) ORDER BY dueDate DESC, id LIMIT ?`,
    params,
  );
}

/** Every task of a deal. */
export function calendarTasksOfDeal(db: ReadDb, opportunityId: string): CalendarTaskRow[] {
  return rows(db, `${SELECTED} WHERE t.opportunityId = ? AND ${LIVE} ORDER BY t.dueDate DESC, t.id`, [opportunityId]);
}

function rows(db: ReadDb, sql: string, params: readonly SqlValue[]): CalendarTaskRow[] {
  return db.all<Stored>(sql, ...params).map(({ madeClock, changedClock, ...row }) => {
    const clock = Math.max(madeClock ?? 0, changedClock ?? 0);
    return { ...row, changedAt: clock === 0 ? row.createdAt : instantOfClock(clock) };
  });
}
