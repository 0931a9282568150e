import { err, ok, type Result } from '../../../lib/result.ts';
import { isMissing } from '../../imports/missingValue.ts';
import type { LearningColumn, LearningTable } from '../learning/learningTypes.ts';
import { alikeGroups } from './alikeGroups.ts';
import type { CsvChoices, CsvFeature, CsvProblem, CsvTarget, CsvText } from './csvTypes.ts';
import { featureColumns } from './featureColumns.ts';
import { nameColumns } from './nameColumns.ts';
import { dayOfText, numberOfText } from './readCell.ts';
import { readTarget } from './readTarget.ts';
import { typeColumn } from './typeColumn.ts';

/** A training file made ready for learning. */
export interface CsvTraining {
  readonly target: CsvTarget;
  readonly features: readonly CsvFeature[];
  /** Rows whose target is answered. */
  readonly table: LearningTable;
  /** The same columns for rows whose target is blank or another answer. */
  readonly unresolved: readonly LearningColumn[];
  readonly unresolvedRows: number;
  /** Rows kept together because a person said so, because they agree in every answer, or none. */
  readonly grouping: 'said' | 'alike' | 'none';
}

/** Makes a learning table of a file: reads the target, finds how every other column is to be read, and reads it. */
export function csvTable(text: CsvText, said: CsvChoices): Result<CsvTraining, CsvProblem> {
  const named = nameColumns(text.headers, said);
  if (!named.ok) return named;
  const choices = named.value;
  const wrong = wrongChoice(text, choices);
  if (wrong !== null) return err(wrong);
  const read = readTarget(choices.target, cellsOf(text, choices.target), choices);
  if (!read.ok) return read;
  const { target, outcomes } = read.value;
  const time = choices.time === undefined ? null : readTimes(text, choices.time);
  if (time !== null && !time.ok) return time;
  const known = rowsWhere(text.rows, (row) => outcomes[row]! >= 0);
  const features = featuresOf(rowsOf(text, known), choices);
  if (features.length === 0) return err({ type: 'noFeatures' });
  const resolved = rowsOf(text, known);
  const open = rowsOf(
    text,
    rowsWhere(text.rows, (row) => outcomes[row]! < 0),
  );
  const columns = featureColumns(resolved, features);
  const group = groupsOf(resolved, columns, choices);
  return ok({
    target,
    features,
    table: {
      rows: resolved.rows,
      columns,
      outcome: Uint8Array.from(known, (row) => outcomes[row]!),
      ...(time !== null && { order: Float64Array.from(known, (row) => time.value[row]!) }),
      ...(group.rows !== null && { group: group.rows }),
    },
    unresolved: featureColumns(open, features),
    unresolvedRows: open.rows,
    grouping: group.grouping,
  });
}

function wrongChoice({ rows }: CsvText, { target, id, time, group, exclude }: CsvChoices): CsvProblem | null {
  const others = [id, time, ...(group ?? []), ...(exclude ?? [])];
  if (others.includes(target)) return { type: 'usedTwice', column: target };
  return rows === 0 ? { type: 'noRows' } : null;
}

const cellsOf = ({ headers, columns }: CsvText, header: string): readonly string[] => columns[headers.indexOf(header)]!;

const rowsWhere = (rows: number, holds: (row: number) => boolean): number[] =>
  Array.from({ length: rows }, (_, row) => row).filter(holds);

const rowsOf = ({ headers, columns }: CsvText, rows: readonly number[]): CsvText => ({
  headers,
  columns: columns.map((cells) => rows.map((row) => cells[row]!)),
  rows: rows.length,
});

/** Every column but target, id and excluded ones; a --time column that only counts up is the order and nothing to learn from. */
function featuresOf(text: CsvText, { target, id, exclude, time }: CsvChoices): CsvFeature[] {
  return text.headers.flatMap((header, place): CsvFeature[] => {
    if (header === target || header === id || exclude?.includes(header)) return [];
    const reading = typeColumn(text.columns[place]!);
    return header === time && reading.kind !== 'date' ? [] : [{ header, reading }];
  });
}

/** Times in days (or whatever number the column counts in); what cannot be read counts as the earliest. */
function readTimes(text: CsvText, column: string): Result<Float64Array, CsvProblem> {
  const cells = cellsOf(text, column);
  const reading = typeColumn(cells);
  const times = Float64Array.from(cells, (cell) => {
    const tidy = cell.trim();
    if (isMissing(tidy) || reading.kind === 'category') return Number.NaN;
    return reading.kind === 'date' ? dayOfText(tidy, reading.order) : numberOfText(tidy, reading.decimal);
  });
  const readable = times.filter((time) => !Number.isNaN(time));
  if (readable.length < text.rows / 2)
    return err({ type: 'noTimes', column, readable: readable.length, rows: text.rows });
  const earliest = readable.reduce((least, time) => Math.min(least, time), Number.POSITIVE_INFINITY);
  return ok(times.map((time) => (Number.isNaN(time) ? earliest : time)));
}

function groupsOf(
  text: CsvText,
  columns: readonly LearningColumn[],
  { group }: CsvChoices,
): { readonly rows: readonly string[] | null; readonly grouping: CsvTraining['grouping'] } {
  if (group !== undefined && group.length > 0) {
    const cells = group.map((header) => cellsOf(text, header));
    const rows = Array.from({ length: text.rows }, (_, row) => cells.map((one) => one[row]!.trim()).join('\u001F'));
    return { rows, grouping: 'said' };
  }
  const rows = alikeGroups(columns, text.rows);
  return { rows, grouping: rows === null ? 'none' : 'alike' };
}
