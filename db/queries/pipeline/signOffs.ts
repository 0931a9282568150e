import type { IsoDate } from '#shared/lib/time.ts';
import type { ReadDb } from '../../handles.ts';
import { byName } from '../nameOrder.ts';

/** Somebody who may be asked for a sign-off. */
export interface SignerRow {
  readonly id: string;
  readonly name: string;
  readonly role: string;
}

/** Active people who may sign for this role, the owner's manager first, admins last. */
export function signers(db: ReadDb, role: string, ownerId: string | null): SignerRow[] {
  return db.all<SignerRow>(
    `SELECT m.id, m.name, m.role FROM member m LEFT JOIN member o ON o.id = ?
     WHERE m.active = 1 AND m.role IN (?, 'admin')
     ORDER BY m.id IS NOT o.managerId, m.role = 'admin', ${byName('member', 'm.id')}`,
    ownerId,
    role,
  );
}

/** An open request for a sign-off, with what whoever signs wants to know. */
export interface WaitingRow {
  readonly taskId: string;
  readonly opportunityId: string;
  readonly opportunityName: string;
  readonly accountId: string | null;
  readonly accountName: string | null;
  readonly ownerId: string | null;
  readonly ownerName: string | null;
  readonly amountMinor: number | null;
  readonly currency: string;
  readonly stageName: string;
  readonly criterionId: string;
  readonly criterionText: string;
  readonly askedBy: string;
  readonly askedAt: number;
  readonly note: string;
  readonly dueDate: IsoDate | null;
}

/** Sign-offs that this person was asked for and has not given, those due first. */
export function waitingSignOffs(db: ReadDb, memberId: string, limit: number): WaitingRow[] {
  return db.all<WaitingRow>(
    `SELECT t.id AS taskId, o.id AS opportunityId, o.name AS opportunityName, a.id AS accountId, a.name AS accountName,
       w.id AS ownerId, w.name AS ownerName, o.amountMinor, o.currency, coalesce(s.name, '') AS stageName, t.criterionId,
       k.text AS criterionText, coalesce(b.name, '') AS askedBy, t.createdAt AS askedAt, t.note, t.dueDate
     FROM task t INDEXED BY task_byOwner CROSS JOIN opportunity o ON o.id = t.opportunityId
     CROSS JOIN stageCriterion k ON k.id = t.criterionId LEFT JOIN account a ON a.id = o.accountId
     LEFT JOIN member w ON w.id = o.ownerId LEFT JOIN stage s ON s.id = o.stageId
     LEFT JOIN member b ON b.id = t.createdById
     WHERE ${IS_WAITING} ORDER BY t.dueDate, t.createdAt, t.id LIMIT ?`,
    memberId,
    limit,
  );
}

/** How many sign-offs wait for this person. */
export function countWaitingSignOffs(db: ReadDb, memberId: string): number {
  const row = db.get<{ n: number }>(
    `SELECT count(*) AS n FROM task t INDEXED BY task_byOwner CROSS JOIN opportunity o ON o.id = t.opportunityId
     WHERE ${IS_WAITING}`,
    memberId,
  );
  return row?.n ?? 0;
}

/** A request that still asks for something: the deal runs. */
const IS_WAITING = `t.ownerId = ? AND t.status = 'open' AND t.criterionId IS NOT NULL AND t.removedAt IS NULL
  AND o.removedAt IS NULL AND o.status IN ('open', 'paused')`;

/** Open requests for one sign-off of one deal. */
export function openRequests(
  db: ReadDb,
  opportunityId: string,
  criterionId: string,
): { readonly id: string; readonly ownerId: string | null }[] {
  return db.all(
    `SELECT id, ownerId FROM task WHERE opportunityId = ? AND status = 'open' AND criterionId = ? AND removedAt IS NULL`,
    opportunityId,
    criterionId,
  );
}
