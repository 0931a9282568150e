import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { WriteDb } from '#db/handles.ts';
import { createWorkspace, openWorkspace, type OpenOptions, type WorkspaceDb } from '#db/open.ts';
import { ok, type Result } from '#shared/lib/result.ts';

/** 2026-02-16T08:00:00Z: the wall clock of tests that do not say otherwise. */
export const NOW = Date.UTC(2026, 1, 16, 8);

/** Bytes that look random and are the same in every run. */
export function seededBytes(seed: string): (length: number) => Uint8Array {
  let calls = 0;
  return (length) => {
    calls += 1;
    return createHash('shake256', { outputLength: length }).update(`${seed} ${calls}`).digest();
  };
}

export const testOptions = (seed = 'test'): OpenOptions => ({
  now: NOW,
  randomBytes: seededBytes(seed),
  holder: 'test',
});

/** A folder of its own for every test file; remove it in `afterAll`. */
export function temporaryFolder(): { path: string; file: (name: string) => string; remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'kongdan-db-'));
  return { path, file: (name) => join(path, name), remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** Unwraps a success; a failure fails the test with what it says. */
export function valueOf<T, E>(result: Result<T, E>): T {
  if (!result.ok) throw new Error(`Expected a success: ${JSON.stringify(result.error)}`);
  return result.value;
}

export const makeWorkspace = (path: string, options: OpenOptions = testOptions()): WorkspaceDb =>
  valueOf(createWorkspace(path, options));

export const reopen = (path: string, options: OpenOptions = testOptions('again')): WorkspaceDb =>
  valueOf(openWorkspace(path, options));

/** Runs one change of member `m1`; returns its number in the log. */
export function change(db: WorkspaceDb, run: (write: WriteDb) => unknown, at = NOW, label = 'test.change'): number {
  const { result, transaction } = db.write({ actor: 'm1', label, at }, (write) => {
    run(write);
    return ok(null);
  });
  valueOf(result);
  if (transaction === null) throw new Error('The change changed nothing');
  return transaction;
}
