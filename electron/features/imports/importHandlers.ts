import { importBatches } from '#db/queries/imports/importBatches.ts';
import { saveImportMapping } from '#db/repositories/imports/importBatches.ts';
import {
  type EntityCounts,
  importContract,
  type ImportFailure,
  type ImportPlan,
} from '#shared/contract/import.contract.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import type { CommandContext, HandlersFor } from '../../ipc/handler.ts';
import { dryRunJob, inspectJob, runImportJob } from './importJobs.ts';
import type { ChosenFile } from './loadFiles.ts';
import { mappingOf } from './savedMapping.ts';
import { undoImportJob } from './undoImportJob.ts';

/** The operations of the import wizard and the command line. */
export const importHandlers = {
  inspect: async (context, { files, choices = [] }) => {
    const chosen = chooseFiles(context, files);
    return chosen.ok ? context.runJob(inspectJob, { files: chosen.value, choices }) : chosen;
  },
  dryRun: async (context, { plan }) => {
    const chosen = chooseFiles(context, handlesOf(plan));
    return chosen.ok ? context.runJob(dryRunJob, { plan, files: chosen.value }) : chosen;
  },
  run: async (context, { plan }) => {
    const chosen = chooseFiles(context, handlesOf(plan));
    return chosen.ok ? context.runJob(runImportJob, { plan, files: chosen.value }) : chosen;
  },
  batches: ({ db }) =>
    ok(
      importBatches(db).map(({ id, source, files, startedAt, memberName, counts, undoneAt }) => ({
        id,
        source,
        files: JSON.parse(files) as string[],
        startedAt,
        memberName,
        counts: JSON.parse(counts) as EntityCounts[],
        undoneAt,
        canUndo: undoneAt === null,
      })),
    ),
  undo: (context, input) => context.runJob(undoImportJob, input),
  saveMapping: (context, { name, plan }) => {
    const id = context.newId();
    return context.write('import.saveMapping', (db) => {
      saveImportMapping(db, { id, name, source: plan.source, mapping: mappingOf(plan), createdAt: context.now });
      return ok({ id });
    });
  },
} satisfies HandlersFor<typeof importContract>;

const handlesOf = (plan: ImportPlan): string[] => plan.files.map(({ file }) => file);

/** Only files that a shell made known may be read; a page cannot name paths. */
function chooseFiles({ resolveFile }: CommandContext, handles: readonly string[]): Result<ChosenFile[], ImportFailure> {
  const files: ChosenFile[] = [];
  for (const handle of handles) {
    const file = resolveFile(handle);
    if (!file) return err({ type: 'unknownFile' });
    files.push({ handle, ...file });
  }
  return ok(files);
}
