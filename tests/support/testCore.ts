import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCore } from '#electron/core/createCore.ts';
import type { Core } from '#electron/core/types.ts';
import type { CoreEvent, ErrorOf, InputOf, Operation, OutputOf } from '#shared/contract/operation.ts';

/** The instant that tests stand at unless they say otherwise: Monday 2026-09-14, 10:00 in Shanghai. */
export const TEST_NOW = Date.UTC(2026, 8, 14, 2);

/** A core on a folder of its own, with a clock that the test sets. */
export interface TestCore {
  readonly core: Core;
  readonly folder: string;
  readonly events: CoreEvent[];
  /** Calls an operation and returns its answer as the contract types it. */
  call<O extends Operation>(
    operation: O,
    input: InputOf<O>,
  ): Promise<{ ok: true; value: OutputOf<O>; transaction?: number } | { ok: false; error: ErrorOf<O> }>;
  /** Calls an operation that must succeed; throws with its error otherwise. */
  must<O extends Operation>(operation: O, input: InputOf<O>): Promise<OutputOf<O>>;
  setNow(now: number): void;
  end(): Promise<void>;
}

/** Starts a core from source, workers included; `folder` reuses the state of an earlier one, `unattended` does nothing by itself. */
export async function startTestCore(
  options: { folder?: string; now?: number; unattended?: boolean } = {},
): Promise<TestCore> {
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'kongdan-test-'));
  let now = options.now ?? TEST_NOW;
  const core = await createCore({
    userDataFolder: join(folder, 'user'),
    workspacesFolder: join(folder, 'workspaces'),
    now: () => now,
    randomBytes: (length) => randomBytes(length),
    workerFile: new URL('../../electron/workers/worker.ts', import.meta.url),
    logLevel: 'silent',
    checkOutputs: true,
    ...(options.unattended === true ? { unattended: true } : {}),
  });
  const events: CoreEvent[] = [];
  core.subscribe((event) => events.push(event));
  const call = async (operation: Operation, input: unknown) => core.invoke(operation.name, input, { door: 'test' });
  const testCore = {
    core,
    folder,
    events,
    call,
    must: async (operation: Operation, input: unknown) => {
      const answer = await call(operation, input);
      if (!answer.ok) throw new Error(`${operation.name} failed: ${JSON.stringify(answer.error)}`);
      return answer.value;
    },
    setNow: (next: number) => {
      now = next;
    },
    end: async () => {
      await core.close();
      if (options.folder === undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
  return testCore as unknown as TestCore;
}
