import type { LearningColumn } from '../learning/learningTypes.ts';
import type { RowExplanation } from '../learning/modelTypes.ts';

/** One feature of a record: its value and what it contributes. */
export interface Factor {
  readonly name: string;
  readonly kind: 'number' | 'category';
  /** Null = unknown. */
  readonly value: number | null;
  /** Of a category; empty = unknown. */
  readonly text: string;
  readonly logOdds: number;
  readonly support: number;
}

/** Every feature that the model used on this row, the weightiest first, and what no feature is answerable for. */
export function factorsOf(
  { contributions }: RowExplanation,
  columns: readonly LearningColumn[],
  row: number,
): { factors: Factor[]; rest: number } {
  const byName = new Map(columns.map((column) => [column.name, column]));
  const factors: Factor[] = [];
  let rest = 0;
  for (const { name, logOdds, support } of contributions) {
    if (name === '') {
      rest += logOdds;
      continue;
    }
    const column = byName.get(name);
    const value = column?.kind === 'number' ? (column.values[row] ?? Number.NaN) : Number.NaN;
    factors.push({
      name,
      kind: column?.kind ?? 'number',
      value: Number.isNaN(value) ? null : value,
      text: column?.kind === 'category' ? (column.values[row] ?? '') : '',
      logOdds,
      support,
    });
  }
  return { factors: factors.toSorted((a, b) => Math.abs(b.logOdds) - Math.abs(a.logOdds)), rest };
}
