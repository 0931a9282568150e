import type { z } from 'zod';
import { dryRunSink, writingSink } from '#db/repositories/imports/importRecords.ts';
import { addImportBatch } from '#db/repositories/imports/importBatches.ts';
import { nextSequence } from '#db/queries/imports/importBatches.ts';
import type { CommonError } from '#shared/contract/operation.ts';
import type { FileChoice, importContract, ImportFailure, ImportPlan } from '#shared/contract/import.contract.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import { defineJob, type JobContext } from '../../workers/job.ts';
import { importFiles, type ImportOutcome, type LoadedFile } from './engine/importFiles.ts';
import { inspectFiles } from './inspectFiles.ts';
import { type ChosenFile, closeFiles, loadFiles } from './loadFiles.ts';
import { importLimits } from './reading/importLimits.ts';

type Inspection = z.output<typeof importContract.inspect.output>;
type DryRun = z.output<typeof importContract.dryRun.output>;
type Run = z.output<typeof importContract.run.output>;

/** What dry run and import are given. */
export interface PlannedFiles {
  readonly plan: ImportPlan;
  readonly files: readonly ChosenFile[];
}

/** Looks at files and proposes a plan; reads only. */
export const inspectJob = defineJob<
  { readonly files: readonly ChosenFile[]; readonly choices?: readonly FileChoice[] },
  Result<Inspection, ImportFailure>
>({
  name: 'import.inspect',
  exclusive: false,
  run: (context, { files, choices }) => inspectFiles(context, files, importLimits, choices),
});

/** The whole import with nothing written. */
export const dryRunJob = defineJob<PlannedFiles, Result<DryRun, ImportFailure>>({
  name: 'import.dryRun',
  exclusive: false,
  run: (context, input) =>
    withFiles(context, input, (files) => {
      const outcome = importFiles({
        ...context,
        db: context.workspace.read,
        sink: dryRunSink,
        plan: input.plan,
        files,
      });
      return outcome.ok ? ok(asDryRun(outcome.value)) : outcome;
    }),
});

/** The import: one change transaction, all of it or nothing. */
export const runImportJob = defineJob<PlannedFiles, Result<Run, ImportFailure | CommonError>>({
  name: 'import.run',
  exclusive: true,
  run: (context, input) => withFiles(context, input, (files) => runImport(context, input.plan, files)),
});

/**
 * Writes the import of these files as one change transaction. `contentHash` names the content of a single file that must
 * not come in twice by itself; `judge` sees the tally before the commit and may refuse it.
 */
export function runImport<Refusal = never>(
  context: JobContext,
  plan: ImportPlan,
  files: readonly LoadedFile[],
  contentHash: string | null = null,
  judge: (outcome: ImportOutcome) => Refusal | null = () => null,
): Result<Run, ImportFailure | CommonError | Refusal> {
  const { workspace, actorId, now, newId, report } = context;
  const batchId = newId();
  const { result } = workspace.write(
    { actor: actorId, label: 'import.run', at: now },
    (db): Result<Run, ImportFailure | Refusal> => {
      const outcome = importFiles({ ...context, db, sink: writingSink(db), plan, files });
      if (!outcome.ok) return outcome;
      const { tally, written, processId } = outcome.value;
      const counts = tally.counts();
      const sequence = Object.keys(written).length === 0 ? null : nextSequence(db);
      addImportBatch(db, {
        id: batchId,
        source: plan.source,
        files: JSON.stringify(files.map(({ name }) => name)),
        startedAt: now,
        finishedAt: now,
        memberId: actorId === '' ? null : actorId,
        counts: JSON.stringify(counts),
        firstSeq: sequence,
        lastSeq: sequence,
        undoneAt: null,
        contentHash,
      });
      // The last moment at which a person's cancel still finds nothing done.
      report('write', 1, 1);
      const { stageChanges, problemsTotal } = tally;
      const refusal = judge(outcome.value);
      if (refusal !== null) return err(refusal);
      return ok({ batchId, counts, stageChanges, notes: tally.notes(), processId, problemsTotal, written });
    },
  );
  return result;
}

async function withFiles<Value, Failure>(
  context: JobContext,
  { plan, files }: PlannedFiles,
  use: (files: readonly LoadedFile[]) => Result<Value, Failure>,
): Promise<Result<Value, Failure | ImportFailure>> {
  const loaded = await loadFiles(plan.files, files, importLimits, context.report);
  if (!loaded.ok) return loaded;
  try {
    return use(loaded.value);
  } finally {
    closeFiles(loaded.value);
  }
}

function asDryRun({ tally, aliases, keptColumns }: ImportOutcome): DryRun {
  const { stageChanges, problems, problemsTotal, examples } = tally;
  return {
    counts: tally.counts(),
    stageChanges,
    notes: tally.notes(),
    problems,
    problemsTotal,
    examples,
    aliases,
    keptColumns,
  };
}
