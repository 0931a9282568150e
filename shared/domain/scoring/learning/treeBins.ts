import { createPrng } from '#shared/lib/prng.ts';
import { binOf, levelCoder, quantileEdges } from './columnSpecs.ts';
import type { LearningColumn } from './learningTypes.ts';
import type { ColumnSpec } from './modelTypes.ts';

/** Bins a tree may cut between, without that of unknown; a bin fits a byte. */
const MOST_BINS = 255;
/** Rows of no effect put to every level, so that a level of few rows stays near the average. */
const SMOOTHING = 10;
/** More levels than this are ranked out of fold, or the trees would learn their own rows by heart. */
const FEW_LEVELS = 10;
const INNER_FOLDS = 5;

/** What does not depend on the outcome: bins of numbers, codes of categories. */
export interface RawBins {
  readonly rows: number;
  /** Per column: bins of numbers, codes of categories. */
  readonly codes: readonly Uint16Array[];
  /** Edges of numbers; null for categories. */
  readonly edges: readonly (readonly number[] | null)[];
  /** Codes of categories. */
  readonly widths: readonly number[];
  /** Bins by code in the order of names, for categories of many levels: what ranking hides is found by it. */
  readonly byName: readonly (readonly number[] | null)[];
}

/** Rows as trees read them. */
export interface BinnedRows {
  /** Row by row, one byte per view. */
  readonly bins: Uint8Array;
  readonly width: number;
  /** Highest bin of each view. */
  readonly highest: Uint8Array;
  /** As in TreeModel.views and .bins. */
  readonly views: readonly number[];
  readonly lookup: readonly (readonly number[])[];
}

/** What category levels are ranked by. */
export interface RankedBy {
  readonly outcome: Uint8Array;
  readonly weight: Float64Array;
  readonly groupOf: Int32Array;
  readonly seed: number;
}

/** Bins numbers and codes categories, once for all folds. */
export function rawBins(columns: readonly LearningColumn[], specs: readonly ColumnSpec[], rows: number): RawBins {
  const edges = columns.map((column) => (column.kind === 'number' ? quantileEdges(column.values, MOST_BINS) : null));
  const codes = columns.map((column, place) => {
    const spec = specs[place]!;
    if (column.kind === 'number') return Uint16Array.from(column.values, (value) => binOf(edges[place]!, value));
    return Uint16Array.from(column.values, spec.kind === 'category' ? levelCoder(spec) : () => 0);
  });
  return { rows, codes, edges, widths: specs.map((spec) => spec.counts.length), byName: specs.map(binsByName) };
}

function binsByName(spec: ColumnSpec): number[] | null {
  if (spec.kind === 'number' || spec.counts.length <= FEW_LEVELS) return null;
  const place = new Map(spec.levels.toSorted().map((level, at) => [level, at]));
  const bins = spec.levels.map((level) => 3 + place.get(level)!);
  // Rare and unknown come first.
  return [...bins, 1, 2];
}

/** Bins for learning from some rows: levels are ranked by those rows alone; rows not among them are binned as new ones will be. */
export function binRows(raw: RawBins, by: RankedBy, train: Int32Array): BinnedRows {
  const found: { column: number; view: View }[] = [];
  for (const [column, codes] of raw.codes.entries()) {
    const edges = raw.edges[column];
    if (edges) found.push({ column, view: { lookup: edges, highest: edges.length + 1, own: null } });
    else {
      found.push({ column, view: rankLevels(codes, raw.widths[column]!, by, train) });
      const byName = raw.byName[column];
      if (byName) found.push({ column, view: { lookup: byName, highest: Math.max(...byName), own: null } });
    }
  }
  const width = found.length;
  const bins = new Uint8Array(raw.rows * width);
  for (const [place, { column, view }] of found.entries()) {
    const codes = raw.codes[column]!;
    const direct = raw.edges[column] !== null;
    for (let row = 0; row < raw.rows; row += 1) {
      bins[row * width + place] = direct ? codes[row]! : view.lookup[codes[row]!]!;
    }
    view.own?.forEach((bin, at) => (bins[train[at]! * width + place] = bin));
  }
  return {
    bins,
    width,
    highest: Uint8Array.from(found, ({ view }) => view.highest),
    views: found.map(({ column }) => column),
    lookup: found.map(({ view }) => view.lookup),
  };
}

interface View {
  readonly lookup: readonly number[];
  readonly highest: number;
  /** Bins of the learned rows, where they differ from those of new rows. */
  readonly own: Uint8Array | null;
}

function rankLevels(codes: Uint16Array, width: number, by: RankedBy, train: Int32Array): View {
  const rates = levelRates(codes, width, by, train);
  if (width <= FEW_LEVELS) {
    const sorted = [...new Set(rates)].toSorted((a, b) => a - b);
    return { lookup: [...rates].map((rate) => sorted.indexOf(rate) + 1), highest: sorted.length, own: null };
  }
  const own = outOfFoldRates(codes, width, by, train);
  const edges = quantileEdges(own, MOST_BINS);
  return {
    lookup: [...rates].map((rate) => binOf(edges, rate)),
    highest: edges.length + 1,
    own: Uint8Array.from(own, (rate) => binOf(edges, rate)),
  };
}

/** Share of positives per code over some rows, smoothed to their average. */
function levelRates(codes: Uint16Array, width: number, by: RankedBy, rows: Int32Array, but?: Uint8Array): Float64Array {
  const positives = new Float64Array(width);
  const mass = new Float64Array(width);
  let [allPositives, all] = [0.5, 1];
  for (let at = 0; at < rows.length; at += 1) {
    if (but?.[at] === 1) continue;
    const row = rows[at]!;
    const weight = by.weight[row]!;
    mass[codes[row]!]! += weight;
    all += weight;
    if (by.outcome[row] === 0) continue;
    positives[codes[row]!]! += weight;
    allPositives += weight;
  }
  const rate = allPositives / all;
  return positives.map((one, code) => (one + SMOOTHING * rate) / (mass[code]! + SMOOTHING));
}

/** Each row's level by rows of other groups. */
function outOfFoldRates(codes: Uint16Array, width: number, by: RankedBy, train: Int32Array): Float64Array {
  const prng = createPrng(by.seed, 'levels');
  const foldOf = new Map<number, number>();
  const folds = Uint8Array.from(train, (row) => {
    const group = by.groupOf[row]!;
    let fold = foldOf.get(group);
    if (fold === undefined) foldOf.set(group, (fold = prng.int(0, INNER_FOLDS - 1)));
    return fold;
  });
  const own = new Float64Array(train.length);
  for (let fold = 0; fold < INNER_FOLDS; fold += 1) {
    const rates = levelRates(
      codes,
      width,
      by,
      train,
      folds.map((one) => Number(one === fold)),
    );
    for (let at = 0; at < train.length; at += 1) if (folds[at] === fold) own[at] = rates[codes[train[at]!]!]!;
  }
  return own;
}
