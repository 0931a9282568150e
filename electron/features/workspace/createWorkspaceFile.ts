import { insertRow } from '#db/rows.ts';
import { member, workspace } from '#db/schema/team.ts';
import { saveLocalSetting } from '#db/repositories/localSettings.ts';
import type { WorkspaceDb } from '#db/open.ts';
import type { CommonError, ErrorOf, ParsedInputOf } from '#shared/contract/operation.ts';
import type { workspaceContract, WorkspaceInfo } from '#shared/contract/workspace.contract.ts';
import { dayInZone } from '#shared/lib/time.ts';
import { ok, type Result } from '#shared/lib/result.ts';
import type { JobRunner } from '../../core/jobRunner.ts';
import type { FileHandles } from '../../core/fileHandles.ts';
import type { PersonalStore } from '../../core/personalStore.ts';
import type { CoreOptions } from '../../core/types.ts';
import { finishWorkspace, freeWorkspacePath, removeUnfinished, unfinishedPath } from '../../core/workspaceFiles.ts';
import type { WorkspaceManager } from '../../core/workspaceManager.ts';
import type { CommandContext } from '../../ipc/handler.ts';
import type { WorkerThread } from '../../workers/workerThread.ts';
import { createStarterProcesses } from '../sample/createStarterProcesses.ts';
import { sampleJob } from '../sample/sampleJob.ts';
import { ME_KEY } from '../settings/settingsHandlers.ts';

/** What the workspace area needs of the core. */
export interface WorkspacePort {
  readonly workspaces: WorkspaceManager;
  readonly personal: PersonalStore;
  readonly jobs: JobRunner;
  readonly files: FileHandles;
  readonly options: CoreOptions;
  readonly newId: () => string;
  readonly queries: WorkerThread;
}

type Create = typeof workspaceContract.create;
const TIME_ZONE = 'Asia/Shanghai';
const CURRENCY = 'CNY';

/**
 * Makes a workspace file, fills it and opens it. It gets its name only when it is complete: a failure, a cancel or a
 * kill in between leaves no file that looks like a workspace.
 */
export async function createWorkspaceFile(
  port: WorkspacePort,
  context: CommandContext,
  input: ParsedInputOf<Create>,
): Promise<Result<WorkspaceInfo, ErrorOf<Create>>> {
  const path = freeWorkspacePath(port.options.workspacesFolder, input.name);
  const unfinished = unfinishedPath(path);
  const created = port.workspaces.create(unfinished);
  if (!created.ok) return created;
  const db = created.value;
  try {
    const filled =
      input.kind === 'empty'
        ? fillEmpty(db, port, context, input)
        : await fillSample(db, port, context, input, unfinished);
    if (!filled.ok) return filled;
    db.close();
    finishWorkspace(path);
  } finally {
    db.close();
    removeUnfinished(path);
  }
  await port.queries.stop();
  return port.workspaces.open(path);
}

/** An empty workspace still has a person and the general process, so that the first deal needs only a name. */
function fillEmpty(
  db: WorkspaceDb,
  port: WorkspacePort,
  context: CommandContext,
  input: ParsedInputOf<Create>,
): Result<null, CommonError> {
  const { newId } = port;
  const me = newId();
  const { result } = db.write({ actor: me, label: 'workspace.create', at: context.now }, (write) => {
    insertRow(write, workspace, {
      id: newId(),
      name: input.name,
      currency: CURRENCY,
      timeZone: TIME_ZONE,
      createdAt: context.now,
    });
    const fallback = input.locale === 'en' ? 'Me' : '我';
    insertRow(write, member, { id: me, name: input.personName || fallback, role: 'manager', createdAt: context.now });
    saveLocalSetting(write, ME_KEY, me);
    createStarterProcesses(write, { newId, now: context.now, locale: input.locale });
    return ok(null);
  });
  return result;
}

async function fillSample(
  db: WorkspaceDb,
  port: WorkspacePort,
  context: CommandContext,
  input: ParsedInputOf<Create>,
  unfinished: string,
): Promise<Result<null, CommonError>> {
  // The job opens the file itself, in its worker.
  db.close();
  await port.jobs.run(
    sampleJob,
    { size: input.size, seed: input.seed, locale: input.locale, name: input.name },
    {
      path: unfinished,
      now: context.now,
      today: dayInZone(context.now, TIME_ZONE),
      timeZone: TIME_ZONE,
      currency: CURRENCY,
      actorId: '',
      door: context.door,
    },
  );
  return ok(null);
}
