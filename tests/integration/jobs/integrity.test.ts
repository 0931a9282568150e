import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { backupWorkspace } from '#db/backup.ts';
import { dueJobs } from '#db/queries/dueJobs.ts';
import { saveLocalSetting } from '#db/repositories/localSettings.ts';
import { insertRow } from '#db/rows.ts';
import { task } from '#db/schema/work.ts';
import { member, workspace } from '#db/schema/team.ts';
import { dueBodies, scheduleRegularJobs } from '#electron/core/dueBodies.ts';
import { ExclusiveGate } from '#electron/core/exclusiveGate.ts';
import { JobRunner } from '#electron/core/jobRunner.ts';
import { PersonalStore } from '#electron/core/personalStore.ts';
import type { ScheduleDeps } from '#electron/core/schedule.ts';
import { WorkspaceManager } from '#electron/core/workspaceManager.ts';
import { change, makeWorkspace, valueOf } from '#tests/support/workspaceFixture.ts';

const NOW = Date.UTC(2026, 8, 16, 2);
const WEEK = 7 * 86_400_000;

let folder: string;
let path: string;
let now: number;
let deps: ScheduleDeps;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kongdan-integrity-'));
  path = join(folder, 'w.kongdan');
  now = NOW;
  const db = makeWorkspace(path);
  change(db, (write) => {
    insertRow(write, workspace, { id: 'w', name: '组' });
    insertRow(write, member, { id: 'me', name: '林悦' });
    saveLocalSetting(write, 'me', 'me');
    for (let n = 0; n < 50; n += 1) insertRow(write, task, { id: `t${n}`, title: `事${n}` });
  });
  db.close();
  const gate = new ExclusiveGate();
  const workspaces = new WorkspaceManager(() => now, randomBytes, new PersonalStore(folder));
  deps = {
    workspaces,
    gate,
    jobs: new JobRunner(new URL('../../../electron/workers/worker.ts', import.meta.url), gate, () => {}),
    newId: () => randomBytes(8).toString('hex'),
    now: () => now,
    log: pino({ level: 'silent' }),
    emit: () => {},
  };
});
afterEach(() => {
  deps.workspaces.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Writes past all guards, the schema table included. */
const rewrite = (run: (db: Database.Database) => void) => {
  const db = new Database(path);
  db.unsafeMode(true);
  db.pragma('writable_schema = ON');
  run(db);
  db.close();
};

/** Leaves an entry out of an index, as a lost write would: nothing notices at opening, a look through all of it does. */
function damage(): void {
  const sql = "SELECT sql FROM sqlite_master WHERE name = 'task_byAccount'";
  let whole = '';
  const redefine = (text: string) =>
    rewrite((db) => db.prepare("UPDATE sqlite_master SET sql = ? WHERE name = 'task_byAccount'").run(text));
  rewrite((db) => {
    whole = db.prepare<[], string>(sql).pluck().get() ?? '';
  });
  redefine(`${whole} WHERE status = 'never'`);
  rewrite((db) => db.exec("UPDATE syncSwitch SET capturing = 0; UPDATE task SET status = 'cancelled' WHERE id = 't7'"));
  redefine(whole);
  rewrite((db) => db.exec('UPDATE syncSwitch SET capturing = 1'));
}

const run = () => dueBodies(deps).get('integrity.weekly')?.('{}', now);
const notices = () =>
  deps.workspaces
    .current()
    ?.db.read.all<{ kind: string; memberId: string; params: string }>('SELECT kind, memberId, params FROM notice') ??
  [];

test('the check comes once a week and not in the first minutes after the start', () => {
  valueOf(deps.workspaces.open(path));
  const read = () => deps.workspaces.current()!.db.read;
  const planned = (at: number) => dueJobs(read(), at, 10).filter(({ kind }) => kind === 'integrity.weekly');
  scheduleRegularJobs(deps);
  scheduleRegularJobs(deps);
  expect(planned(now)).toEqual([]);
  expect(planned(now + 11 * 60_000)).toHaveLength(1);
  now += WEEK;
  scheduleRegularJobs(deps);
  expect(planned(now + 11 * 60_000)).toHaveLength(2);
});

test('a sound file is not spoken of', async () => {
  valueOf(deps.workspaces.open(path));
  await run();
  expect(notices()).toEqual([]);
});

test('damage deep inside is told to whoever works here, with the newest backup, once for each check', async () => {
  valueOf(backupWorkspace(path, { at: NOW - WEEK, reason: 'daily' }));
  const newest = valueOf(backupWorkspace(path, { at: NOW - 1000, reason: 'daily' }));
  damage();
  valueOf(deps.workspaces.open(path));
  await run();
  await run();
  expect(notices()).toHaveLength(1);
  expect(notices()[0]).toMatchObject({ kind: 'damage', memberId: 'me' });
  expect(JSON.parse(notices()[0]?.params ?? '{}')).toMatchObject({ backup: { path: newest.path, at: NOW - 1000 } });
});
