import { foldLevel } from '../learning/columnSpecs.ts';
import type { LearningColumn } from '../learning/learningTypes.ts';
import type { ColumnSpec } from '../learning/modelTypes.ts';

/**
 * How the open records lay in the bins of a model's columns when it was trained: what later open records are held against.
 * The rows that were learned from would not do, because they stand at other moments of a life than what is open now.
 */
export function profileOpen(specs: readonly ColumnSpec[], columns: readonly LearningColumn[]): ColumnSpec[] {
  const byName = new Map(columns.map((column) => [column.name, column]));
  return specs.flatMap((spec) => {
    const column = byName.get(spec.name);
    return column === undefined || column.kind !== spec.kind ? [] : [counted(spec, column)];
  });
}

function counted(spec: ColumnSpec, column: LearningColumn): ColumnSpec {
  const counts = spec.counts.map(() => 0);
  for (const value of column.values) {
    const bin = binOf(spec, value);
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return { ...spec, counts };
}

/** The last entry of the counts is for unknown values, the one before for those above all ends or of no level. */
function binOf(spec: ColumnSpec, value: number | string): number {
  const unknown = spec.counts.length - 1;
  if (value === '' || Number.isNaN(value)) return unknown;
  const bin =
    spec.kind === 'number'
      ? spec.edges.findIndex((edge) => Number(value) <= edge)
      : spec.levels.indexOf(foldLevel(String(value)));
  return bin === -1 ? unknown - 1 : bin;
}
