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
  const coders = model.columns.map((spec) => (spec.kind === 'category' ? levelCoder(spec) : null));
  const forest = model.trees === null ? null : layOutForest(model.trees);
  return {
    predict(columns, rows) {
      if (model.additive === null && model.trees === null) return new Float64Array(rows).fill(model.baseRate);
      const raw = new Float64Array(rows).fill(rawIntercept(model));
      const bins = new Uint8Array(rows * (model.trees?.views.length ?? 0));
      for (const [place, spec] of model.columns.entries()) {
        const column = columnValues(columns, spec, rows);
        const effect = model.additive?.effects[place];
        if (column.kind === 'category') {
          addCategory(model, place, codesOf(coders[place]!, column.values, rows), { raw, bins, effect });
        } else addNumber(model, place, column.values, { raw, bins, effect });
      }
      if (forest !== null) scoreForest(forest, bins, forest.views, model.treeShare, raw);
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

interface Sink {
  readonly raw: Float64Array;
  readonly bins: Uint8Array;
  readonly effect: ColumnEffect | undefined;
}

function codesOf(code: (text: string) => number, values: readonly string[], rows: number): Uint16Array {
  const codes = new Uint16Array(rows);
  for (let row = 0; row < rows; row += 1) codes[row] = code(values[row]!);
  return codes;
}

function addCategory(model: TrainedModel, place: number, codes: Uint16Array, { raw, bins, effect }: Sink): void {
  if (effect?.kind === 'category') {
    const scaled = Float64Array.from(effect.effects, (one) => one * (1 - model.treeShare));
    for (let row = 0; row < codes.length; row += 1) raw[row]! += scaled[codes[row]!]!;
  }
  for (const { view, width, lookup } of viewsOf(model, place)) {
    const binByCode = Uint8Array.from(lookup);
    for (let row = 0; row < codes.length; row += 1) bins[row * width + view] = binByCode[codes[row]!]!;
  }
}

function addNumber(model: TrainedModel, place: number, values: Float64Array, { raw, bins, effect }: Sink): void {
  if (effect?.kind === 'number') {
    const share = 1 - model.treeShare;
    for (let row = 0; row < raw.length; row += 1) raw[row]! += share * numberEffectAt(effect, values[row]!);
  }
  for (const { view, width, lookup } of viewsOf(model, place)) {
    for (let row = 0; row < raw.length; row += 1) bins[row * width + view] = binOf(lookup, values[row]!);
  }
}

/** The views trees have of one column. */
function viewsOf({ trees }: TrainedModel, place: number): { view: number; width: number; lookup: readonly number[] }[] {
  if (trees === null) return [];
  const width = trees.views.length;
  return [...trees.views.keys()]
    .filter((view) => trees.views[view] === place)
    .map((view) => ({ view, width, lookup: trees.bins[view]! }));
}

/** The bin of one row in a view of the trees. */
export function treeBin(model: TrainedModel, view: number, columns: readonly LearningColumn[], row: number): number {
  const lookup = model.trees!.bins[view]!;
  const place = model.trees!.views[view]!;
  const column = columns[place]!;
  if (column.kind === 'number') return binOf(lookup, column.values[row]!);
  return lookup[levelCoder(model.columns[place] as CategoryColumnSpec)(column.values[row]!)]!;
}
