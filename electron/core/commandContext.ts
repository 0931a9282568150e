import { err, type Result } from '#shared/lib/result.ts';
import { dayInZone } from '#shared/lib/time.ts';
import type { CommonError } from '#shared/contract/operation.ts';
import type { WriteDb } from '#db/handles.ts';
import type { CommandContext, WriteOptions } from '../ipc/handler.ts';
import type { DocumentStore, StoredDocument } from './documentStore.ts';
import type { FileHandles } from './fileHandles.ts';
import type { JobRunner } from './jobRunner.ts';
import type { Session } from './types.ts';
import type { WorkspaceManager } from './workspaceManager.ts';

interface CallDeps {
  readonly workspaces: WorkspaceManager;
  readonly jobs: JobRunner;
  readonly files: FileHandles;
  readonly documents: DocumentStore;
  readonly newId: () => string;
  readonly now: number;
  readonly session: Session;
}

/** The context of one call, and a way to learn which change transaction it made. */
export function commandContext(deps: CallDeps): { context: CommandContext; transaction: () => number | null } {
  let made: number | null = null;
  const workspace = deps.workspaces.current();
  const timeZone = workspace?.timeZone ?? 'UTC';
  const context = {
    get db() {
      if (!workspace) throw new Error('No workspace is open');
      return workspace.db.read;
    },
    now: deps.now,
    get today() {
      return dayInZone(deps.now, timeZone);
    },
    timeZone,
    currency: workspace?.currency ?? 'CNY',
    actorId: workspace?.actorId ?? '',
    door: deps.session.door,
    newId: deps.newId,
    write: <T, E>(
      label: string,
      run: (db: WriteDb) => Result<T, E>,
      options: WriteOptions = {},
    ): Result<T, E | CommonError> => {
      // It may have been closed while the command waited for a file.
      if (!workspace || deps.workspaces.current()?.db !== workspace.db) return err({ type: 'noWorkspace' as const });
      const outcome = workspace.db.write({ actor: workspace.actorId, label, at: deps.now, ...options }, run);
      if (outcome.transaction !== null) made = outcome.transaction;
      return outcome.result;
    },
    runJob: <Input, Output>(job: Parameters<JobRunner['run']>[0], input: Input): Promise<Output> =>
      deps.jobs.run(job, input, deps.workspaces.workerContext(deps.session.door)) as Promise<Output>,
    resolveFile: (handle: string) => deps.files.resolve(handle),
    storeFiles: (handles: readonly string[]) => deps.documents.store(handles),
    findContent: (document: StoredDocument) => deps.documents.find(document),
    lendContent: (document: StoredDocument) => deps.documents.lend(document),
  };
  return { context: context as CommandContext, transaction: () => made };
}
