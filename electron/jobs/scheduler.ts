import type { Logger } from 'pino';
import type { DueJob } from '#db/queries/dueJobs.ts';

/** What a due job does. It must be idempotent: after a crash between its effect and its mark it runs again. */
export type JobBody = (payload: string, dueAt: number) => void | Promise<void>;

/** The due table as the scheduler sees it. */
export interface DueTable {
  claimDue(now: number, limit: number): readonly DueJob[];
  markDone(id: string, now: number): void;
  markFailed(id: string, now: number, message: string): void;
}

const BATCH = 50;

/**
 * Runs what is due, oldest first, once each. It asks the table, never a timer, so that sleep, restart and a changed clock
 * neither lose nor repeat a job: whoever calls `tick` (a minute timer, waking up, start) only says "look now".
 */
export class Scheduler {
  private readonly table: DueTable;
  private readonly bodies: ReadonlyMap<string, JobBody>;
  private readonly now: () => number;
  private readonly log: Logger;
  private ticking = false;

  constructor(table: DueTable, bodies: ReadonlyMap<string, JobBody>, now: () => number, log: Logger) {
    this.table = table;
    this.bodies = bodies;
    this.now = now;
    this.log = log;
  }

  /** Runs everything due now; answers how many jobs succeeded. A tick during a tick does nothing. */
  async tick(): Promise<number> {
    if (this.ticking) return 0;
    this.ticking = true;
    let succeeded = 0;
    try {
      const due = this.table.claimDue(this.now(), BATCH);
      for (const job of due) if (await this.runOne(job)) succeeded += 1;
    } finally {
      this.ticking = false;
    }
    return succeeded;
  }

  private async runOne(job: DueJob): Promise<boolean> {
    const body = this.bodies.get(job.kind);
    if (!body) {
      // A newer program may have scheduled it; leave it for that one.
      this.log.info({ kind: job.kind }, 'no body for due job');
      this.table.markFailed(job.id, this.now(), 'unknown kind');
      return false;
    }
    try {
      await body(job.payload, job.dueAt);
      this.table.markDone(job.id, this.now());
      return true;
    } catch (error) {
      this.log.error({ kind: job.kind, err: error }, 'due job failed');
      this.table.markFailed(job.id, this.now(), error instanceof Error ? error.message : String(error));
      return false;
    }
  }
}
