import { importOfContent } from '#db/queries/imports/importBatches.ts';
import type { ImportFailure, RowProblem } from '#shared/contract/import.contract.ts';
import type { CommonError } from '#shared/contract/operation.ts';
import { defineJob, type JobContext } from '../../workers/job.ts';
import { runImport } from '../imports/importJobs.ts';
import { inspectFiles } from '../imports/inspectFiles.ts';
import { closeFiles, loadFiles } from '../imports/loadFiles.ts';
import { importLimits } from '../imports/reading/importLimits.ts';

/** What became of a file of the watched folder. */
export type FileOutcome =
  | {
      readonly type: 'imported';
      readonly batchId: string;
      readonly created: number;
      readonly skipped: number;
      readonly unmatched: number;
      /** Rows that were left out or of which something was; the first ones of `problemsTotal`. */
      readonly problems: readonly RowProblem[];
      readonly problemsTotal: number;
    }
  /** Its very content came in before. */
  | { readonly type: 'known' }
  | { readonly type: 'refused'; readonly failure: ImportFailure | CommonError | NotEvents };

/** It can be read, but it is no list of events, or has no row that is one. */
export interface NotEvents {
  readonly type: 'notEvents' | 'noUsableRow';
}

/**
 * Takes one file of the watched folder in by the mapping that was saved for its headers, or the proposed one. The digest of
 * its content is kept with the batch in the same transaction: after a crash before the file was moved away, the next look
 * finds it known and imports nothing twice.
 */
export const importFileJob = defineJob<{ readonly path: string; readonly name: string }, FileOutcome>({
  name: 'behaviour.importFile',
  exclusive: true,
  run: async (context, { path, name }) => {
    const chosen = { handle: 'watched', path, name };
    const inspected = await inspectFiles(context, [chosen], importLimits);
    if (!inspected.ok) return { type: 'refused', failure: inspected.error };
    const { plan } = inspected.value;
    const [file] = plan.files;
    const contentHash = file?.sha256;
    if (file === undefined || contentHash === undefined) return { type: 'refused', failure: { type: 'emptyFile' } };
    if (importOfContent(context.workspace.read, contentHash)) return { type: 'known' };
    const [looked] = inspected.value.files;
    // By itself the program takes nothing in that it is not sure of.
    if (file.entity !== 'behaviourEvent' || (looked?.confidence ?? 0) < 0.3)
      return { type: 'refused', failure: { type: 'notEvents' } };
    const loaded = await loadFiles(plan.files, [chosen], importLimits, context.report);
    if (!loaded.ok) return { type: 'refused', failure: loaded.error };
    try {
      return write(context, plan, loaded.value, contentHash);
    } finally {
      closeFiles(loaded.value);
    }
  },
});

function write(
  context: JobContext,
  plan: Parameters<typeof runImport>[1],
  files: Parameters<typeof runImport>[2],
  contentHash: string,
): FileOutcome {
  let problems: readonly RowProblem[] = [];
  const done = runImport<NotEvents>(context, plan, files, contentHash, ({ tally }) => {
    problems = tally.problems;
    const counts = tally.counts().find(({ entity }) => entity === 'behaviourEvent');
    // Nothing is kept of a file without a single event.
    return (counts?.create ?? 0) + (counts?.skip ?? 0) > 0 ? null : { type: 'noUsableRow' };
  });
  if (!done.ok) return { type: 'refused', failure: done.error };
  const { batchId, counts, notes, problemsTotal } = done.value;
  const own = counts.find(({ entity }) => entity === 'behaviourEvent');
  return {
    type: 'imported',
    batchId,
    created: own?.create ?? 0,
    skipped: own?.skip ?? 0,
    unmatched: notes.find(({ code }) => code === 'unmatchedEvents')?.count ?? 0,
    problems,
    problemsTotal,
  };
}
