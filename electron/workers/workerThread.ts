import { Worker } from 'node:worker_threads';
import { JobCancelled, type ReportProgress } from './job.ts';
import type { WorkerContext, WorkerReply, WorkerRequest } from './messages.ts';

/** How long a thread may go on with what it is in. */
const PATIENCE_MS = 20_000;

interface Pending {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
  readonly report: ReportProgress | null;
}

/** An error that happened in a worker; carries the worker's own stack for the log and SQLite's code when there is one. */
export class WorkerFailure extends Error {
  readonly code: string;
  constructor(message: string, stack: string, code: string) {
    super(message);
    this.stack = stack;
    this.code = code;
  }
}

/** One worker thread that answers queries or runs a job; started at first use, started anew after a crash. */
export class WorkerThread {
  private readonly file: URL;
  private worker: Worker | null = null;
  private nextId = 1;
  private readonly pending = new Map<number, Pending>();

  constructor(file: URL) {
    this.file = file;
  }

  /** Runs a query operation on the worker's read-only connection. */
  query(operation: string, input: unknown, context: WorkerContext): Promise<unknown> {
    return this.send((id) => ({ type: 'query', id, operation, input, context }), null);
  }

  /** Runs a job; rejects with JobCancelled when `cancel[0]` was set before it ended. */
  job(
    name: string,
    input: unknown,
    context: WorkerContext,
    cancel: Int32Array<SharedArrayBuffer>,
    report: ReportProgress,
  ): Promise<unknown> {
    return this.send((id) => ({ type: 'job', id, name, input, context, cancel }), report);
  }

  /**
   * Ends the thread; what was running is rejected at once. The thread finishes what it is in and closes its file itself:
   * one that is terminated inside a call of the database binding can take the whole program with it (better-sqlite3
   * #1507). Only a thread that does not come to an end is terminated; SQLite then rolls its transaction back.
   */
  async stop(): Promise<void> {
    const worker = this.worker;
    this.worker = null;
    this.fail(new JobCancelled('The worker was stopped'));
    if (worker === null) return;
    const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread of this program, not a window
    worker.postMessage({ type: 'end' } satisfies WorkerRequest);
    // From here on the program waits for it.
    worker.ref();
    const patience = setTimeout(() => void worker.terminate(), PATIENCE_MS);
    await ended;
    clearTimeout(patience);
  }

  private send(request: (id: number) => WorkerRequest, report: ReportProgress | null): Promise<unknown> {
    const id = this.nextId++;
    const worker = this.start();
    return new Promise((resolve, reject) => {
      this.pending.set(id, { resolve, reject, report });
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread of this program, not a window
      worker.postMessage(request(id));
    });
  }

  private start(): Worker {
    if (this.worker) return this.worker;
    const worker = new Worker(this.file, { name: 'kongdan' });
    // The program may end while a worker idles.
    worker.unref();
    worker.on('message', (reply: WorkerReply) => this.receive(reply));
    worker.on('error', (error) => this.crashed(worker, error instanceof Error ? error : new Error(String(error))));
    worker.on('exit', () => this.crashed(worker, new Error('The worker ended unexpectedly')));
    this.worker = worker;
    return worker;
  }

  private receive(reply: WorkerReply): void {
    const pending = this.pending.get(reply.id);
    if (!pending) return;
    if (reply.type === 'progress') {
      pending.report?.(reply.phase, reply.done, reply.total);
      return;
    }
    this.pending.delete(reply.id);
    if (reply.type === 'done') pending.resolve(reply.value);
    else if (reply.type === 'cancelled') pending.reject(new JobCancelled('Cancelled'));
    else pending.reject(new WorkerFailure(reply.message, reply.stack, reply.code));
  }

  private crashed(worker: Worker, error: Error): void {
    if (this.worker !== worker) return;
    this.worker = null;
    this.fail(error);
  }

  private fail(error: Error): void {
    const waiting = [...this.pending.values()];
    this.pending.clear();
    for (const pending of waiting) pending.reject(error);
  }
}
