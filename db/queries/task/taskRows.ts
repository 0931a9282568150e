import type { IsoDate } from '#shared/lib/time.ts';
import type { ReadDb } from '../../handles.ts';

/** A task with the names that a list shows. */
export interface TaskRow {
  readonly id: string;
  readonly title: string;
  readonly kind: string;
  readonly status: 'open' | 'done' | 'cancelled';
  readonly dueDate: IsoDate | null;
  readonly dueMinute: number | null;
  readonly doneAt: number | null;
  readonly deliverable: string;
  readonly deliverableRequired: number;
  /** Attached to it. */
  readonly documents: number;
  readonly ownerId: string | null;
  readonly ownerName: string | null;
  readonly opportunityId: string | null;
  readonly opportunityName: string | null;
  readonly accountId: string | null;
  readonly accountName: string | null;
  readonly amountMinor: number | null;
  readonly currency: string | null;
  readonly stageName: string;
}

const TASK = `SELECT t.id, t.title, t.kind, t.status, t.dueDate, t.dueMinute, t.doneAt, t.deliverable, t.deliverableRequired,
    (SELECT count(*) FROM attachment x WHERE x.entity = 'task' AND x.entityId = t.id AND x.removedAt IS NULL) AS documents,
    t.ownerId, m.name AS ownerName, o.id AS opportunityId, o.name AS opportunityName,
    a.id AS accountId, a.name AS accountName, o.amountMinor, o.currency, coalesce(s.name, '') AS stageName
  FROM task t
  LEFT JOIN opportunity o ON o.id = t.opportunityId
  LEFT JOIN account a ON a.id = coalesce(t.accountId, o.accountId)
  LEFT JOIN member m ON m.id = t.ownerId
  LEFT JOIN stage s ON s.id = t.stageId`;

/** A task of a trashed deal is asked of nobody. */
const LIVE = 't.removedAt IS NULL AND (t.opportunityId IS NULL OR o.removedAt IS NULL)';
const BY_DUE = 'ORDER BY t.dueDate, t.dueMinute IS NULL, t.dueMinute, t.createdAt, t.id';

/** Open tasks of a person (null: of nobody) that are due from one day to another, both included, the earliest first. */
export function openTasksDue(db: ReadDb, ownerId: string | null, from: string, to: string, limit: number): TaskRow[] {
  return db.all<TaskRow>(
    `${TASK} WHERE t.ownerId IS ? AND t.status = 'open' AND t.dueDate >= ? AND t.dueDate <= ? AND ${LIVE} ${BY_DUE} LIMIT ?`,
    ownerId,
    from,
    to,
    limit,
  );
}

/** How many open tasks of a person are due before a day. */
export function overdueTaskCount(db: ReadDb, ownerId: string | null, today: string): number {
  return (
    db.get<{ n: number }>(
      `SELECT count(*) AS n FROM task t LEFT JOIN opportunity o ON o.id = t.opportunityId
      WHERE t.ownerId IS ? AND t.status = 'open' AND t.dueDate < ? AND ${LIVE}`,
      ownerId,
      today,
    )?.n ?? 0
  );
}

/** Every task of a deal: open ones by due day (none last), then the others, the newest first. */
export function tasksOfOpportunity(db: ReadDb, opportunityId: string): TaskRow[] {
  return db.all<TaskRow>(
    `${TASK} WHERE t.opportunityId = ? AND t.removedAt IS NULL
    ORDER BY t.status <> 'open', iif(t.status = 'open', coalesce(t.dueDate, '9999'), ''), t.doneAt DESC,
      t.dueMinute IS NULL, t.dueMinute, t.createdAt, t.id`,
    opportunityId,
  );
}

/** All tasks of a lead: open ones first, then the newest done. */
export function tasksOfLead(db: ReadDb, leadId: string): TaskRow[] {
  return db.all<TaskRow>(
    `${TASK} WHERE t.leadId = ? AND t.removedAt IS NULL
    ORDER BY t.status <> 'open', iif(t.status = 'open', coalesce(t.dueDate, '9999'), ''), t.doneAt DESC, t.createdAt, t.id`,
    leadId,
  );
}

/** An open deal, and since when it is in its stage. */
export interface AgedDeal {
  readonly id: string;
  readonly stageEnteredAt: number;
  /** Working days that its stage allows. */
  readonly allowedDays: number;
}

/** A person's open deals in stages with a limit that entered them before an instant; the longest in stage first. */
export function agedDeals(db: ReadDb, ownerId: string | null, enteredBefore: number): AgedDeal[] {
  return db.all<AgedDeal>(
    `SELECT o.id, o.stageEnteredAt, s.allowedDays
    FROM opportunity o INDEXED BY opportunity_byStageAge JOIN stage s ON s.id = o.stageId
    WHERE o.ownerId IS ? AND o.status = 'open' AND o.stageEnteredAt < ? AND o.removedAt IS NULL
      AND s.allowedDays IS NOT NULL
    ORDER BY o.stageEnteredAt, o.id`,
    ownerId,
    enteredBefore,
  );
}
