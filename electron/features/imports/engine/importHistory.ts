import type { TargetStage } from '#db/queries/imports/targetProcess.ts';
import { journeyOfHistory } from '#shared/domain/imports/importedJourney.ts';
import { isOpenStage } from '#shared/domain/pipeline/stages.ts';
import { dealColumns, dealName, outcomeOfStatus, unreadableTexts, withoutLostZero } from './dealFields.ts';
import type { ImportState } from './importState.ts';
import type { ReadRow } from './rowReader.ts';
import { repeated, type RowSource } from './rowSource.ts';
import type { StageTarget } from './stageTarget.ts';
import { type ImportedDeal, writeDeal } from './writeDeal.ts';

/** A deal's rows; `snapshots` have the stage as the process knows it. */
interface Group {
  readonly key: string;
  readonly rows: ReadRow[];
}

/**
 * Deals from rows of their history. Rows of one deal that stand together are worked on at once; a file in another order
 * is gathered first, which costs memory for its rows.
 */
export function importHistory(state: ImportState, target: StageTarget, source: RowSource): void {
  for (const group of groupsOf(state, source)) importGroup(state, target, source, group);
}

function* groupsOf(state: ImportState, source: RowSource): Generator<Group> {
  if (!standTogether(source)) {
    yield* gathered(state, source);
    return;
  }
  let rows: ReadRow[] = [];
  let current = '';
  for (const row of usableRows(source)) {
    const key = state.idKey(row.values.externalId!);
    if (key !== current && rows.length > 0) {
      yield { key: current, rows };
      rows = [];
    }
    current = key;
    rows.push(row);
  }
  if (rows.length > 0) yield { key: current, rows };
}

function* gathered(state: ImportState, source: RowSource): Generator<Group> {
  const groups = new Map<string, Group>();
  for (const row of usableRows(source)) {
    const key = state.idKey(row.values.externalId!);
    const group = groups.get(key);
    if (group) group.rows.push(row);
    else groups.set(key, { key, rows: [row] });
  }
  yield* groups.values();
}

function standTogether(source: RowSource): boolean {
  const seen = new Set<string>();
  let last: string | null = null;
  for (const text of source.texts('externalId')) {
    if (text === last) continue;
    if (seen.has(text)) return false;
    seen.add(text);
    last = text;
  }
  return true;
}

function* usableRows(source: RowSource): Generator<ReadRow> {
  for (const row of source.rows()) {
    const missing = ['externalId', 'at'].find((field) => row.values[field] === undefined);
    if (missing === undefined) yield row;
    else source.refuse(row, missing);
  }
}

function importGroup(state: ImportState, target: StageTarget, source: RowSource, group: Group): void {
  const { tally } = state.deps;
  const rows = inTimeOrder(group);
  const last = rows.at(-1)!;
  if (repeated(state, 'stageHistory', group.key, last)) return;
  const snapshots = rows.flatMap((row) => {
    const stage = row.values.stage === undefined ? undefined : target.find(String(row.values.stage));
    if (stage === 'ignore') tally.note('ignoredStageRows');
    return stage === undefined || stage === 'ignore' ? [] : [{ at: Number(row.values.at), stage, row }];
  });
  if (snapshots.length === 0) {
    source.refuse(last, 'stage');
    return;
  }
  const before = stageBefore(target, rows[0]!, snapshots[0]!);
  const end = endOf(target, snapshots.at(-1)!.stage, last);
  const path = end ? [...before, ...snapshots, { at: Number(last.values.at), stage: end }] : [...before, ...snapshots];
  const journey = journeyOfHistory(target.stages, path);
  tally.note('rowsWithoutStageChange', path.length - journey.steps.length);
  const finalStage = target.stages.find(({ id }) => id === journey.stageId)!;
  const values = withoutLostZero(state, lastSaid(rows), finalStage.stageClass === 'lost');
  const columns = dealColumns(state, values, !isOpenStage(finalStage));
  const pastChanges = changesOf(rows);
  tally.note('closeDateChanges', pastChanges.filter(({ field }) => field === 'expectedClose').length);
  const told = values.createdAt === undefined ? Number.POSITIVE_INFINITY : Number(values.createdAt);
  const deal: ImportedDeal = {
    entity: 'stageHistory',
    key: group.key,
    row: { ...last, values },
    name: dealName(values, group.key),
    columns,
    custom: Object.assign(unreadableTexts(values), ...rows.map(({ custom }) => custom)),
    journey,
    status: outcomeOfStatus(last.values),
    // A deal cannot be younger than its first snapshot, whatever the file says.
    createdAt: Math.min(told, journey.steps[0]!.at),
    pastChanges,
  };
  writeDeal(state, target, deal);
}

/** Keeps the order of the file for rows of the same instant. */
function inTimeOrder(group: Group): readonly ReadRow[] {
  const { rows } = group;
  const ordered = rows.every(
    (row, index) => index === 0 || Number(row.values.at) >= Number(rows[index - 1]!.values.at),
  );
  if (ordered) return rows;
  return rows.toSorted((a, b) => Number(a.values.at) - Number(b.values.at));
}

/** The stage that the first row says the deal came from, when it also says since when. */
function stageBefore(
  target: StageTarget,
  first: ReadRow,
  snapshot: { readonly at: number; readonly stage: TargetStage },
): { at: number; stage: TargetStage }[] {
  const { fromStage, fromAt, createdAt } = first.values;
  const stage = fromStage === undefined ? undefined : target.find(String(fromStage));
  const at = Number(fromAt ?? createdAt ?? Number.NaN);
  if (stage === undefined || stage === 'ignore' || stage.id === snapshot.stage.id || !(at < snapshot.at)) return [];
  return [{ at, stage }];
}

/** A last row that says won or lost in an open stage closes the deal; in between, the stage alone counts. */
function endOf(target: StageTarget, stage: TargetStage, last: ReadRow): TargetStage | undefined {
  if (!isOpenStage(stage)) return undefined;
  const outcome = outcomeOfStatus(last.values);
  if (outcome === 'won') return target.won;
  return outcome === 'lost' || outcome === 'noDecision' ? target.lost : undefined;
}

/** Per field the last value that a row of the deal had. */
const lastSaid = (rows: readonly ReadRow[]): Record<string, string | number> =>
  Object.assign({}, ...rows.map(({ values }) => values));

/** Every change of the planned close and of the amount, at the time of the row that first shows it. */
function changesOf(
  rows: readonly ReadRow[],
): { field: string; fromValue: string | null; toValue: string | null; at: number }[] {
  const changes = [];
  for (const [field, column] of [
    ['expectedClose', 'expectedClose'],
    ['closeDate', 'expectedClose'],
    ['amount', 'amountMinor'],
  ] as const) {
    let before: string | null = null;
    for (const { values } of rows) {
      const value = values[field];
      if (value === undefined || String(value) === before) continue;
      if (before !== null)
        changes.push({ field: column, fromValue: before, toValue: String(value), at: Number(values.at) });
      before = String(value);
    }
  }
  return changes;
}
