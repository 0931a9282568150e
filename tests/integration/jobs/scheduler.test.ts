import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createWorkspace, type WorkspaceDb } from '#db/open.ts';
import { dueJobs, isScheduled } from '#db/queries/dueJobs.ts';
import { markJobDone, markJobFailed, scheduleJob } from '#db/repositories/dueJobs.ts';
import type { WriteDb } from '#db/handles.ts';
import { Scheduler } from '#electron/jobs/scheduler.ts';
import { ok } from '#shared/lib/result.ts';

const START = Date.UTC(2026, 8, 14, 2);
const MINUTE = 60_000;

let folder: string;
let workspace: WorkspaceDb;
let now: number;
let ran: string[];
let failing: boolean;

const write = (run: (db: WriteDb) => void) =>
  workspace.write({ actor: 'me', label: 'test', at: now }, (db) => {
    run(db);
    return ok(null);
  });
const schedule = (key: string, dueAt: number, kind = 'remind') =>
  write((db) => scheduleJob(db, { id: `${kind}-${key}-${dueAt}`, kind, key, dueAt, payload: key }));

function createScheduler(): Scheduler {
  const bodies = new Map([
    [
      'remind',
      (payload: string) => {
        if (failing) throw new Error('not now');
        ran.push(payload);
      },
    ],
  ]);
  const table = {
    claimDue: (at: number, limit: number) => dueJobs(workspace.read, at, limit),
    markDone: (id: string, at: number) => void write((db) => markJobDone(db, id, at)),
    markFailed: (id: string, at: number, message: string) => void write((db) => markJobFailed(db, id, at, message)),
  };
  return new Scheduler(table, bodies, () => now, pino({ level: 'silent' }));
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kongdan-jobs-'));
  now = START;
  ran = [];
  failing = false;
  const created = createWorkspace(join(folder, 'w.kongdan'), { now, randomBytes });
  if (!created.ok) throw new Error(created.error.type);
  workspace = created.value;
});
afterEach(() => {
  workspace.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('the due table', () => {
  test('runs what is due once, oldest first, and not what is not', async () => {
    schedule('b', START - MINUTE);
    schedule('a', START - 2 * MINUTE);
    schedule('later', START + MINUTE);
    const scheduler = createScheduler();
    await scheduler.tick();
    await scheduler.tick();
    expect(ran).toEqual(['a', 'b']);
  });

  test('catches up after a long sleep', async () => {
    for (let hour = 1; hour <= 60; hour += 1) schedule(`h${hour}`, START + hour * 60 * MINUTE);
    now = START + 61 * 60 * MINUTE;
    const scheduler = createScheduler();
    await scheduler.tick();
    await scheduler.tick();
    expect(ran).toHaveLength(60);
    expect(new Set(ran).size).toBe(60);
  });

  test('takes scheduling the same thing twice as one job with the newer due time', async () => {
    schedule('call', START - MINUTE);
    schedule('call', START + MINUTE);
    const scheduler = createScheduler();
    await scheduler.tick();
    expect(ran).toEqual([]);
    now = START + 2 * MINUTE;
    await scheduler.tick();
    expect(ran).toEqual(['call']);
    expect(isScheduled(workspace.read, 'remind', 'call')).toBe(true);
  });

  test('tries a failing job again later, also when the clock was set back in between', async () => {
    schedule('shaky', START - MINUTE);
    failing = true;
    const scheduler = createScheduler();
    await scheduler.tick();
    await scheduler.tick();
    failing = false;
    expect(ran).toEqual([]);
    now = START + 3 * MINUTE;
    await scheduler.tick();
    expect(ran).toEqual(['shaky']);

    schedule('second', now - MINUTE);
    failing = true;
    await scheduler.tick();
    failing = false;
    now -= 30_000;
    await scheduler.tick();
    expect(ran).toEqual(['shaky', 'second']);
  });

  test('leaves a job of a newer program alone', async () => {
    schedule('x', START - MINUTE, 'unknownKind');
    await createScheduler().tick();
    expect(ran).toEqual([]);
    expect(dueJobs(workspace.read, now + 60 * MINUTE, 10)).toHaveLength(1);
  });

  test('is bookkeeping of this device: nothing of it enters the change log', () => {
    const { transaction } = schedule('quiet', START);
    expect(transaction).toBeNull();
  });
});
