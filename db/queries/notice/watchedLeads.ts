import type { ReadDb } from '../../handles.ts';

/** A lead that somebody holds, as the minute look reads it. */
export interface WatchedLeadRow {
  readonly id: string;
  readonly heldSince: number;
  readonly heldUntil: number;
}

/** Leads that a person holds for a limited time, the first to be lost first. */
export function watchedLeads(db: ReadDb, ownerId: string, limit: number): WatchedLeadRow[] {
  return db.all<WatchedLeadRow>(
    `SELECT l.id, coalesce(l.heldSince, l.createdAt) AS heldSince, l.heldUntil FROM lead l
     WHERE l.ownerId = ? AND l.status IN ('new', 'verifying') AND l.heldUntil > 0 AND l.removedAt IS NULL
     ORDER BY l.heldUntil LIMIT ?`,
    ownerId,
    limit,
  );
}
