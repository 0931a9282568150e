import type { ReadDb } from '../../handles.ts';

/** A stage of any version of a process. */
export interface ProcessStage {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly stageClass: string;
  readonly position: number;
  readonly allowedDays: number | null;
  /** 1 for the version that new deals enter with. */
  readonly isCurrent: number;
}

/** Every stage of every version of a process, in order; empty when there is no such process. */
export function processStages(db: ReadDb, processId: string): ProcessStage[] {
  return db.all<ProcessStage>(
    `SELECT s.id, s.key, s.name, s.stageClass, s.position, s.allowedDays, s.processVersionId = p.currentVersionId AS isCurrent
    FROM process p JOIN processVersion v ON v.processId = p.id JOIN stage s ON s.processVersionId = v.id
    WHERE p.id = ? ORDER BY s.position, s.id`,
    processId,
  );
}

/** A deal of the process with what the funnel needs. */
export interface FunnelDealRow {
  /** Number of the row in this file, by which its history names it. */
  readonly row: number;
  readonly id: string;
  readonly ownerId: string | null;
  readonly status: string;
  readonly closedAt: number | null;
  readonly amountMinor: number | null;
  readonly currency: string;
}

/** Every live deal that is in this process now; only those of the given ids when there are any given. */
export function funnelDeals(db: ReadDb, processId: string, ids?: readonly string[]): FunnelDealRow[] {
  const among = amongDeals(processId, ids);
  return db.all<FunnelDealRow>(
    `SELECT o.rowid AS row, o.id, o.ownerId, o.status, o.closedAt, o.amountMinor, o.currency FROM opportunity o
    WHERE ${among.sql} AND o.removedAt IS NULL`,
    ...among.params,
  );
}

/** One row of a deal's stage history, with stages as the numbers that the caller gave them; null for any other stage. */
export interface FunnelChangeRow {
  readonly row: number;
  readonly at: number;
  readonly stage: number | null;
  readonly origin: number | null;
  /** 1 when the deal came there by a migration of its process, which is neither progress nor a step back. */
  readonly migrated: number;
}

/**
 * The stage history of the same deals, one row at a time, in no particular order. Numbers instead of ids: half a million rows
 * of text would cost more than reading them.
 */
export function funnelChanges(
  db: ReadDb,
  processId: string,
  stageNumbers: ReadonlyMap<string, number>,
  ids?: readonly string[],
): IterableIterator<FunnelChangeRow> {
  const among = amongDeals(processId, ids);
  const whens = [...stageNumbers].map(() => 'WHEN ? THEN ?').join(' ');
  const numbers = [...stageNumbers].flat();
  return db.iterate<FunnelChangeRow>(
    `SELECT o.rowid AS row, c.at, CASE c.toStageId ${whens} END AS stage, CASE c.fromStageId ${whens} END AS origin,
      c.kind = 'migrate' AS migrated
    FROM opportunity o CROSS JOIN stageChange c ON c.opportunityId = o.id
    WHERE ${among.sql} AND o.removedAt IS NULL`,
    ...numbers,
    ...numbers,
    ...among.params,
  );
}

function amongDeals(processId: string, ids: readonly string[] | undefined): { sql: string; params: string[] } {
  if (!ids) return { sql: 'o.processId = ?', params: [processId] };
  // The unary plus keeps the primary key: a handful of deals must not cost a look at all of the process.
  return {
    sql: 'o.id IN (SELECT value FROM json_each(?)) AND +o.processId = ?',
    params: [JSON.stringify(ids), processId],
  };
}

/** A deal as a row behind a figure. */
export interface FunnelDealDetail {
  readonly id: string;
  readonly name: string;
  readonly accountName: string;
  readonly ownerName: string;
  readonly amountMinor: number | null;
  readonly currency: string;
  readonly status: string;
  readonly stageName: string;
}

/** These deals with their names, in the order of the ids. */
export function funnelDealDetails(db: ReadDb, ids: readonly string[]): FunnelDealDetail[] {
  return db.all<FunnelDealDetail>(
    `SELECT o.id, o.name, coalesce(a.name, '') AS accountName, coalesce(m.name, '') AS ownerName, o.amountMinor, o.currency,
      o.status, coalesce(s.name, '') AS stageName
    FROM json_each(?) wanted JOIN opportunity o ON o.id = wanted.value
    LEFT JOIN account a ON a.id = o.accountId LEFT JOIN member m ON m.id = o.ownerId LEFT JOIN stage s ON s.id = o.stageId
    ORDER BY wanted.key`,
    JSON.stringify(ids),
  );
}
