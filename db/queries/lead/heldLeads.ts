import type { ReadDb } from '../../handles.ts';

/** A lead whose holding time is over. */
export interface OverdueLead {
  readonly id: string;
  readonly status: string;
  readonly ownerId: string | null;
  readonly recycled: number;
}

/** Leads in hand whose time was over at an instant, the longest ago first. */
export function overdueLeads(db: ReadDb, now: number, limit: number): OverdueLead[] {
  return db.all<OverdueLead>(
    `SELECT id, status, ownerId, recycled FROM lead INDEXED BY lead_held
     WHERE removedAt IS NULL AND status IN ('new', 'verifying') AND heldUntil <= ? ORDER BY heldUntil, id LIMIT ?`,
    now,
    limit,
  );
}
