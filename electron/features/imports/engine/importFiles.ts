import type { z } from 'zod';
import type { ReadDb } from '#db/handles.ts';
import type { ImportSink, ImportTable } from '#db/repositories/imports/importRecords.ts';
import type { importContract, ImportEntity, ImportFailure, ImportPlan } from '#shared/contract/import.contract.ts';
import { importFields } from '#shared/domain/imports/importFields.ts';
import { isMissing } from '#shared/domain/imports/missingValue.ts';
import { tidyText } from '#shared/domain/imports/foldText.ts';
import { wallClock } from '#shared/domain/imports/wallClock.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import type { ReportProgress } from '../../../workers/job.ts';
import type { Table } from '../reading/readTable.ts';
import { importActivities } from './importActivities.ts';
import { importBehaviour } from './importBehaviour.ts';
import { importAccounts, importContacts, importProducts } from './importCatalogue.ts';
import { importDeals } from './importDeals.ts';
import { importHistory } from './importHistory.ts';
import { importLeads } from './importLeads.ts';
import { importLines } from './importLines.ts';
import { importMembers } from './importPeople.ts';
import { ImportState } from './importState.ts';
import { RowReader } from './rowReader.ts';
import { RowSource } from './rowSource.ts';
import { stageTarget, type StageTarget } from './stageTarget.ts';
import { Tally } from './tally.ts';

/** Files that were read, in the order of the plan. */
export interface LoadedFile {
  readonly name: string;
  readonly table: Table;
}

/** What an import works on; `sink` decides between dry run and import, everything else is the same. */
export interface ImportInput {
  readonly db: ReadDb;
  readonly sink: ImportSink;
  readonly plan: ImportPlan;
  readonly files: readonly LoadedFile[];
  readonly newId: () => string;
  readonly now: number;
  readonly timeZone: string;
  readonly actorId: string;
  readonly report: ReportProgress;
}

/** What happened, or would happen. */
export interface ImportOutcome {
  readonly tally: Tally;
  readonly aliases: z.output<typeof importContract.dryRun.output>['aliases'];
  readonly keptColumns: { file: string; header: string }[];
  readonly processId: string | null;
  readonly written: Record<string, number>;
}

/** What others refer to comes first; a history makes its deals before a list of deals adds to them. */
const ORDER: readonly ImportEntity[] = [
  'member',
  'product',
  'account',
  'contact',
  'stageHistory',
  'opportunity',
  'opportunityLine',
  'activity',
  'lead',
  'behaviourEvent',
];
const PROGRESS_EVERY_ROWS = 250;

/**
 * The one way files become records: reads every row by the plan, matches it with what is here, and hands what is new to
 * the sink. Runs without waiting, so that it can be one change transaction. Throws JobCancelled through `report`.
 */
export function importFiles(input: ImportInput): Result<ImportOutcome, ImportFailure> {
  const { plan, files } = input;
  const tally = new Tally();
  const clock = wallClock(input.timeZone);
  const { sink, written } = countingSink(input.sink);
  const advance = progressOf(input);
  const sources = files.map(({ name, table }, index) => {
    const file = plan.files[index]!;
    const reader = new RowReader(name, file, plan, table.headers, tally, clock);
    return new RowSource(file.entity, reader, table.rows, tally, advance);
  });
  const incomplete = findMissingColumn(sources);
  if (incomplete) return err(incomplete);
  const target = stageTarget(plan, { ...input, sink });
  if (!target.ok) return target;
  const unmapped = findUnmappedStages(sources, target.value);
  if (unmapped.length > 0) return err({ type: 'unmappedStage', texts: unmapped });
  const state = new ImportState({ ...input, sink, target: target.value, tally, clock });
  for (const entity of ORDER) {
    for (const source of sources.filter((known) => known.entity === entity)) {
      tally.expect(entity);
      importSource(state, target.value, source);
    }
  }
  return ok({
    tally,
    aliases: state.suggestions(),
    keptColumns: sources.flatMap(({ reader }) =>
      reader.keptHeaders.map((header) => ({ file: reader.fileName, header })),
    ),
    processId: target.value?.processId ?? null,
    written,
  });
}

function importSource(state: ImportState, target: StageTarget | null, source: RowSource): void {
  switch (source.entity) {
    case 'member':
      return importMembers(state, source);
    case 'product':
      return importProducts(state, source);
    case 'account':
      return importAccounts(state, source);
    case 'contact':
      return importContacts(state, source);
    case 'opportunityLine':
      return importLines(state, source);
    case 'activity':
      return importActivities(state, source);
    case 'lead':
      return importLeads(state, source);
    case 'behaviourEvent':
      return importBehaviour(state, source);
    // Without a target every stage text is unmapped, which was refused before.
    case 'stageHistory':
      return target ? importHistory(state, target, source) : undefined;
    case 'opportunity':
      return target ? importDeals(state, target, source) : undefined;
  }
}

function findMissingColumn(sources: readonly RowSource[]): ImportFailure | null {
  for (const { entity, reader } of sources) {
    for (const { field, required } of importFields[entity]) {
      const replaced = entity === 'contact' && field === 'name' && reader.indexOf('lastName') >= 0;
      if (required && !replaced && reader.indexOf(field) < 0)
        return { type: 'missingColumn', file: reader.fileName, field };
    }
  }
  return null;
}

/** Stage texts of deals that the plan gives no place; told before anything is written. */
function findUnmappedStages(sources: readonly RowSource[], target: StageTarget | null): string[] {
  const unmapped = new Set<string>();
  for (const source of sources) {
    if (source.entity !== 'opportunity' && source.entity !== 'stageHistory') continue;
    const known = new Set<string>();
    for (const text of source.texts('stage')) {
      if (known.has(text) || isMissing(text)) continue;
      known.add(text);
      if (target?.find(tidyText(text)) === undefined) unmapped.add(tidyText(text));
    }
    if (!target && known.size === 0) unmapped.add('');
  }
  return [...unmapped].slice(0, 200);
}

function countingSink(sink: ImportSink): { sink: ImportSink; written: Record<string, number> } {
  const written: Record<string, number> = {};
  const count = (table: ImportTable): void => {
    written[table] = (written[table] ?? 0) + 1;
  };
  return {
    written,
    sink: {
      insert: (table, row) => {
        count(table);
        sink.insert(table, row);
      },
      update: (table, id, patch) => {
        count(table);
        sink.update(table, id, patch);
      },
      settle: () => sink.settle(),
    },
  };
}

function progressOf({ files, report }: ImportInput): () => void {
  const total = files.reduce((sum, { table }) => sum + table.rows.length, 0);
  let done = 0;
  return () => {
    done += 1;
    if (done % PROGRESS_EVERY_ROWS === 0 || done === total) report('rows', done, total);
  };
}
