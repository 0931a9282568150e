import type { LearningColumn, LearningTable } from './learningTypes.ts';
import type { CategoryColumnSpec, ColumnSpec, NumberColumnSpec } from './modelTypes.ts';

/** Bins of a number column for counting records alike. */
const SUPPORT_BINS = 10;
/** A level seen on fewer rows than this is pooled with the other rare ones. */
const RARE = 3;
/** Most levels kept of one column; the most frequent ones. */
const MOST_LEVELS = 200;

/** Category text as it is compared: no-break spaces are spaces, ends trimmed, case kept. */
export function foldLevel(text: string): string {
  return text.replace(/[\u00A0\u2007\u202F]/g, ' ').trim();
}

/** Upper ends that cut the known values into at most `bins` bins of about equal mass, halfway between neighbours. */
export function quantileEdges(values: Float64Array, bins: number): number[] {
  const known = values.filter((value) => !Number.isNaN(value)).toSorted();
  const distinct: number[] = [];
  const upTo: number[] = [];
  for (let row = 0; row < known.length; row += 1) {
    if (row === 0 || known[row] !== known[row - 1]) {
      distinct.push(known[row]!);
      upTo.push(0);
    }
    upTo[upTo.length - 1] = row + 1;
  }
  const edges: number[] = [];
  let goal = known.length / bins;
  for (let place = 0; place < distinct.length - 1; place += 1) {
    if (distinct.length > bins && upTo[place]! < goal - 1e-9) continue;
    edges.push(halfway(distinct[place]!, distinct[place + 1]!));
    goal = upTo[place]! + (known.length - upTo[place]!) / Math.max(1, bins - edges.length);
  }
  return edges;
}

function halfway(low: number, high: number): number {
  const middle = low + (high - low) / 2;
  return Number.isFinite(middle) && middle < high ? middle : low;
}

/** The bin of a number: 0 unknown, else 1 + the number of edges below it. */
export function binOf(edges: ArrayLike<number>, value: number): number {
  if (Number.isNaN(value)) return 0;
  let [low, high] = [0, edges.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value <= edges[middle]!) high = middle;
    else low = middle + 1;
  }
  return low + 1;
}

/** Turns category texts into codes of the column: a level, rare or unseen, unknown. */
export function levelCoder(spec: CategoryColumnSpec): (text: string) => number {
  const rare = spec.levels.length;
  const codes = new Map<string, number>(spec.levels.map((level, code) => [level, code]));
  codes.set('', rare + 1);
  return (text) => {
    let code = codes.get(text);
    if (code === undefined) {
      code = codes.get(foldLevel(text)) ?? rare;
      codes.set(text, code);
    }
    return code;
  };
}

/** How many records each code or bin has. */
export function countRecords(codes: Int32Array, width: number, groupOf: Int32Array): number[] {
  const seen = new Set<number>();
  const counts = Array.from({ length: width }, () => 0);
  for (let row = 0; row < codes.length; row += 1) {
    const key = groupOf[row]! * width + codes[row]!;
    if (seen.has(key)) continue;
    seen.add(key);
    counts[codes[row]!]! += 1;
  }
  return counts;
}

function numberSpec(name: string, values: Float64Array, groupOf: Int32Array): NumberColumnSpec {
  const edges = quantileEdges(values, SUPPORT_BINS);
  const width = edges.length + 2;
  // Bin 0 is unknown and goes last.
  const bins = Int32Array.from(values, (value) => (binOf(edges, value) + width - 1) % width);
  return { name, kind: 'number', edges, counts: countRecords(bins, width, groupOf) };
}

function categorySpec(name: string, values: readonly string[], groupOf: Int32Array): CategoryColumnSpec {
  const rows = new Map<string, number>();
  for (const text of values) {
    const level = foldLevel(text);
    if (level !== '') rows.set(level, (rows.get(level) ?? 0) + 1);
  }
  const levels = [...rows]
    .filter(([, count]) => count >= RARE)
    .toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, MOST_LEVELS)
    .map(([level]) => level);
  const bare: CategoryColumnSpec = { name, kind: 'category', levels, counts: [] };
  const codes = Int32Array.from(values, levelCoder(bare));
  return { ...bare, counts: countRecords(codes, levels.length + 2, groupOf) };
}

/** What the columns of a table look like, without a look at the outcome. */
export function columnSpecs(columns: readonly LearningColumn[], groupOf: Int32Array): ColumnSpec[] {
  return columns.map((column) =>
    column.kind === 'number'
      ? numberSpec(column.name, column.values, groupOf)
      : categorySpec(column.name, column.values, groupOf),
  );
}

/** A column of the asked kind, all unknown when the table has none of that name. */
export function columnValues(columns: readonly LearningColumn[], spec: ColumnSpec, rows: number): LearningColumn {
  const found = columns.find(({ name, kind }) => name === spec.name && kind === spec.kind);
  if (found !== undefined) return found;
  return spec.kind === 'number'
    ? { name: spec.name, kind: 'number', values: new Float64Array(rows).fill(NaN) }
    : { name: spec.name, kind: 'category', values: Array.from({ length: rows }, () => '') };
}

/** Rows of a table with a value in a column. */
export function knownRows(column: LearningColumn, rows: LearningTable['rows']): number {
  let known = 0;
  for (let row = 0; row < rows; row += 1) {
    known += Number(
      column.kind === 'number' ? !Number.isNaN(column.values[row]!) : foldLevel(column.values[row]!) !== '',
    );
  }
  return known;
}
