import type { WorkspaceDb } from '#db/open.ts';
import { overdueLeads } from '#db/queries/lead/heldLeads.ts';
import { changeLead } from '#db/repositories/leads.ts';
import { decideLead } from '#shared/domain/leads/leadAction.ts';
import { ok } from '#shared/lib/result.ts';

/** Leads per look; the next look, a minute later, takes the next ones. */
const MOST_AT_ONCE = 200;

/**
 * Puts leads whose holding time is over into the pool, as one change. Asks the records, not a timer, so that it does the same
 * after any sleep; what is in the pool already is not overdue, so looking twice does nothing. Returns how many were moved.
 */
export function recycleOverdueLeads(
  workspace: { readonly db: WorkspaceDb; readonly actorId: string } | null,
  now: number,
): number {
  if (workspace === null || overdueLeads(workspace.db.read, now, 1).length === 0) return 0;
  const { result } = workspace.db.write({ actor: workspace.actorId, label: 'lead.recycleOverdue', at: now }, (db) => {
    const overdue = overdueLeads(db, now, MOST_AT_ONCE);
    for (const row of overdue) {
      const decision = { action: 'recycle', reasonCode: 'overdue', reason: '' } as const;
      const patch = decideLead(row, decision, { now, heldUntil: now, actorId: null });
      if (patch !== null) changeLead(db, row.id, patch);
    }
    return ok(overdue.length);
  });
  return result.ok ? result.value : 0;
}
