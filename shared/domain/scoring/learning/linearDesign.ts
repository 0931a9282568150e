import { levelCoder } from './columnSpecs.ts';
import type { LearningColumn } from './learningTypes.ts';
import type { AdditiveModel, ColumnEffect, ColumnSpec } from './modelTypes.ts';

/** Rows with few values that are not zero. */
export interface SparseRows {
  readonly width: number;
  /** Where each row begins in index and value; one more entry than rows. */
  readonly start: Int32Array;
  readonly index: Int32Array;
  readonly value: Float64Array;
}

/** A table as the logistic regression reads it. Feature 0 is the constant. */
export interface LinearDesign {
  readonly sparse: SparseRows;
  /** Strength of the L2 penalty per feature, relative to the chosen one. */
  readonly penalty: Float64Array;
  readonly blocks: readonly FeatureBlock[];
}

type FeatureBlock =
  | {
      readonly kind: 'number';
      readonly first: number;
      readonly scale: 'plain' | 'log';
      readonly mean: number;
      readonly deviation: number;
      /** On the standardised scale: least and greatest value seen, and where the line may bend. */
      readonly ends: readonly [number, number];
      readonly bends: readonly number[];
      readonly unknown: number | null;
      readonly spike: { readonly at: number; readonly feature: number } | null;
    }
  | { readonly kind: 'category'; readonly first: number; readonly codes: number };

const BEND_SHARES = [0.2, 0.4, 0.6, 0.8];
/** Share of rows from which on one value is given an effect of its own. */
const SPIKE_SHARE = 0.08;
/** Penalty on a bend, against 1 on the slope: bends are to be worth it. */
const BEND_PENALTY = 1;

/** Signed logarithm: keeps order and sign, tames long tails. */
export function signedLog(value: number): number {
  return Math.sign(value) * Math.log1p(Math.abs(value));
}

function skewOf(values: Float64Array): number {
  const mean = meanOf(values);
  let [second, third] = [0, 0];
  for (const value of values) {
    second += (value - mean) ** 2;
    third += (value - mean) ** 3;
  }
  const deviation = Math.sqrt(second / values.length);
  return deviation > 0 ? third / values.length / deviation ** 3 : 0;
}

function meanOf(values: Float64Array): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

function mostFrequent(sorted: Float64Array): { at: number; share: number } {
  let best = { at: 0, count: 0 };
  for (let start = 0; start < sorted.length;) {
    let end = start;
    while (end < sorted.length && sorted[end] === sorted[start]) end += 1;
    if (end - start > best.count) best = { at: sorted[start]!, count: end - start };
    start = end;
  }
  return { at: best.at, share: best.count / Math.max(1, sorted.length) };
}

function numberBlock(values: Float64Array, first: number): Extract<FeatureBlock, { kind: 'number' }> {
  const raw = values.filter((value) => !Number.isNaN(value));
  const logged = raw.map(signedLog);
  const scale = Math.abs(skewOf(logged)) < Math.abs(skewOf(raw)) * 0.8 ? 'log' : 'plain';
  const known = scale === 'log' ? logged : raw;
  const mean = meanOf(known);
  const spread = Math.sqrt(known.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, known.length));
  const deviation = spread > 0 ? spread : 1;
  const sorted = known.map((value) => (value - mean) / deviation).toSorted();
  const [least, greatest] = [sorted[0] ?? 0, sorted.at(-1) ?? 0];
  const spikeAt = mostFrequent(raw.toSorted());
  const rest = sorted.filter((value) => value > least);
  const bends = [...new Set(BEND_SHARES.map((share) => rest[Math.floor(share * rest.length)] ?? least))].filter(
    (bend) => bend > least && bend < greatest,
  );
  let next = first + 1 + bends.length;
  const unknown = known.length < values.length ? next++ : null;
  const spike = spikeAt.share >= SPIKE_SHARE && bends.length > 0 ? { at: spikeAt.at, feature: next++ } : null;
  return { kind: 'number', first, scale, mean, deviation, ends: [least, greatest], bends, unknown, spike };
}

function widthOf(block: FeatureBlock): number {
  if (block.kind === 'category') return block.codes;
  return 1 + block.bends.length + Number(block.unknown !== null) + Number(block.spike !== null);
}

/** Lays columns out as features: a bendable line, an unknown mark and a frequent value for numbers, one mark per level for categories. */
export function linearDesign(
  columns: readonly LearningColumn[],
  specs: readonly ColumnSpec[],
  rows: number,
): LinearDesign {
  const blocks: FeatureBlock[] = [];
  let width = 1;
  for (const [place, column] of columns.entries()) {
    const spec = specs[place]!;
    const block: FeatureBlock =
      column.kind === 'number'
        ? numberBlock(column.values, width)
        : { kind: 'category', first: width, codes: spec.counts.length };
    blocks.push(block);
    width += widthOf(block);
  }
  const penalty = new Float64Array(width).fill(1);
  penalty[0] = 0;
  for (const block of blocks) {
    if (block.kind === 'number') penalty.fill(BEND_PENALTY, block.first + 1, block.first + 1 + block.bends.length);
  }
  return { sparse: fillSparse(columns, specs, blocks, rows, width), penalty, blocks };
}

function fillSparse(
  columns: readonly LearningColumn[],
  specs: readonly ColumnSpec[],
  blocks: readonly FeatureBlock[],
  rows: number,
  width: number,
): SparseRows {
  const start = new Int32Array(rows + 1);
  const index: number[] = [];
  const value: number[] = [];
  const put = (feature: number, one: number): void => {
    if (one === 0) return;
    index.push(feature);
    value.push(one);
  };
  const coders = specs.map((spec) => (spec.kind === 'category' ? levelCoder(spec) : null));
  for (let row = 0; row < rows; row += 1) {
    put(0, 1);
    for (const [place, column] of columns.entries()) {
      const block = blocks[place]!;
      if (column.kind === 'category') put(block.first + coders[place]!(column.values[row]!), 1);
      else if (block.kind === 'number') putNumber(block, column.values[row]!, put);
    }
    start[row + 1] = index.length;
  }
  return { width, start, index: Int32Array.from(index), value: Float64Array.from(value) };
}

function putNumber(
  block: Extract<FeatureBlock, { kind: 'number' }>,
  raw: number,
  put: (feature: number, one: number) => void,
): void {
  if (Number.isNaN(raw)) {
    if (block.unknown !== null) put(block.unknown, 1);
    return;
  }
  const at = ((block.scale === 'log' ? signedLog(raw) : raw) - block.mean) / block.deviation;
  put(block.first, at);
  for (const [place, bend] of block.bends.entries()) put(block.first + 1 + place, Math.max(0, at - bend));
  if (block.spike !== null && raw === block.spike.at) put(block.spike.feature, 1);
}

/** The fitted coefficients as effects per column, each with mean zero over the records counted in the specs. */
export function additiveModel(design: LinearDesign, coefficients: Float64Array, weight: Float64Array): AdditiveModel {
  let intercept = coefficients[0]!;
  const means = blockMeans(design, coefficients, weight);
  const effects = design.blocks.map((block, place): ColumnEffect => {
    const mean = means[place]!;
    intercept += mean;
    if (block.kind === 'category') {
      const own = coefficients.subarray(block.first, block.first + block.codes);
      return { kind: 'category', effects: Array.from(own, (effect) => effect - mean) };
    }
    return numberEffect(block, coefficients, mean);
  });
  return { intercept, effects };
}

function numberEffect(
  block: Extract<FeatureBlock, { kind: 'number' }>,
  coefficients: Float64Array,
  mean: number,
): ColumnEffect {
  const knots = [...new Set([block.ends[0], ...block.bends, block.ends[1]])];
  const lineAt = (at: number): number =>
    block.bends.reduce(
      (sum, bend, place) => sum + coefficients[block.first + 1 + place]! * Math.max(0, at - bend),
      coefficients[block.first]! * at,
    );
  return {
    kind: 'number',
    scale: block.scale,
    knots: knots.map((knot) => knot * block.deviation + block.mean),
    effects: knots.map((knot) => lineAt(knot) - mean),
    unknown: (block.unknown === null ? 0 : coefficients[block.unknown]!) - (block.unknown === null ? 0 : mean),
    spike: { at: block.spike?.at ?? 0, effect: block.spike === null ? 0 : coefficients[block.spike.feature]! },
  };
}

function blockMeans(design: LinearDesign, coefficients: Float64Array, weight: Float64Array): number[] {
  const { start, index, value, width } = design.sparse;
  const sums = new Float64Array(width);
  let total = 0;
  for (let row = 0; row < weight.length; row += 1) {
    total += weight[row]!;
    for (let at = start[row]!; at < start[row + 1]!; at += 1) sums[index[at]!]! += weight[row]! * value[at]!;
  }
  return design.blocks.map((block) => {
    let mean = 0;
    for (let feature = block.first; feature < block.first + widthOf(block); feature += 1) {
      mean += (coefficients[feature]! * sums[feature]!) / total;
    }
    return mean;
  });
}
