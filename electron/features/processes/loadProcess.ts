import type { ReadDb } from '#db/handles.ts';
import { draftRow, type DraftRow } from '#db/queries/process/draftRow.ts';
import { processLine, type ProcessLineRow, type RunningCount } from '#db/queries/process/processLines.ts';
import { versionContent } from '#db/queries/process/versions.ts';
import type { ProcessLine } from '#shared/contract/process.contract.ts';
import { type ProcessDraft, processDraftSchema, type StageTool, toolSchema } from '#shared/contract/processDraft.ts';
import { draftOfRows } from '#shared/domain/processes/draftRows.ts';

/** A version as a draft. */
export function loadVersion(db: ReadDb, versionId: string): ProcessDraft {
  return draftOfRows(versionContent(db, versionId), readTools);
}

/** The tools of a stage; entries that cannot be read are left out. */
export function readTools(json: string): StageTool[] {
  const list = parseJson(json);
  if (!Array.isArray(list)) return [];
  return list.flatMap((entry) => {
    const parsed = toolSchema.safeParse(entry);
    return parsed.success ? [parsed.data] : [];
  });
}

/** A draft with what is stored beside it. */
export interface LoadedDraft {
  readonly row: DraftRow;
  readonly body: ProcessDraft;
}

/** The draft of a process, or null while nobody changes it. A body that no longer fits is an empty one. */
export function loadDraft(db: ReadDb, processId: string): LoadedDraft | null {
  const row = draftRow(db, processId);
  if (row === undefined) return null;
  const parsed = processDraftSchema.safeParse(parseJson(row.body));
  return { row, body: parsed.success ? parsed.data : { stages: [] } };
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

/** A process with what it takes to change it; undefined when there is none. */
export interface LoadedProcess {
  readonly line: ProcessLineRow;
  readonly published: ProcessDraft | null;
  readonly draft: LoadedDraft | null;
}

/** Reads a process with its published version and its draft. */
export function loadProcess(db: ReadDb, id: string): LoadedProcess | undefined {
  const line = processLine(db, id);
  if (line === undefined) return undefined;
  return {
    line,
    published: line.versionId === null ? null : loadVersion(db, line.versionId),
    draft: loadDraft(db, id),
  };
}

const total = (list: readonly RunningCount[]): number => list.reduce((sum, { count }) => sum + count, 0);

/** A process as the contract shows it. */
export function toLine(
  row: ProcessLineRow,
  counts: readonly RunningCount[],
  stages: ProcessLine['stages'],
): ProcessLine {
  const own = counts.filter(({ processId }) => processId === row.id);
  return {
    id: row.id,
    name: row.name,
    productLine: row.productLineId === null ? null : { id: row.productLineId, name: row.productLineName ?? '' },
    allowSkip: row.allowSkip === 1,
    allowBack: row.allowBack === 1,
    archivedAt: row.archivedAt,
    version:
      row.versionId === null
        ? null
        : { id: row.versionId, number: row.versionNumber ?? 0, publishedAt: row.publishedAt },
    stages,
    runningCount: total(own),
    olderCount: total(own.filter(({ processVersionId }) => processVersionId !== row.versionId)),
    hasDraft: row.hasDraft === 1,
  };
}

/** Names and classes of a draft's stages. */
export const briefStages = (draft: ProcessDraft): ProcessLine['stages'] =>
  draft.stages.map(({ name, stageClass }) => ({ name, stageClass }));
