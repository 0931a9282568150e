import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { replayLog } from '#db/changes/replayLog.ts';
import { stateDigest } from '#db/changes/stateDigest.ts';
import { changesSince } from '#db/changes/transactionLog.ts';
import { allMigrations } from '#db/migrations/allMigrations.ts';
import { openReadOnly } from '#db/open.ts';
import { makeWorkspace, NOW, reopen, seededBytes, temporaryFolder } from '#tests/support/workspaceFixture.ts';

const script = fileURLToPath(new URL('children/writeForever.ts', import.meta.url));
const folder = temporaryFolder();
afterAll(folder.remove);

/** Lets a process write and kills it with SIGKILL some time after its first confirmation; returns what it confirmed. */
async function writeUntilKilled(path: string, afterMs: number): Promise<[seq: number, rows: number][]> {
  const child = spawn(process.execPath, [script, path], { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  let ends: NodeJS.Timeout | undefined;
  child.stdout.on('data', (piece: Buffer) => {
    said += piece.toString();
    ends ??= setTimeout(() => child.kill('SIGKILL'), afterMs);
  });
  await once(child, 'exit');
  // The last line may be cut off; a confirmation that nobody heard is none.
  return said
    .split('\n')
    .slice(0, -1)
    .map((line) => line.split(' ').map(Number) as [number, number]);
}

test('A killed writer loses nothing it confirmed, leaves nothing half-written, and its log replays to the same state', async () => {
  const path = folder.file('killed.kongdan');
  makeWorkspace(path).close();
  const confirmed = new Map<number, number>();
  for (const afterMs of [0, 13, 37, 71, 150]) {
    for (const [seq, rows] of await writeUntilKilled(path, afterMs)) confirmed.set(seq, rows);
    const db = reopen(path);
    expect(db.read.get('PRAGMA integrity_check')).toEqual({ integrity_check: 'ok' });
    expect(db.read.all('PRAGMA foreign_key_check')).toEqual([]);
    const log = new Map(changesSince(db.read, 0, 1_000_000).map((entry) => [entry.seq, entry.rows]));
    for (const [seq, rows] of confirmed) expect([seq, log.get(seq)]).toEqual([seq, rows]);
    // At most one change of each round was done and not heard of.
    expect([...log.keys()]).toEqual(Array.from({ length: log.size }, (_, n) => n + 1));
    const logged = [...log.values()].reduce((sum, rows) => sum + rows, 0);
    const counts = db.read.get<{ n: number }>(
      'SELECT (SELECT count(*) FROM account) + (SELECT count(*) FROM activity) AS n',
    );
    expect(counts?.n).toBe(logged);
    db.close();
  }
  expect(confirmed.size).toBeGreaterThan(5);
  const source = openReadOnly(path);
  const target = folder.file('replayed.sqlite');
  replayLog(source.read, target, { now: NOW, randomBytes: seededBytes('kill'), migrations: allMigrations });
  const replayed = openReadOnly(target);
  expect(stateDigest(replayed.read)).toEqual(stateDigest(source.read));
  replayed.close();
  source.close();
});
