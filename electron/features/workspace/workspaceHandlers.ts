import { dirname } from 'node:path';
import { listBackups } from '#db/backup.ts';
import { restoreBackup } from '#db/restoreBackup.ts';
import type { workspaceContract } from '#shared/contract/workspace.contract.ts';
import { err, ok } from '#shared/lib/result.ts';
import { VERSION } from '#shared/lib/version.ts';
import type { CommandContext, HandlersFor } from '../../ipc/handler.ts';
import { backupJob } from './backupJob.ts';
import type { WorkspacePort } from './createWorkspaceFile.ts';
import { createWorkspaceFile } from './createWorkspaceFile.ts';
import { renameWorkspace } from './renameWorkspace.ts';
import { workspaceContents } from './workspaceContents.ts';

/** Handlers of the workspace area: opening, making, closing, backing up. */
export function createWorkspaceHandlers(port: WorkspacePort): HandlersFor<typeof workspaceContract> {
  const { workspaces, personal, jobs } = port;
  /** The renderer may only name files that this person opened before or that lie where new ones are made. */
  const mayName = (context: CommandContext, path: string): boolean =>
    context.door !== 'screen' ||
    personal.recent().some((known) => known.path === path) ||
    dirname(path) === port.options.workspacesFolder;
  return {
    status: () =>
      ok({
        open: workspaces.current() ? workspaces.info() : null,
        version: VERSION,
        userDataFolder: port.options.userDataFolder,
      }),
    contents: workspaceContents,
    recent: () => ok(personal.recent()),
    create: (context, input) => createWorkspaceFile(port, context, input),
    open: async (context, input) => {
      const path = 'path' in input ? input.path : context.resolveFile(input.file)?.path;
      if (path === undefined || ('path' in input && !mayName(context, path))) return forbidden(path ?? '');
      await port.queries.stop();
      return workspaces.open(path);
    },
    close: async () => {
      await port.queries.stop();
      workspaces.close();
      return ok({});
    },
    rename: (context, { name }) => renameWorkspace(context, name),
    backups: () => ok(listBackups(workspaces.info().path)),
    backUp: async (context) =>
      ok(await jobs.run(backupJob, { at: context.now, reason: 'manual' }, workspaces.workerContext(context.door))),
    restore: async (context, { path, backupPath }) => {
      const known = listBackups(path).some((backup) => backup.path === backupPath);
      if (!mayName(context, path) || !known) return forbidden(known ? path : backupPath);
      await port.queries.stop();
      if (workspaces.current()?.path === path) workspaces.close();
      const restored = restoreBackup(path, backupPath, { at: context.now });
      return restored.ok ? workspaces.open(path) : restored;
    },
    cancelJob: (_context, { job }) => ok({ cancelled: jobs.cancel(job) }),
  };
}

const forbidden = (path: string) => err({ type: 'forbidden' as const, reason: path });
