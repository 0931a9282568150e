import { calibrated } from './calibration.ts';
import { binOf, columnValues, levelCoder } from './columnSpecs.ts';
import type { LearningColumn } from './learningTypes.ts';
import { signedLog } from './linearDesign.ts';
import { toLogOdds, toProbability } from './logOdds.ts';
import type { CategoryColumnSpec, ColumnEffect, TrainedModel } from './modelTypes.ts';
import { layOutForest, scoreForest } from './scoreForest.ts';

/** A model made ready for many rows. Columns it does not know are ignored, missing ones are unknown. */
export interface CompiledModel {
  predict(columns: readonly LearningColumn[], rows: number): Float64Array;
}

/** The effect of one number. */
export function numberEffectAt(effect: Extract<ColumnEffect, { kind: 'number' }>, raw: number): number {
  if (Number.isNaN(raw)) return effect.unknown;
  const { knots, effects, spike } = effect;
  const extra = spike.effect !== 0 && raw === spike.at ? spike.effect : 0;
  const at = effect.scale === 'log' ? signedLog(raw) : raw;
  const last = knots.length - 1;
  if (at <= knots[0]!) return effects[0]! + extra;
  for (let knot = 1; knot <= last; knot += 1) {
    if (at > knots[knot]!) continue;
    const share = (at - knots[knot - 1]!) / (knots[knot]! - knots[knot - 1]!);
    return effects[knot - 1]! + share * (effects[knot]! - effects[knot - 1]!) + extra;
  }
  return effects[last]! + extra;
}

/** Keeps log-odds within the limits of the model. */
export function withinBounds({ bounds }: TrainedModel, logOdds: number): number {
  return Math.min(toLogOdds(bounds.high), Math.max(toLogOdds(bounds.low), logOdds));
}

/** Prepares a model: texts to codes by hash, trees in flat typed lists. */
export function compileModel(model: TrainedModel): CompiledModel {
  if (model.additive === null && model.trees === null) {
    return { predict: (_, rows) => new Float64Array(rows).fill(model.baseRate) };
  }
  const forest = model.trees === null ? null : layOutForest(model.trees);
  const readers = model.columns.map((_, place) => readerOf(model, place));
  return {
    predict(columns, rows) {
      const raw = new Float64Array(rows).fill(rawIntercept(model));
      const bins = new Uint8Array(rows * (forest?.views ?? 0));
      for (const [place, spec] of model.columns.entries())
        readers[place]!(columnValues(columns, spec, rows), raw, bins);
      if (forest !== null) scoreForest(forest, bins, model.treeShare, raw);
      for (let row = 0; row < rows; row += 1) {
        raw[row] = toProbability(withinBounds(model, calibrated(model.calibration, raw[row]!)));
      }
      return raw;
    },
  };
}

/** Raw log-odds before any column is looked at. */
function rawIntercept({ additive, trees, treeShare }: TrainedModel): number {
  return (1 - treeShare) * (additive?.intercept ?? 0) + treeShare * (trees?.intercept ?? 0);
}

/** Reads one column: adds its effect to the raw log-odds and fills its views. */
type ColumnReader = (column: LearningColumn, raw: Float64Array, bins: Uint8Array) => void;

function readerOf(model: TrainedModel, place: number): ColumnReader {
  const spec = model.columns[place]!;
  const effect = model.additive?.effects[place];
  const share = 1 - model.treeShare;
  const views = viewsOf(model, place);
  const width = model.trees?.views.length ?? 0;
  if (spec.kind === 'category') return categoryReader(spec, effect, share, views, width);
  const edges = views.map(({ lookup }) => Float64Array.from(lookup));
  return (column, raw, bins) => {
    if (column.kind !== 'number') return;
    const { values } = column;
    if (effect?.kind === 'number') {
      for (let row = 0; row < raw.length; row += 1) raw[row]! += share * numberEffectAt(effect, values[row]!);
    }
    for (const [at, { view }] of views.entries()) {
      const own = edges[at]!;
      for (let row = 0; row < raw.length; row += 1) bins[row * width + view] = binOf(own, values[row]!);
    }
  };
}

function categoryReader(
  spec: CategoryColumnSpec,
  effect: ColumnEffect | undefined,
  share: number,
  views: readonly ColumnView[],
  width: number,
): ColumnReader {
  const code = levelCoder(spec);
  const scaled = Float64Array.from(effect?.effects ?? spec.counts.map(() => 0), (one) => one * share);
  const lookups = views.map(({ lookup }) => Uint8Array.from(lookup));
  return (column, raw, bins) => {
    if (column.kind !== 'category') return;
    for (let row = 0; row < raw.length; row += 1) {
      const own = code(column.values[row]!);
      raw[row]! += scaled[own]!;
      for (let at = 0; at < lookups.length; at += 1) bins[row * width + views[at]!.view] = lookups[at]![own]!;
    }
  };
}

interface ColumnView {
  readonly view: number;
  readonly lookup: readonly number[];
}

/** The views trees have of one column. */
function viewsOf({ trees }: TrainedModel, place: number): ColumnView[] {
  if (trees === null) return [];
  return [...trees.views.keys()]
    .filter((view) => trees.views[view] === place)
    .map((view) => ({ view, lookup: trees.bins[view]! }));
}

/** The bin of one row in a view of the trees. */
export function treeBin(model: TrainedModel, view: number, columns: readonly LearningColumn[], row: number): number {
  const lookup = model.trees!.bins[view]!;
  const place = model.trees!.views[view]!;
  const column = columns[place]!;
  if (column.kind === 'number') return binOf(lookup, column.values[row]!);
  return lookup[levelCoder(model.columns[place] as CategoryColumnSpec)(column.values[row]!)]!;
}
