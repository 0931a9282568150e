import type { IsoDate } from '#shared/lib/time.ts';
import type { ReadDb } from '../../handles.ts';
import { isOpenDeal, isTouch } from '../conditions.ts';

/** Deals of an account added up per outcome, stage and currency; amounts in minor units. */
export interface AccountDealSum {
  readonly outcome: 'open' | 'won' | 'lost';
  readonly stageId: string;
  readonly winRateMille: number;
  readonly currency: string;
  readonly count: number;
  readonly amountMinor: number;
}

/** Sums over all deals of an account; paused deals count as open, given-up ones as lost. */
export function accountDealSums(db: ReadDb, accountId: string): AccountDealSum[] {
  return db.all<AccountDealSum>(
    `SELECT CASE WHEN o.status = 'won' THEN 'won' WHEN o.status IN ('open', 'paused') THEN 'open' ELSE 'lost' END AS outcome,
      coalesce(o.stageId, '') AS stageId, coalesce(s.winRateMille, 0) AS winRateMille, o.currency,
      count(*) AS count, coalesce(sum(o.amountMinor), 0) AS amountMinor
    FROM opportunity o LEFT JOIN stage s ON s.id = o.stageId
    WHERE o.accountId = ? AND o.removedAt IS NULL
    GROUP BY outcome, o.stageId, o.currency`,
    accountId,
  );
}

/** Epoch ms of the last contact with anybody at the account, null when there was none. */
export function accountLastTouch(db: ReadDb, accountId: string, now: number): number | null {
  return (
    db.get<{ at: number | null }>(
      `SELECT max(x.at) AS at FROM activity x WHERE x.accountId = ? AND ${isTouch('x')}`,
      accountId,
      now,
    )?.at ?? null
  );
}

/** The open task that is due first at the account or at one of its live deals; tasks without date come last. */
export function accountNextTask(
  db: ReadDb,
  accountId: string,
): { taskId: string; title: string; dueDate: IsoDate | null } | null {
  return (
    db.get<{ taskId: string; title: string; dueDate: IsoDate | null }>(
      `SELECT t.id AS taskId, t.title, t.dueDate FROM task t
      WHERE t.removedAt IS NULL AND t.status = 'open' AND t.id IN (
        SELECT id FROM task WHERE accountId = ? AND status = 'open'
        UNION
        SELECT t2.id FROM opportunity o JOIN task t2 ON t2.opportunityId = o.id
        WHERE o.accountId = ? AND ${isOpenDeal('o')} AND t2.status = 'open'
      )
      ORDER BY t.dueDate IS NULL, t.dueDate, t.dueMinute IS NULL, t.dueMinute, t.createdAt, t.id LIMIT 1`,
      accountId,
      accountId,
    ) ?? null
  );
}

/** How many live deals of an account are not decided. */
export function openDealCount(db: ReadDb, accountId: string): number {
  return (
    db.get<{ n: number }>(
      `SELECT count(*) AS n FROM opportunity o WHERE o.accountId = ? AND ${isOpenDeal('o')}`,
      accountId,
    )?.n ?? 0
  );
}

/** Ids of the account's live deals: open ones first by expected close, then decided ones, the newest first. */
export function accountDealIds(db: ReadDb, accountId: string, limit: number): { ids: string[]; total: number } {
  const rows = db.all<{ id: string; total: number }>(
    `SELECT o.id, count(*) OVER () AS total FROM opportunity o WHERE o.accountId = ? AND o.removedAt IS NULL
    ORDER BY o.status NOT IN ('open', 'paused'), iif(o.status IN ('open', 'paused'), coalesce(o.expectedClose, '9999'), ''),
      o.closedAt DESC, o.createdAt DESC, o.id LIMIT ?`,
    accountId,
    limit,
  );
  return { ids: rows.map((row) => row.id), total: rows[0]?.total ?? 0 };
}

/** A sourced statement about an account. */
export interface AccountFact {
  readonly id: string;
  readonly kind: string;
  readonly label: string;
  readonly value: string;
  readonly date: IsoDate | null;
  readonly source: string;
}

/** What is known about an account from outside and has not been superseded, newest first within its kind. */
export function accountFacts(db: ReadDb, accountId: string): AccountFact[] {
  return db.all<AccountFact>(
    `SELECT id, kind, label, value, date, source FROM fact WHERE accountId = ? AND supersededById IS NULL
    ORDER BY kind, date DESC, id DESC LIMIT 500`,
    accountId,
  );
}
