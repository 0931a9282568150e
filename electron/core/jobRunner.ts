import type { CoreEvent } from '#shared/contract/operation.ts';
import { type JobDefinition, JobUnderWay } from '../workers/job.ts';
import type { WorkerContext } from '../workers/messages.ts';
import { WorkerThread } from '../workers/workerThread.ts';
import type { ExclusiveGate } from './exclusiveGate.ts';

/** Starts long jobs in threads of their own, tells their progress and cancels them. */
export class JobRunner {
  private readonly workerFile: URL;
  private readonly gate: ExclusiveGate;
  private readonly emit: (event: CoreEvent) => void;
  private readonly running = new Map<string, Int32Array<SharedArrayBuffer>>();

  constructor(workerFile: URL, gate: ExclusiveGate, emit: (event: CoreEvent) => void) {
    this.workerFile = workerFile;
    this.gate = gate;
    this.emit = emit;
  }

  /** Runs a job to its end. Rejects with JobCancelled, JobUnderWay, or with what went wrong in the worker. */
  run<Input, Output>(job: JobDefinition<Input, Output>, input: Input, context: WorkerContext): Promise<Output> {
    if (job.single === true && this.running.has(job.name)) return Promise.reject(new JobUnderWay(job.name));
    const start = async () => {
      const thread = new WorkerThread(this.workerFile);
      const cancel = new Int32Array(new SharedArrayBuffer(4));
      this.running.set(job.name, cancel);
      try {
        const value = await thread.job(job.name, input, context, cancel, (phase, done, total) =>
          this.emit({ type: 'progress', job: job.name, phase, done, total }),
        );
        return value as Output;
      } finally {
        this.running.delete(job.name);
        await thread.stop();
      }
    };
    return job.exclusive ? this.gate.hold(start) : start();
  }

  /** Asks a running job to end without a trace; false when none of that name runs. */
  cancel(name: string): boolean {
    const flag = this.running.get(name);
    if (!flag) return false;
    Atomics.store(flag, 0, 1);
    return true;
  }

  /** Asks all running jobs to end. */
  cancelAll(): void {
    for (const flag of this.running.values()) Atomics.store(flag, 0, 1);
  }
}
