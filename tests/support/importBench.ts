import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { writeFileSync } from 'node:fs';
import type { WriteDb } from '#db/handles.ts';
import type { WorkspaceDb } from '#db/open.ts';
import { insertRow } from '#db/rows.ts';
import { member } from '#db/schema/team.ts';
import { createIdSource } from '#electron/core/idSource.ts';
import { dryRunJob, inspectJob, runImportJob } from '#electron/features/imports/importJobs.ts';
import { undoImportJob } from '#electron/features/imports/undoImportJob.ts';
import type { JobContext } from '#electron/workers/job.ts';
import { importContract, type ImportFailure, type ImportPlan } from '#shared/contract/import.contract.ts';
import type { ErrorOf, OutputOf } from '#shared/contract/operation.ts';
import { ok, type Result } from '#shared/lib/result.ts';
import { makeWorkspace, temporaryFolder } from './workspaceFixture.ts';

type Contract = typeof importContract;
type Answer<Key extends 'inspect' | 'dryRun' | 'run' | 'undo'> = Promise<
  Result<OutputOf<Contract[Key]>, ErrorOf<Contract[Key]>>
>;

/** Monday 2026-09-14, 10:00 in Shanghai. */
export const BENCH_NOW = Date.UTC(2026, 8, 14, 2);

/** A workspace file of its own and the import jobs, run as the worker runs them; answers pass the contract's schemas. */
export interface ImportBench {
  readonly workspace: WorkspaceDb;
  readonly folder: string;
  /** Writes a file and answers its handle. */
  file(name: string, content: string | Uint8Array): string;
  tryInspect(...handles: readonly string[]): Answer<'inspect'>;
  tryDryRun(plan: ImportPlan): Answer<'dryRun'>;
  tryRun(plan: ImportPlan, report?: JobContext['report']): Answer<'run'>;
  undo(batchId: string, keepEdited?: boolean): Answer<'undo'>;
  inspect(...handles: readonly string[]): Promise<OutputOf<Contract['inspect']>>;
  dryRun(plan: ImportPlan): Promise<OutputOf<Contract['dryRun']>>;
  run(plan: ImportPlan): Promise<OutputOf<Contract['run']>>;
  /** A person's change, as one transaction. */
  byHand(run: (db: WriteDb) => void): void;
  rows<Row>(sql: string, ...params: readonly (string | number)[]): Row[];
  end(): void;
}

/** Opens an empty workspace with one seller. */
export function startImportBench(): ImportBench {
  const folder = temporaryFolder();
  const workspace = makeWorkspace(folder.file('bench.kongdan'));
  const files = new Map<string, { handle: string; path: string; name: string }>();
  let now = BENCH_NOW;
  const context = (report: JobContext['report'] = () => {}): JobContext => ({
    workspace,
    // Each job has its own moment, as it would for a person.
    now: (now += 60_000),
    timeZone: 'Asia/Shanghai',
    currency: 'CNY',
    actorId: 'me',
    newId: createIdSource(() => now, randomBytes),
    report,
  });
  const chosen = (handles: readonly string[]) => handles.map((handle) => files.get(handle)!);
  const planned = (plan: ImportPlan) => ({ plan, files: chosen(plan.files.map(({ file }) => file)) });
  const byHand = (run: (db: WriteDb) => void): void => {
    workspace.write({ actor: 'me', label: 'test.byHand', at: (now += 60_000) }, (db) => {
      run(db);
      return ok(null);
    });
  };
  byHand((db) => insertRow(db, member, { id: 'me', name: '林悦' }));
  const bench: ImportBench = {
    workspace,
    folder: folder.path,
    file: (name, content) => {
      const handle = `file-${files.size}`;
      const path = join(folder.path, `${files.size}-${name}`);
      writeFileSync(path, content);
      files.set(handle, { handle, path, name });
      return handle;
    },
    tryInspect: async (...handles) => checked('inspect', await inspectJob.run(context(), { files: chosen(handles) })),
    tryDryRun: async (plan) => checked('dryRun', await dryRunJob.run(context(), planned(plan))),
    tryRun: async (plan, report) => checked('run', await runImportJob.run(context(report), planned(plan))),
    undo: async (batchId, keepEdited = false) =>
      checked('undo', await undoImportJob.run(context(), { batchId, keepEdited })),
    inspect: async (...handles) => must(await bench.tryInspect(...handles)),
    dryRun: async (plan) => must(await bench.tryDryRun(plan)),
    run: async (plan) => must(await bench.tryRun(plan)),
    byHand,
    rows: (sql, ...params) => workspace.read.all(sql, ...params),
    end: () => {
      workspace.close();
      folder.remove();
    },
  };
  return bench;
}

function checked<Key extends keyof Contract, T, E>(key: Key, result: Result<T, E>): Result<T, E> {
  const schema = result.ok ? importContract[key].output : null;
  if (schema) schema.parse((result as { value: unknown }).value);
  return result;
}

function must<T>(result: Result<T, ImportFailure | { type: string }>): T {
  if (!result.ok) throw new Error(`Expected a success: ${JSON.stringify(result.error)}`);
  return result.value;
}
