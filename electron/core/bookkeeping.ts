import type { WriteDb } from '#db/handles.ts';
import { ok } from '#shared/lib/result.ts';
import type { WorkspaceManager } from './workspaceManager.ts';

/**
 * Writes that are this device's own bookkeeping: no shared table is touched, so nothing enters the change log. Does
 * nothing while no workspace is open; throws when the disk refuses.
 */
export function bookkeeping(workspaces: WorkspaceManager, now: number, run: (db: WriteDb) => void): void {
  const workspace = workspaces.current();
  if (!workspace) return;
  const { result } = workspace.db.write({ actor: workspace.actorId, label: 'schedule', at: now }, (db) => {
    run(db);
    return ok(null);
  });
  if (!result.ok) throw new Error(`Bookkeeping could not be written: ${result.error.type}`);
}
