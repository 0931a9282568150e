import type { WorkspaceDb } from '#db/open.ts';

/** How far a long job is; throws `JobCancelled` when the person cancelled, which ends the job without a trace. */
export type ReportProgress = (phase: string, done: number, total: number | null) => void;

/** Thrown inside a job by `report` after the person cancelled; the router answers `cancelled`. */
export class JobCancelled extends Error {}

/** Thrown instead of starting a `single` job while one of its name runs. */
export class JobUnderWay extends Error {}

/** What a long job may use; it runs in a worker thread with a connection of its own. */
export interface JobContext {
  /** The open workspace, by a connection of this worker; null for jobs that need none. */
  readonly workspace: WorkspaceDb;
  readonly now: number;
  readonly timeZone: string;
  readonly currency: string;
  readonly actorId: string;
  readonly newId: () => string;
  readonly report: ReportProgress;
}

/**
 * Long work by name: plain data in, plain data out. `exclusive` jobs write; commands wait until they end, so that one
 * transaction of any length never meets another writer.
 */
export interface JobDefinition<Input, Output> {
  readonly name: string;
  readonly exclusive: boolean;
  /** Only one at a time: a second one is refused with `JobUnderWay` instead of running beside the first. */
  readonly single?: boolean;
  readonly run: (context: JobContext, input: Input) => Output | Promise<Output>;
}

/** Declares a job; register it in `allJobs.ts` so that the worker finds it by name. */
export const defineJob = <Input, Output>(definition: JobDefinition<Input, Output>): JobDefinition<Input, Output> =>
  definition;
