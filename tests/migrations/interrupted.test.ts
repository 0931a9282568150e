import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { changesSince } from '#db/changes/transactionLog.ts';
import { latestVersion } from '#db/migrate.ts';
import { allMigrations } from '#db/migrations/allMigrations.ts';
import { openReadOnly, openWorkspace } from '#db/open.ts';
import { insertRow } from '#db/rows.ts';
import { account } from '#db/schema/account.ts';
import { change, makeWorkspace, temporaryFolder, testOptions, valueOf } from '#tests/support/workspaceFixture.ts';
import { RENAMED, slowMigrations } from './children/slowMigrations.ts';

const script = fileURLToPath(new URL('children/migrateSlowly.ts', import.meta.url));
const folder = temporaryFolder();
const template = folder.file('template.kongdan');
const newest = latestVersion(allMigrations);
beforeAll(() => {
  const db = makeWorkspace(template);
  change(db, (write) => {
    for (let n = 0; n < RENAMED; n += 1) insertRow(write, account, { id: `a${n}`, name: 'before' });
  });
  db.close();
});
afterAll(folder.remove);

/** Starts the migration in a process of its own and kills that with SIGKILL as soon as it says the word. */
async function killAt(path: string, word: string, afterMs = 0): Promise<void> {
  const child = spawn(process.execPath, [script, path, word === 'start' ? '0' : '60000'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  for await (const line of createInterface({ input: child.stdout })) {
    if (line === word) {
      if (afterMs > 0) await new Promise((resolve) => setTimeout(resolve, afterMs));
      child.kill('SIGKILL');
      break;
    }
    if (line.startsWith('slow')) throw new Error(`Waits at ${line} instead of ${word}`);
  }
  child.kill('SIGKILL');
  await ended;
}

/** Checks that the file is wholly at one version, and returns how many further migrations that version has. */
function stateAfterKill(path: string): number {
  const { read, close } = openReadOnly(path);
  const version = Object.values(read.get<Record<string, number>>('PRAGMA user_version') ?? {})[0] ?? 0;
  const done = version - newest;
  expect(done).toBeGreaterThanOrEqual(0);
  expect(read.all('SELECT DISTINCT name FROM account')).toEqual([{ name: done === 0 ? 'before' : `after ${done}` }]);
  const tables = read.get<{ n: number }>(
    "SELECT count(*) AS n FROM sqlite_master WHERE type = 'table' AND name GLOB 'slow*'",
  );
  expect(tables?.n).toBe(done);
  expect(read.get('SELECT max(id) AS id FROM schemaMigration')).toEqual({ id: version });
  expect(read.get('PRAGMA integrity_check')).toEqual({ integrity_check: 'ok' });
  expect(read.all('SELECT * FROM syncPending')).toEqual([]);
  expect(changesSince(read, 0)).toHaveLength(1);
  close();
  return done;
}

describe('A migration that is killed', () => {
  test('in the middle leaves the old state, and the next opening goes through', async () => {
    const path = folder.file('middle.kongdan');
    copyFileSync(template, path);
    await killAt(path, 'slow1');
    expect(stateAfterKill(path)).toBe(0);
    // The program that made the file can go on with it.
    valueOf(openWorkspace(path, testOptions())).close();
    valueOf(openWorkspace(path, { ...testOptions(), migrations: slowMigrations(() => undefined) })).close();
    expect(stateAfterKill(path)).toBe(3);
  });

  test.each([5, 15, 25, 40, 60, 90, 130, 200])('%i ms after its start leaves one whole version', async (afterMs) => {
    const path = folder.file(`after${afterMs}.kongdan`);
    copyFileSync(template, path);
    await killAt(path, 'start', afterMs);
    stateAfterKill(path);
    valueOf(openWorkspace(path, { ...testOptions(), migrations: slowMigrations(() => undefined) })).close();
    expect(stateAfterKill(path)).toBe(3);
  });
});
