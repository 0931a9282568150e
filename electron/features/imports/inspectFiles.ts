import { basename } from 'node:path';
import type { z } from 'zod';
import type {
  FileChoice,
  FilePlan,
  importContract,
  ImportEncoding,
  ImportFailure,
  ImportPlan,
} from '#shared/contract/import.contract.ts';
import { importFields } from '#shared/domain/imports/importFields.ts';
import { proposeColumns } from '#shared/domain/imports/proposeColumns.ts';
import { recogniseFile, recogniseSource } from '#shared/domain/imports/recogniseFile.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import type { JobContext } from '../../workers/job.ts';
import { guessCurrency, withRevenueUnit } from './inspectAmounts.ts';
import { lookAtColumns } from './inspectColumns.ts';
import { inspectStages } from './inspectStages.ts';
import { applySavedMapping, findSavedMapping } from './savedMapping.ts';
import type { ChosenFile } from './loadFiles.ts';
import { readHead } from './reading/byteSource.ts';
import { detectDelimiter } from './reading/detectDelimiter.ts';
import { detectEncodings } from './reading/detectEncoding.ts';
import type { ImportLimits } from './reading/importLimits.ts';
import { readTable, type Table } from './reading/readTable.ts';

type Inspection = z.output<typeof importContract.inspect.output>;
type InspectedFile = Inspection['files'][number];

/** A file that was read and understood as far as possible. */
export interface LookedAtFile {
  readonly plan: FilePlan;
  readonly table: Table;
}

/**
 * Reads every file through, guesses what each is and proposes a plan for all of them together. What a person chose
 * before is followed instead of guessed.
 */
export async function inspectFiles(
  context: JobContext,
  chosen: readonly ChosenFile[],
  limits: ImportLimits,
  choices: readonly FileChoice[] = [],
): Promise<Result<Inspection, ImportFailure>> {
  const tables: Table[] = [];
  try {
    const files: InspectedFile[] = [];
    for (const file of chosen) {
      const choice = choices.find((made) => made.file === file.handle);
      const inspected = await inspectFile(file, limits, context, choice);
      if (!inspected.ok) return inspected;
      tables.push(inspected.value.table);
      files.push(inspected.value.file);
    }
    return ok(proposePlan(context, files, tables, choices));
  } finally {
    for (const { rows } of tables) rows.close();
  }
}

async function inspectFile(
  { path, handle, name }: ChosenFile,
  limits: ImportLimits,
  { report }: JobContext,
  choice: FileChoice | undefined,
): Promise<Result<{ file: InspectedFile; table: Table }, ImportFailure>> {
  const head = await readHead(path, limits.bytes);
  if (!head.ok) return head;
  const { start, gzip, bytes } = head.value;
  const candidates = detectEncodings(start);
  let failure: ImportFailure = { type: 'binaryFile' };
  // Bytes that are no text stay so, whatever was chosen.
  const tried = choice?.encoding && candidates.length > 0 ? [choice.encoding] : candidates;
  for (const [index, encoding] of tried.entries()) {
    const delimiter = choice?.delimiter ?? detectDelimiter(new TextDecoder(encoding).decode(start));
    const read = await readTable(path, { gzip, encoding, delimiter }, limits, (done) =>
      report('read', done, gzip ? null : bytes),
    );
    if (read.ok) {
      const others = choice?.encoding ? candidates : candidates.slice(index + 1);
      const encodings = [encoding, ...others.filter((other) => other !== encoding)];
      return ok({
        file: describe({ handle, name, bytes, encodings, delimiter, choice }, read.value),
        table: read.value,
      });
    }
    failure = read.error;
    // Anything but the encoding is wrong in every encoding.
    if (failure.type !== 'wrongEncoding') break;
  }
  return err(failure);
}

interface ReadFile {
  readonly handle: string;
  readonly name: string;
  readonly bytes: number;
  readonly encodings: ImportEncoding[];
  readonly delimiter: FilePlan['delimiter'];
  readonly choice: FileChoice | undefined;
}

function describe({ handle, name, bytes, encodings, delimiter, choice }: ReadFile, table: Table): InspectedFile {
  const looks = lookAtColumns(table);
  const { entity, confidence, columns } = choice?.entity
    ? { entity: choice.entity, confidence: 1, columns: proposeColumns(choice.entity, looks) }
    : recogniseFile(looks, table.rows.length);
  const orders = columns.flatMap(({ use }) => ('field' in use && use.dateOrder ? [use.dateOrder] : []));
  return {
    file: handle,
    name,
    bytes,
    rows: table.rows.length,
    encodings,
    confidence,
    headers: looks.map(({ header, values, filled, distinct }, index) => ({
      header,
      samples: values.slice(0, 5).map((value) => value.slice(0, 120)),
      filled,
      distinct,
      confidence: columns[index]!.confidence,
    })),
    plan: {
      file: handle,
      entity,
      encoding: encodings[0]!,
      delimiter,
      columns: choice?.columns ?? Object.fromEntries(columns.map(({ header, use }) => [header, use])),
      dateOrder: choice?.dateOrder ?? orders[0] ?? 'ymd',
      sha256: table.sha256,
    },
  };
}

function proposePlan(
  context: JobContext,
  found: readonly InspectedFile[],
  tables: readonly Table[],
  choices: readonly FileChoice[],
): Inspection {
  const { workspace, currency } = context;
  // What a person says now goes before what was said once.
  const saved = choices.length === 0 ? findSavedMapping(workspace.read, found) : null;
  const files = found.map((file, index): InspectedFile => {
    const columnsChosen = choices.some((choice) => choice.file === file.file && choice.columns !== undefined);
    const plan = saved?.files[index] ?? (columnsChosen ? file.plan : withRevenueUnit(file.plan, tables[index]!));
    return { ...file, plan: { ...plan, file: file.plan.file, sha256: file.plan.sha256 } };
  });
  const looked = files.map(({ plan }, index): LookedAtFile => ({ plan, table: tables[index]! }));
  const headers = tables.flatMap((table) => table.headers);
  const source = recogniseSource(headers) ?? sourceFromNames(files);
  const stages = inspectStages(workspace.read, looked, source);
  const proposed: ImportPlan = {
    source,
    files: files.map(({ plan }) => plan),
    process: stages.process,
    entryStage: stages.entryStage,
    aliases: [],
    currency: guessCurrency(looked) ?? currency,
    amountUnit: 'one',
  };
  return {
    files,
    plan: saved ? applySavedMapping(workspace.read, saved, proposed) : proposed,
    stageTexts: stages.texts,
    usedMapping: saved?.name ?? null,
    fields: Object.fromEntries(Object.entries(importFields).map(([entity, list]) => [entity, [...list]])),
  };
}

/**
 * A source that stays the same for the next export: the name of the file with the deals (or of the first one) without
 * ending, dates, numbers and copy marks.
 */
function sourceFromNames(files: readonly InspectedFile[]): string {
  const main = files.find(({ plan }) => plan.entity === 'opportunity' || plan.entity === 'stageHistory') ?? files[0]!;
  const bare = basename(main.name)
    .replace(/\.(csv|tsv|txt)?(\.gz)?$/iu, '')
    .replace(/\(\d+\)|[-_ ]*(copy|副本|export(ed)?|导出)[-_ ]*|\d{2,}([-_.:年月日T ]*\d+)*日?/giu, ' ')
    .replace(/[-_. ]+/gu, ' ')
    .trim();
  return (bare || basename(main.name)).slice(0, 200);
}
