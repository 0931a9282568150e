import { createPrng } from '../../../lib/prng.ts';
import type { LearningColumn, LearningTable } from '../learning/learningTypes.ts';

/** Above this, more rows change the figures less than the wait for them is worth (product decision). */
export const MOST_ROWS = 20_000;

/** At most `most` rows of a table, drawn by the seed; rows of one group are in or out together. The table itself when it is small enough. */
export function sampleTable(table: LearningTable, seed: number, most = MOST_ROWS): LearningTable {
  if (table.rows <= most) return table;
  const groups = new Map<string, number[]>();
  for (let row = 0; row < table.rows; row++) {
    const group = table.group?.[row] ?? String(row);
    const rows = groups.get(group);
    if (rows === undefined) groups.set(group, [row]);
    else rows.push(row);
  }
  const chosen: number[] = [];
  for (const rows of createPrng(seed, 'sample').shuffle([...groups.values()])) {
    if (chosen.length + rows.length <= most) chosen.push(...rows);
    if (chosen.length === most) break;
  }
  const rows = chosen.toSorted((a, b) => a - b);
  const { weight, order, group } = table;
  return {
    rows: rows.length,
    columns: table.columns.map((column) => columnOf(column, rows)),
    outcome: Uint8Array.from(rows, (row) => table.outcome[row]!),
    ...(weight && { weight: Float64Array.from(rows, (row) => weight[row]!) }),
    ...(order && { order: Float64Array.from(rows, (row) => order[row]!) }),
    ...(group && { group: rows.map((row) => group[row]!) }),
  };
}

const columnOf = (column: LearningColumn, rows: readonly number[]): LearningColumn =>
  column.kind === 'number'
    ? { ...column, values: Float64Array.from(rows, (row) => column.values[row]!) }
    : { ...column, values: rows.map((row) => column.values[row]!) };
