import type { ReadDb, SqlValue } from '../../handles.ts';

/** A notice with the names that its text needs. */
export interface NoticeRow {
  readonly id: string;
  readonly kind: string;
  readonly entity: string;
  readonly entityId: string;
  readonly params: string;
  readonly dueAt: number;
  readonly taskId: string | null;
  readonly taskTitle: string | null;
  readonly dueDate: string | null;
  readonly dueMinute: number | null;
  readonly opportunityId: string | null;
  readonly opportunityName: string | null;
  readonly stageName: string | null;
  readonly accountName: string | null;
  readonly leadId: string | null;
  readonly leadName: string | null;
  readonly ownerName: string | null;
  readonly stallCode: string | null;
  readonly stallNote: string | null;
  readonly stallAt: number | null;
}

/** The records behind a notice `n`. */
const RECORDS = `notice n
  LEFT JOIN task t ON n.entity = 'task' AND t.id = n.entityId
  LEFT JOIN opportunity o ON o.id = iif(n.entity = 'opportunity', n.entityId, t.opportunityId)
  LEFT JOIN lead l ON n.entity = 'lead' AND l.id = n.entityId
  LEFT JOIN member w ON w.id = coalesce(t.ownerId, o.ownerId, l.ownerId)`;

const THIS_VISIT = 'r.opportunityId = o.id AND r.stageId = o.stageId AND r.at >= o.stageEnteredAt';
const TASK_OPEN = `t.status = 'open' AND t.removedAt IS NULL AND (t.opportunityId IS NULL OR o.removedAt IS NULL)`;
const VISIT = `o.status = 'open' AND o.removedAt IS NULL AND n.key = o.id || '|' || o.stageId || '|' || o.stageEnteredAt`;

/** A proposal about a model is over once another version of its kind was taken into use. */
const MODEL_IN_USE = `EXISTS (SELECT 1 FROM scoreModel v WHERE v.id = n.entityId AND v.removedAt IS NULL
    AND NOT EXISTS (SELECT 1 FROM scoreModel u WHERE u.kind = v.kind AND u.removedAt IS NULL AND u.activatedAt > v.activatedAt))`;

/**
 * Whether what a notice says is (still) so: the task is open and due that day, the deal on that visit, the question not
 * answered. Judged when it is read, so that ticking a task off, moving it or taking that back shows at once.
 */
const HOLDS = `CASE n.kind
  WHEN 'taskDue' THEN ${TASK_OPEN} AND t.ownerId = n.memberId
    AND n.key = t.id || '|' || t.dueDate || '|' || coalesce(t.dueMinute, '')
  WHEN 'taskOverdue' THEN ${TASK_OPEN} AND t.ownerId = n.memberId AND n.key = t.id || '|' || t.dueDate
  WHEN 'taskEscalated' THEN ${TASK_OPEN} AND w.managerId = n.memberId AND n.key = t.id || '|' || t.dueDate
  WHEN 'stageOverdue' THEN ${VISIT} AND o.ownerId = n.memberId
    AND NOT EXISTS (SELECT 1 FROM stallReason r WHERE ${THIS_VISIT})
  WHEN 'stageEscalated' THEN ${VISIT} AND w.managerId = n.memberId
  WHEN 'leadEnding' THEN l.removedAt IS NULL AND l.status IN ('new', 'verifying') AND l.ownerId = n.memberId
    AND n.key = l.id || '|' || l.heldUntil
  WHEN 'modelRefit' THEN ${MODEL_IN_USE}
  WHEN 'modelReview' THEN ${MODEL_IN_USE}
  ELSE (n.entity <> 'opportunity' OR o.removedAt IS NULL) AND (n.entity <> 'task' OR t.removedAt IS NULL)
END`;

const STALL = (column: string) =>
  `(SELECT r.${column} FROM stallReason r WHERE ${THIS_VISIT} ORDER BY r.at DESC, r.id DESC LIMIT 1)`;

const SELECTED = `SELECT n.id, n.kind, n.entity, n.entityId, n.params, n.dueAt,
    t.id AS taskId, t.title AS taskTitle, t.dueDate, t.dueMinute,
    o.id AS opportunityId, o.name AS opportunityName, s.name AS stageName,
    a.name AS accountName, l.id AS leadId, coalesce(nullif(l.company, ''), l.personName) AS leadName,
    w.name AS ownerName, ${STALL('code')} AS stallCode, ${STALL('note')} AS stallNote, ${STALL('at')} AS stallAt
  FROM ${RECORDS}
  LEFT JOIN stage s ON s.id = o.stageId
  LEFT JOIN account a ON a.id = coalesce(t.accountId, o.accountId)`;

const SHOWN = 'n.memberId = ? AND n.readAt IS NULL AND n.shownAt > 0';

/** What a person was told and has neither dealt with nor put away, the newest first. */
export function openNotices(db: ReadDb, memberId: string, limit: number): NoticeRow[] {
  return db.all<NoticeRow>(
    `${SELECTED} WHERE ${SHOWN} AND ${HOLDS} ORDER BY n.dueAt DESC, n.id DESC LIMIT ?`,
    memberId,
    limit,
  );
}

/** The notices with these ids, with their names. */
export function noticesByIds(db: ReadDb, ids: readonly string[]): NoticeRow[] {
  return db.all<NoticeRow>(
    `${SELECTED} WHERE n.id IN (SELECT value FROM json_each(?)) ORDER BY n.dueAt, n.id`,
    JSON.stringify(ids),
  );
}

/** How many open notices there are of each kind. */
export function noticeCounts(db: ReadDb, memberId: string): { kind: string; count: number }[] {
  return db.all<{ kind: string; count: number }>(
    `SELECT n.kind, count(*) AS count FROM ${RECORDS} WHERE ${SHOWN} AND ${HOLDS} GROUP BY n.kind`,
    memberId,
  );
}

/** A notice that waits to be shown; `holds` = 0 when what it says is no longer so. */
export interface WaitingNotice {
  readonly id: string;
  readonly holds: 0 | 1;
  readonly snoozedUntil: number | null;
}

/** What waits to be shown at `now`: held back by quiet hours until they ended, or put off until then; the oldest first. */
export function waitingNotices(db: ReadDb, memberId: string, now: number, limit: number): WaitingNotice[] {
  const params: SqlValue[] = [memberId, now, limit];
  return db.all<WaitingNotice>(
    `SELECT n.id, coalesce(${HOLDS}, 0) AS holds, n.snoozedUntil FROM ${RECORDS}
     WHERE n.memberId = ? AND n.readAt IS NULL AND n.shownAt IS NULL AND (n.snoozedUntil IS NULL OR n.snoozedUntil <= ?)
     ORDER BY n.dueAt, n.id LIMIT ?`,
    ...params,
  );
}

/** Notices that were shown before an instant, were never put away and no longer say what is so. */
export function staleNotices(db: ReadDb, memberId: string, before: number, limit: number): string[] {
  return db
    .all<{ id: string }>(
      `SELECT n.id FROM ${RECORDS} WHERE n.memberId = ? AND n.readAt IS NULL AND n.shownAt > 0 AND n.shownAt < ?
         AND NOT coalesce(${HOLDS}, 0) LIMIT ?`,
      memberId,
      before,
      limit,
    )
    .map((row) => row.id);
}
