import { importMappings } from '#db/queries/imports/importBatches.ts';
import { targetProcess } from '#db/queries/imports/targetProcess.ts';
import type { ReadDb } from '#db/handles.ts';
import { type FilePlan, type ImportPlan, importPlanSchema } from '#shared/contract/import.contract.ts';
import { foldHeader } from '#shared/domain/imports/foldText.ts';

/** A mapping that was saved for files with these headers. */
export interface SavedMapping {
  readonly name: string;
  readonly plan: ImportPlan;
  /** Per inspected file the saved plan for its headers, null where none fits. */
  readonly files: readonly (FilePlan | null)[];
}

type Inspected = readonly { readonly plan: FilePlan }[];

/** The newest saved mapping in which every file has its counterpart with the same headers. */
export function findSavedMapping(db: ReadDb, files: Inspected): SavedMapping | null {
  for (const { name, mapping } of importMappings(db)) {
    const plan = parsePlan(mapping);
    if (!plan) continue;
    const matched = files.map((file) => plan.files.find((saved) => headersOf(saved) === headersOf(file.plan)) ?? null);
    if (matched.length > 0 && matched.every((file) => file !== null)) return { name, plan, files: matched };
  }
  return null;
}

/** The proposal with what a person decided before: source, process, spellings. A process that is gone is proposed anew. */
export function applySavedMapping(db: ReadDb, { plan: saved }: SavedMapping, proposed: ImportPlan): ImportPlan {
  const gone = 'processId' in saved.process && !targetProcess(db, saved.process.processId);
  return {
    ...proposed,
    source: saved.source,
    currency: saved.currency,
    amountUnit: saved.amountUnit,
    aliases: saved.aliases,
    ...(gone ? {} : { process: saved.process, entryStage: saved.entryStage }),
  };
}

/** A plan as it is kept: without handles and digests, which belong to one session. */
export function mappingOf(plan: ImportPlan): string {
  return JSON.stringify({ ...plan, files: plan.files.map(({ sha256: _digest, ...file }) => ({ ...file, file: '-' })) });
}

const headersOf = (plan: FilePlan): string => Object.keys(plan.columns).map(foldHeader).toSorted().join('\u0001');

function parsePlan(text: string): ImportPlan | null {
  try {
    return importPlanSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
