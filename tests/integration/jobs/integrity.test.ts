import { randomBytes } from 'node:crypto';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
    for (let n = 0; n < 2000; n += 1) insertRow(write, task, { id: `t${n}`, title: `事${n}`, note: '备注'.repeat(40) });
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

/** Overwrites a page in the middle of the file that holds notes of tasks, past everything that opening looks at. */
function damage(): void {
  const bytes = readFileSync(path);
  const pageSize = bytes.readUInt16BE(16) === 1 ? 65_536 : bytes.readUInt16BE(16);
  const pages = Math.floor(statSync(path).size / pageSize);
  const note = Buffer.from('备注'.repeat(10));
  const page = Array.from({ length: pages }, (_, n) => n).find(
    (n) => n > 20 && bytes[n * pageSize] === 13 && bytes.subarray(n * pageSize, (n + 1) * pageSize).includes(note),
  );
  if (page === undefined) throw new Error('No page of tasks was found');
  const file = openSync(path, 'r+');
  writeSync(file, Buffer.alloc(64, 0xee), 0, 64, page * pageSize);
  closeSync(file);
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

test('a page damaged deep inside is told to whoever works here, with the newest backup, once for each check', async () => {
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
