import { wilsonInterval } from '#shared/lib/statistics/wilsonInterval.ts';
import { calibrated } from './calibration.ts';
import { binOf, columnValues, levelCoder } from './columnSpecs.ts';
import { numberEffectAt, treeBin, withinBounds } from './compileModel.ts';
import type { LearningColumn } from './learningTypes.ts';
import { toLogOdds, toProbability } from './logOdds.ts';
import type { ColumnSpec, RowExplanation, TrainedModel } from './modelTypes.ts';
import { treeShap } from './treeShap.ts';

/** The validated past an interval is taken from: this share of it, and no fewer records. */
const NEAR_SHARE = 0.1;
const NEAR_LEAST = 20;
/** Nearer to the base than this, contributions are not stretched by calibration. */
const NEAR_BASE = 0.05;

/** Contributions of each column in raw log-odds, and the raw base. Additive effects as they are, trees by their Shapley values. */
export function rawContributions(
  model: TrainedModel,
  columns: readonly LearningColumn[],
  row: number,
): { base: number; parts: Float64Array } {
  const { additive, trees, treeShare } = model;
  const parts = new Float64Array(model.columns.length);
  let base = 0;
  if (additive !== null) {
    base += (1 - treeShare) * additive.intercept;
    for (const [place, effect] of additive.effects.entries()) {
      const column = columns[place]!;
      const one =
        column.kind === 'number' && effect.kind === 'number'
          ? numberEffectAt(effect, column.values[row]!)
          : categoryEffect(model.columns[place]!, column, effect.effects, row);
      parts[place]! += (1 - treeShare) * one;
    }
  }
  if (trees !== null) {
    const bins = trees.views.map((_, view) => treeBin(model, view, columns, row));
    const roots = trees.roots.reduce((sum, root) => sum + trees.value[root]! * trees.scale, 0);
    base += treeShare * (trees.intercept + roots);
    for (const [view, value] of treeShap(trees, bins).entries()) parts[trees.views[view]!]! += treeShare * value;
  }
  return { base, parts };
}

function categoryEffect(spec: ColumnSpec, column: LearningColumn, effects: readonly number[], row: number): number {
  if (spec.kind !== 'category' || column.kind !== 'category') return 0;
  return effects[levelCoder(spec)(column.values[row]!)]!;
}

/** Why one row has its probability; see RowExplanation. */
export function explainRow(model: TrainedModel, columns: readonly LearningColumn[], row: number): RowExplanation {
  const own = model.columns.map((spec) => columnValues(columns, spec, row + 1));
  const modelled = model.additive !== null || model.trees !== null;
  const raw = modelled
    ? rawContributions(model, own, row)
    : { base: toLogOdds(model.baseRate), parts: new Float64Array() };
  const shown = (logOdds: number): number =>
    modelled ? withinBounds(model, calibrated(model.calibration, logOdds)) : logOdds;
  const moved = raw.parts.reduce((sum, part) => sum + part, 0);
  const baseLogOdds = shown(raw.base);
  const logOdds = shown(raw.base + moved);
  const stretch = Math.abs(moved) < NEAR_BASE ? model.calibration.slope : (logOdds - baseLogOdds) / moved;
  const contributions = [...raw.parts].map((part, place) => ({
    name: model.columns[place]!.name,
    logOdds: part * stretch,
    support: support(model.columns[place]!, own[place]!, row),
  }));
  const rest = logOdds - contributions.reduce((sum, one) => sum + one.logOdds, baseLogOdds);
  if (Math.abs(rest) > 1e-12) contributions.push({ name: '', logOdds: rest, support: 0 });
  const probability = modelled ? toProbability(logOdds) : model.baseRate;
  return { baseLogOdds, contributions, logOdds, probability, ...nearby(model, logOdds, probability) };
}

/** Past records with the same level, or in the same bin of the column. */
function support(spec: ColumnSpec, column: LearningColumn, row: number): number {
  if (spec.kind === 'category') {
    return column.kind === 'category' ? spec.counts[levelCoder(spec)(column.values[row]!)]! : 0;
  }
  if (column.kind === 'category') return 0;
  const bin = binOf(spec.edges, column.values[row]!);
  return spec.counts[bin === 0 ? spec.counts.length - 1 : bin - 1]!;
}

/** How often the validated past nearest to this figure came true: Wilson interval, 95 %, within the model's bounds (never 0 or 1), and on how many records it rests. */
export function nearby(
  { validated, bounds }: TrainedModel,
  logOdds: number,
  probability: number,
): Pick<RowExplanation, 'low' | 'high' | 'alike'> {
  const total = validated.reduce((sum, bin) => sum + bin.records, 0);
  const wanted = Math.max(NEAR_LEAST, NEAR_SHARE * total);
  const byDistance = validated.toSorted((a, b) => Math.abs(a.logOdds - logOdds) - Math.abs(b.logOdds - logOdds));
  let [records, positives] = [0, 0];
  for (const bin of byDistance) {
    if (records >= wanted) break;
    records += bin.records;
    positives += bin.positives;
  }
  const interval = wilsonInterval(Math.min(records, Math.round(positives)), records);
  return {
    // A figure lies within its own interval, even where calibration smoothed it away from its neighbours.
    low: Math.min(probability, Math.max(bounds.low, interval?.low ?? 0)),
    high: Math.max(probability, Math.min(bounds.high, interval?.high ?? 1)),
    alike: records,
  };
}
