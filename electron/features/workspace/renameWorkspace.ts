import { workspaceRow } from '#db/queries/workspaceInfo.ts';
import { updateRow } from '#db/rows.ts';
import { workspace } from '#db/schema/team.ts';
import { err, ok } from '#shared/lib/result.ts';
import type { CommandContext } from '../../ipc/handler.ts';

/** Gives the open workspace another name; the file keeps its own. */
export function renameWorkspace(context: CommandContext, name: string) {
  return context.write('workspace.rename', (db) => {
    const row = workspaceRow(db);
    if (!row) return err({ type: 'notFound' as const, entity: 'workspace', id: '' });
    updateRow(db, workspace, row.id, { name });
    return ok({});
  });
}
