import { binOf, levelCoder } from '../learning/columnSpecs.ts';
import type { LearningColumn } from '../learning/learningTypes.ts';
import type { TrainedModel } from '../learning/modelTypes.ts';

/** Past records with the same level, or in the same bin of the column, as this row; null when the model does not use it. */
export function columnSupport(
  model: TrainedModel,
  columns: readonly LearningColumn[],
  name: string,
  row: number,
): number | null {
  const spec = model.columns.find((one) => one.name === name);
  const column = columns.find((one) => one.name === name);
  if (spec === undefined || column === undefined) return null;
  if (spec.kind === 'category') {
    return column.kind === 'category' ? (spec.counts[levelCoder(spec)(column.values[row] ?? '')] ?? 0) : 0;
  }
  if (column.kind === 'category') return 0;
  const bin = binOf(spec.edges, column.values[row] ?? Number.NaN);
  return spec.counts[bin === 0 ? spec.counts.length - 1 : bin - 1] ?? 0;
}
