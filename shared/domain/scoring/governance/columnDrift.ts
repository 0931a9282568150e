import { foldLevel } from '../learning/columnSpecs.ts';
import type { LearningColumn } from '../learning/learningTypes.ts';
import type { CategoryColumnSpec, ColumnSpec, NumberColumnSpec } from '../learning/modelTypes.ts';

/** How far the values of one column have moved since training. */
export interface ColumnDrift {
  readonly name: string;
  /** Population stability index: 0 = as before. */
  readonly index: number;
  /** steady: as before; shifted: noticeably; moved: clearly other records than were learned from; tooFew: cannot be said. */
  readonly state: 'steady' | 'shifted' | 'moved' | 'tooFew';
  /** Where it changed most: the unknown ones, a value, all other values, or numbers above `from` (if any) up to `to` (if any). */
  readonly most: {
    readonly place: 'unknown' | 'value' | 'others' | 'range';
    readonly value: string;
    readonly from: number | null;
    readonly to: number | null;
    readonly before: number;
    readonly now: number;
  };
}

/** Usual bounds of the index (Siddiqi, Credit Risk Scorecards, 2006). */
const SHIFTED = 0.1;
const MOVED = 0.25;
/** An empty bin counts as half a record, so that the logarithm stays finite. */
const HALF = 0.5;
/** Under so many records on either side, nothing is said. */
const FEWEST = 20;
/** The bins of a model are finer than a comparison of two samples can bear. */
const MOST_BINS = 10;

interface Bin {
  readonly place: ColumnDrift['most']['place'];
  readonly value: string;
  readonly from: number | null;
  readonly to: number | null;
  readonly past: number;
  now: number;
}

/**
 * Compares a column's values now with those at training (`profileOpen`). Between samples of one population the index times
 * n·m/(n+m) is distributed like chi-square with bins − 1 degrees of freedom: a large index that chance explains is `steady`.
 */
export function columnDrift(spec: ColumnSpec, column: LearningColumn): ColumnDrift {
  const bins = spec.kind === 'number' ? numberBins(spec) : categoryBins(spec);
  const unknown: Bin = { place: 'unknown', value: '', from: null, to: null, past: spec.counts.at(-1) ?? 0, now: 0 };
  for (const value of column.values) binOf(bins, unknown, value).now += 1;
  const all = [...bins, unknown].filter(({ past, now }) => past > 0 || now > 0);
  const recordsThen = Math.max(1, sum(all.map(({ past }) => past)));
  const recordsNow = Math.max(1, column.values.length);
  const steps = all.map((bin) => {
    const before = Math.max(bin.past, HALF) / recordsThen;
    const now = Math.max(bin.now, HALF) / recordsNow;
    return (now - before) * Math.log(now / before);
  });
  const index = sum(steps);
  const change = ({ past, now }: Bin): number => Math.abs(now / recordsNow - past / recordsThen);
  const most = all.toSorted((a, b) => change(b) - change(a))[0] ?? unknown;
  const byChance = chiSquare95(Math.max(1, all.length - 1)) * (1 / recordsThen + 1 / recordsNow);
  return {
    name: spec.name,
    index,
    state: Math.min(recordsThen, column.values.length) < FEWEST ? 'tooFew' : stateOf(index > byChance ? index : 0),
    most: {
      place: most.place,
      value: most.value,
      from: most.from,
      to: most.to,
      before: most.past / recordsThen,
      now: most.now / recordsNow,
    },
  };
}

const stateOf = (index: number): ColumnDrift['state'] =>
  index >= MOVED ? 'moved' : index >= SHIFTED ? 'shifted' : 'steady';

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Neighbouring bins of the model together, so that each has about a tenth of the known records. */
function numberBins({ edges, counts }: NumberColumnSpec): Bin[] {
  const known = counts.slice(0, -1);
  const per = sum(known) / MOST_BINS;
  const bins: Bin[] = [];
  let [past, seen, from] = [0, 0, null as number | null];
  for (const [place, count] of known.entries()) {
    past += count;
    seen += count;
    const to = edges[place] ?? null;
    if (to !== null && seen < (bins.length + 1) * per - 1e-9) continue;
    bins.push({ place: 'range', value: '', from, to, past, now: 0 });
    [past, from] = [0, to];
  }
  return bins;
}

/** The most frequent values each, the others together. */
function categoryBins({ levels, counts }: CategoryColumnSpec): Bin[] {
  const frequent = levels
    .map((value, code) => ({ value, count: counts[code] ?? 0 }))
    .toSorted((a, b) => b.count - a.count)
    .slice(0, MOST_BINS)
    .map(({ value, count }): Bin => ({ place: 'value', value, from: null, to: null, past: count, now: 0 }));
  const rest = sum(counts.slice(0, -1)) - sum(frequent.map(({ past }) => past));
  return [...frequent, { place: 'others', value: '', from: null, to: null, past: rest, now: 0 }];
}

function binOf(bins: readonly Bin[], unknown: Bin, value: number | string): Bin {
  if (value === '' || Number.isNaN(value)) return unknown;
  const own =
    typeof value === 'number'
      ? bins.find(({ to }) => to === null || value <= to)
      : bins.find((bin) => bin.place === 'value' && bin.value === foldLevel(value));
  return own ?? bins.at(-1) ?? unknown;
}

/** 95 % quantile of chi-square by Wilson and Hilferty (1931); off by less than 2 % from one degree of freedom on. */
function chiSquare95(freedom: number): number {
  const part = 2 / (9 * freedom);
  return freedom * (1 - part + 1.6448536269514722 * Math.sqrt(part)) ** 3;
}
