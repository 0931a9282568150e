import { mkdirSync } from 'node:fs';
import { allOperations, contracts } from '#shared/contract/allOperations.ts';
import type { Operation } from '#shared/contract/operation.ts';
import { err, type Result } from '#shared/lib/result.ts';
import { createSettingsHandlers } from '../features/settings/settingsHandlers.ts';
import { createWorkspaceHandlers } from '../features/workspace/workspaceHandlers.ts';
import { areaHandlers, type AnyHandler, featureHandlers } from '../ipc/allHandlers.ts';
import { createRouter, type RunOutcome } from '../ipc/router.ts';
import { WorkerThread } from '../workers/workerThread.ts';
import { commandContext } from './commandContext.ts';
import { createEventHub } from './eventHub.ts';
import { ExclusiveGate } from './exclusiveGate.ts';
import { FileHandles } from './fileHandles.ts';
import { DocumentStore } from './documentStore.ts';
import { createIdSource } from './idSource.ts';
import { JobRunner } from './jobRunner.ts';
import { createLogger } from './logger.ts';
import { PersonalStore } from './personalStore.ts';
import { type Schedule, startSchedule } from './schedule.ts';
import type { Core, CoreOptions, Session } from './types.ts';
import { WorkspaceManager } from './workspaceManager.ts';

/** After these another workspace is open, or another person works. */
const opening: ReadonlySet<string> = new Set(
  [contracts.workspace.open, contracts.workspace.create, contracts.workspace.restore].map(({ name }) => name),
);
/** A core that only carries out one command reminds nobody: there is no shell that could tell it. */
const noSchedule: Schedule = {
  lookNow: () => Promise.resolve(),
  lookSoon: () => {},
  scoreSoon: () => {},
  stop: () => {},
};

/** Builds the program without a shell. Throws only when the folder for personal state cannot be made. */
export async function createCore(options: CoreOptions): Promise<Core> {
  mkdirSync(options.userDataFolder, { recursive: true });
  const log = createLogger(options.userDataFolder, options.logLevel);
  const { emit, subscribe } = createEventHub(
    () => schedule.lookSoon(),
    () => schedule.scoreSoon(),
  );
  const newId = createIdSource(options.now, options.randomBytes);
  const personal = new PersonalStore(options.userDataFolder);
  const workspaces = new WorkspaceManager(options.now, options.randomBytes, personal);
  const gate = new ExclusiveGate();
  const jobs = new JobRunner(options.workerFile, gate, emit);
  const files = new FileHandles();
  const documents = new DocumentStore(workspaces, files, gate, options.now);
  const queries = new WorkerThread(options.workerFile);
  const schedule = options.unattended
    ? noSchedule
    : startSchedule({ workspaces, gate, jobs, newId, now: options.now, log, emit });
  const workspaceHandlers = createWorkspaceHandlers({ workspaces, personal, jobs, files, options, newId, queries });
  const handlers: ReadonlyMap<string, AnyHandler> = new Map([
    ...featureHandlers,
    ...areaHandlers(contracts.settings, createSettingsHandlers(personal)),
    ...areaHandlers(contracts.workspace, workspaceHandlers),
  ]);

  const run = async (operation: Operation, input: unknown, session: Session): Promise<RunOutcome> => {
    const handler = handlers.get(operation.name);
    if (!handler) return { result: err({ type: 'unknownOperation', operation: operation.name }), transaction: null };
    if (operation.runs === 'worker') {
      const result = await queries.query(operation.name, input, workspaces.workerContext(session.door));
      return { result: result as Result<unknown, unknown>, transaction: null };
    }
    // Cancelling must not wait for the very job that it is to end.
    const waits = operation.kind === 'command' && operation.name !== contracts.workspace.cancelJob.name;
    if (waits) await gate.open();
    const call = commandContext({ workspaces, jobs, files, documents, newId, now: options.now(), session });
    const result = await handler(call.context, input);
    if (result.ok && opening.has(operation.name)) void schedule.lookNow();
    if (result.ok && operation.topics.includes('workspace')) workspaces.refresh();
    return { result, transaction: call.transaction(), touched: call.topics() };
  };
  const invoke = createRouter({
    operations: allOperations,
    isWorkspaceOpen: () => workspaces.current() !== null,
    run,
    emit,
    log,
    newReference: () => newId().slice(-8),
    checkOutputs: options.checkOutputs,
  });
  let closed: Promise<void> | null = null;
  const close = async (): Promise<void> => {
    schedule.stop();
    jobs.cancelAll();
    await gate.open();
    await queries.stop();
    workspaces.close();
  };
  return {
    invoke,
    subscribe,
    lookNow: () => schedule.lookNow(),
    registerFile: (path, displayName, temporary) => files.register(path, displayName, temporary),
    lentFile: (handle) => documents.lentFile(handle),
    close: () => (closed ??= close()),
  };
}
