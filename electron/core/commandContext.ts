import { err, type Result } from '#shared/lib/result.ts';
import { dayInZone } from '#shared/lib/time.ts';
import type { CommonError, Topic } from '#shared/contract/operation.ts';
import type { WriteDb } from '#db/handles.ts';
import type { CommandContext, WriteOptions } from '../ipc/handler.ts';
import type { DocumentStore, StoredDocument } from './documentStore.ts';
import { fireEventRules, forgetUndoneNotices } from '../features/automation/eventRules.ts';
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

/** One call's context, which change transaction it made, and what the rules that it set off have touched. */
interface Call {
  readonly context: CommandContext;
  readonly transaction: () => number | null;
  readonly topics: () => readonly Topic[];
}

/** The context of one call, and ways to learn what it did. */
export function commandContext(deps: CallDeps): Call {
  let made: number | null = null;
  let touched: readonly Topic[] = [];
  const workspace = deps.workspaces.current();
  const timeZone = workspace?.timeZone ?? 'UTC';
  const context: CommandContext = {
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
      const outcome = workspace.db.write({ actor: workspace.actorId, label, at: deps.now, ...options }, (db) => {
        const result = run(db);
        // The one place where rules are set off: whatever a command did to deals, it did it in here.
        if (result.ok && options.undoes === undefined) touched = fireEventRules(context, db);
        else if (result.ok) forgetUndoneNotices(db);
        return result;
      });
      if (outcome.transaction !== null) made = outcome.transaction;
      return outcome.result;
    },
    runJob: (job, input) => deps.jobs.run(job, input, deps.workspaces.workerContext(deps.session.door)),
    resolveFile: (handle: string) => deps.files.resolve(handle),
    storeFiles: (handles: readonly string[]) => deps.documents.store(handles),
    findContent: (document: StoredDocument) => deps.documents.find(document),
    lendContent: (document: StoredDocument) => deps.documents.lend(document),
  };
  return { context, transaction: () => made, topics: () => touched };
}
