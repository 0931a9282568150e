import type { ReadDb, SqlValue, WriteDb } from '../handles.ts';

/** A running deal that is to go on elsewhere. */
export interface RunningDeal {
  readonly id: string;
  readonly stageId: string;
  readonly accountId: string | null;
  readonly ownerId: string | null;
}

/** The open and paused deals in these stages of a process, by the board's index. */
export function runningDeals(db: ReadDb, processId: string, stageIds: readonly string[]): RunningDeal[] {
  return db.all<RunningDeal>(
    `SELECT o.id, o.stageId, o.accountId, o.ownerId
     FROM json_each(?) j CROSS JOIN opportunity o INDEXED BY opportunity_board ON o.stageId = j.value
     WHERE o.processId = ? AND o.status IN ('open', 'paused') AND o.removedAt IS NULL ORDER BY j.key, o.rank, o.id`,
    JSON.stringify(stageIds),
    processId,
  );
}

/** Where deals go on; `enteredAt` null keeps the visit that runs. */
export interface DealTarget {
  readonly processId: string;
  readonly versionId: string;
  readonly stageId: string;
  readonly enteredAt: number | null;
}

/** Puts these deals into a stage of another version. */
export function retargetDeals(db: WriteDb, ids: readonly string[], target: DealTarget): number {
  return db.run(
    `UPDATE opportunity SET processId = ?, processVersionId = ?, stageId = ?, stageEnteredAt = coalesce(?, stageEnteredAt)
     WHERE id IN (SELECT value FROM json_each(?))`,
    target.processId,
    target.versionId,
    target.stageId,
    target.enteredAt,
    JSON.stringify(ids),
  ).changes;
}

/** One part of a version and the part of another that continues it. */
export interface Continuation {
  readonly from: string;
  readonly to: string;
  /** Stage that the continuing part belongs to. */
  readonly stageId: string;
}

const PAIRS = `(SELECT value ->> 'from' AS "from", value ->> 'to' AS "to", value ->> 'stageId' AS stageId FROM json_each(?))`;

/** Lets the tasks of these deals belong to the key tasks that continue theirs. */
export function carryTasks(db: WriteDb, ids: readonly string[], pairs: readonly Continuation[]): void {
  carry(
    db,
    `UPDATE task SET stageTaskId = p."to", stageId = p.stageId FROM ${PAIRS} p
     WHERE task.stageTaskId = p."from" AND task.opportunityId IN (SELECT value FROM json_each(?))`,
    pairs,
    ids,
  );
}

/** Lets the proofs of these deals stand for the criteria that continue theirs. */
export function carryProofs(db: WriteDb, ids: readonly string[], pairs: readonly Continuation[]): void {
  carry(
    db,
    `UPDATE criterionEvidence SET criterionId = p."to" FROM ${PAIRS} p
     WHERE criterionEvidence.criterionId = p."from"
       AND criterionEvidence.opportunityId IN (SELECT value FROM json_each(?))`,
    pairs,
    ids,
  );
}

function carry(db: WriteDb, sql: string, pairs: readonly Continuation[], ids: readonly string[]): void {
  if (pairs.length === 0 || ids.length === 0) return;
  const params: SqlValue[] = [JSON.stringify(pairs), JSON.stringify(ids)];
  db.run(sql, ...params);
}
