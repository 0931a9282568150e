import type { IsoDate } from '#shared/lib/time.ts';
import type { ReadDb } from '../../handles.ts';

/** A deal with the names and rates that a card shows. */
export interface CardRow {
  readonly id: string;
  readonly name: string;
  readonly accountId: string | null;
  readonly accountName: string | null;
  readonly ownerId: string | null;
  readonly ownerName: string | null;
  readonly processId: string | null;
  readonly stageId: string | null;
  readonly stageKey: string | null;
  readonly stageName: string | null;
  readonly winRateMille: number | null;
  readonly allowedDays: number | null;
  readonly status: string;
  readonly amountMinor: number | null;
  readonly currency: string;
  readonly expectedClose: IsoDate | null;
  readonly stageEnteredAt: number;
  readonly ownWinRate: number | null;
  readonly modelWinRate: number | null;
  readonly rank: string;
  readonly createdAt: number;
  readonly source: string;
  /** JSON of code, note and at: why it stays in its stage, as was said last on the present visit; null = not said. */
  readonly stall: string | null;
}

/** The deals with these ids, in the order of the ids; ids without a deal are left out. */
export function cardRows(db: ReadDb, ids: readonly string[]): CardRow[] {
  return db.all<CardRow>(
    `SELECT o.id, o.name, o.accountId, a.name AS accountName, o.ownerId, m.name AS ownerName, o.processId, o.stageId,
       s.key AS stageKey, s.name AS stageName, s.winRateMille, s.allowedDays, o.status, o.amountMinor, o.currency,
       o.expectedClose, o.stageEnteredAt, o.ownWinRate, r.probability AS modelWinRate, o.rank, o.createdAt, o.source,
       (SELECT json_object('code', x.code, 'note', x.note, 'at', x.at) FROM stallReason x
         WHERE x.opportunityId = o.id AND x.stageId = o.stageId AND x.at >= o.stageEnteredAt
         ORDER BY x.at DESC LIMIT 1) AS stall
     FROM json_each(?) j
     CROSS JOIN opportunity o ON o.id = j.value
     LEFT JOIN account a ON a.id = o.accountId
     LEFT JOIN member m ON m.id = o.ownerId
     LEFT JOIN stage s ON s.id = o.stageId
     LEFT JOIN opportunityScore r ON r.opportunityId = o.id
     ORDER BY j.key`,
    JSON.stringify(ids),
  );
}

/** Tasks of one deal: done, and done or open. */
export interface TaskCount {
  readonly opportunityId: string;
  readonly done: number;
  readonly total: number;
}

/** Done and planned tasks of each deal, cancelled ones left out. */
export function taskCounts(db: ReadDb, ids: readonly string[]): TaskCount[] {
  return db.all<TaskCount>(
    `SELECT t.opportunityId, sum(t.status = 'done') AS done, count(*) AS total
     FROM json_each(?) j CROSS JOIN task t ON t.opportunityId = j.value
     WHERE t.status IN ('open', 'done') AND t.removedAt IS NULL GROUP BY t.opportunityId`,
    JSON.stringify(ids),
  );
}

/** An open task of a deal. */
export interface NextTask {
  readonly opportunityId: string;
  readonly taskId: string;
  readonly title: string;
  readonly dueDate: IsoDate | null;
  readonly dueMinute: number | null;
}

/** Open tasks of each deal, the next one first: by due day (none last), then minute, then age. */
export function openTasks(db: ReadDb, ids: readonly string[]): NextTask[] {
  return db.all<NextTask>(
    `SELECT t.opportunityId, t.id AS taskId, t.title, t.dueDate, t.dueMinute
     FROM json_each(?) j CROSS JOIN task t ON t.opportunityId = j.value
     WHERE t.status = 'open' AND t.removedAt IS NULL
     ORDER BY t.dueDate IS NULL, t.dueDate, coalesce(t.dueMinute, 1440), t.id`,
    JSON.stringify(ids),
  );
}

/** One C139 judgement as the index holds it. */
export interface JudgementRow {
  readonly opportunityId: string;
  readonly code: string;
  readonly judge: string;
  readonly value: number | null;
  readonly at: number;
}

/** Every C139 judgement of these deals, from the index alone. */
export function judgementRows(db: ReadDb, ids: readonly string[]): JudgementRow[] {
  return db.all<JudgementRow>(
    `SELECT c.opportunityId, c.code, c.judge, c.value, c.at
     FROM json_each(?) j CROSS JOIN c139Judgement c ON c.opportunityId = j.value`,
    JSON.stringify(ids),
  );
}
