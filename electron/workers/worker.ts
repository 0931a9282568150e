import { randomBytes } from 'node:crypto';
import { parentPort } from 'node:worker_threads';
import { openForJob, openReadOnly, type ReadOnlyWorkspace } from '#db/open.ts';
import { createIdSource } from '../core/idSource.ts';
import { featureHandlers } from '../ipc/allHandlers.ts';
import type { CommandContext } from '../ipc/handler.ts';
import { allJobs } from './allJobs.ts';
import { type JobContext, JobCancelled } from './job.ts';
import type { WorkerReply, WorkerRequest } from './messages.ts';

const port = parentPort;
if (!port) throw new Error('This file is started as a worker thread.');

/** Progress is told at most this often, so that a fast job does not drown the main thread in messages. */
const PROGRESS_EVERY_MS = 100;

let reading: { path: string; workspace: ReadOnlyWorkspace } | null = null;

port.on('message', (request: WorkerRequest) => {
  if (request.type === 'end') {
    reading?.workspace.close();
    reading = null;
    // Nothing keeps the thread any more: it ends by itself.
    port.close();
    return;
  }
  void answer(request).then((reply) => port.postMessage(reply));
});

async function answer(request: Exclude<WorkerRequest, { type: 'end' }>): Promise<WorkerReply> {
  const { id } = request;
  try {
    const value = request.type === 'query' ? await runQuery(request) : await runJob(request);
    return { type: 'done', id, value };
  } catch (error) {
    if (error instanceof JobCancelled) return { type: 'cancelled', id };
    const failure = error instanceof Error ? error : new Error(String(error));
    const code = 'code' in failure ? String(failure.code) : '';
    return { type: 'failed', id, message: failure.message, stack: failure.stack ?? '', code };
  }
}

async function runQuery(request: Extract<WorkerRequest, { type: 'query' }>): Promise<unknown> {
  const { context, operation, input } = request;
  const handler = featureHandlers.get(operation);
  if (!handler) throw new Error(`No handler for ${operation} in the worker`);
  if (reading?.path !== context.path) {
    reading?.workspace.close();
    reading = { path: context.path, workspace: openReadOnly(context.path) };
  }
  // A query handler never touches what only commands may use, so those are not there.
  return handler({ ...context, db: reading.workspace.read } as unknown as CommandContext, input);
}

async function runJob(request: Extract<WorkerRequest, { type: 'job' }>): Promise<unknown> {
  const { context, name, input, cancel, id } = request;
  const job = allJobs.find((known) => known.name === name);
  if (!job) throw new Error(`No job named ${name}`);
  const workspace = openForJob(context.path, context.now);
  let lastTold = 0;
  const jobContext: JobContext = {
    workspace,
    now: context.now,
    timeZone: context.timeZone,
    currency: context.currency,
    actorId: context.actorId,
    newId: createIdSource(() => context.now, randomBytes),
    report: (phase, done, total) => {
      if (Atomics.load(cancel, 0) === 1) throw new JobCancelled('Cancelled');
      const now = performance.now();
      if (now - lastTold < PROGRESS_EVERY_MS && done !== total) return;
      lastTold = now;
      port?.postMessage({ type: 'progress', id, phase, done, total } satisfies WorkerReply);
    },
  };
  try {
    return await job.run(jobContext, input as never);
  } finally {
    workspace.close();
  }
}
