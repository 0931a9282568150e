import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openConnection } from '#db/driver.ts';
import { createCore } from '#electron/core/createCore.ts';
import type { Core } from '#electron/core/types.ts';
import { contracts } from '#shared/contract/allOperations.ts';
import { BENCH_NOW } from '../benchWorkspace.ts';
import type { Timing } from '../measure.ts';

/** One thing that is measured on a copy of the large workspace, beside plain statements that do the same by hand. */
export interface EngineCase {
  readonly name: string;
  /** What is measured, by the name of its operation or function. */
  readonly operation: string;
  readonly measure: (path: string, rounds: number) => Promise<{ readonly core: Timing; readonly plain: Timing }>;
}

/** Runs something with a core that has the file open. */
export async function withCore<T>(path: string, run: (core: Core) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'kongdan-engine-'));
  const core = await createCore({
    userDataFolder: folder,
    workspacesFolder: folder,
    now: () => BENCH_NOW,
    randomBytes: (length) => randomBytes(length),
    workerFile: new URL('../../../electron/workers/worker.ts', import.meta.url),
    logLevel: 'silent',
    checkOutputs: false,
  });
  try {
    const opened = await core.invoke(contracts.workspace.open.name, { path }, { door: 'test' });
    if (!opened.ok) throw new Error(`The workspace does not open: ${JSON.stringify(opened.error)}`);
    return await run(core);
  } finally {
    await core.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Asks an operation that must answer. */
export async function must(core: Core, operation: string, input: unknown): Promise<unknown> {
  const answer = await core.invoke(operation, input, { door: 'test' });
  if (!answer.ok) throw new Error(`${operation} failed: ${JSON.stringify(answer.error)}`);
  return answer.value;
}

/** Changes the copy past the program, before it is opened. */
export function prepareFile(path: string, sql: string): void {
  const db = openConnection(path, { fileMustExist: true });
  db.exec('UPDATE syncSwitch SET capturing = 0');
  db.exec(sql);
  db.exec('UPDATE syncSwitch SET capturing = 1');
  db.close();
}
