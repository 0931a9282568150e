import { columnSpecs } from './columnSpecs.ts';
import { type Fold, forwardFolds, groupedFolds, groupNumbers } from './folds.ts';
import type { LearningColumn, LearningTable } from './learningTypes.ts';
import type { ColumnSpec } from './modelTypes.ts';

/** Rows that were judged by a model that had not seen them; with repeated validation a row comes several times. */
export interface JudgedRows {
  readonly rows: Int32Array;
  readonly outcome: Uint8Array;
  /** Divided by the number of repeats. */
  readonly weight: Float64Array;
  readonly group: Int32Array;
  /** The window of time each lies in, where validation went forward; null where it did not. */
  readonly window: Int32Array | null;
}

/** A table made ready for learning: what the columns look like and how it is validated. */
export interface PreparedTable {
  readonly rows: number;
  readonly columns: readonly LearningColumn[];
  readonly specs: readonly ColumnSpec[];
  readonly outcome: Uint8Array;
  readonly weight: Float64Array;
  readonly groupOf: Int32Array;
  readonly groups: number;
  readonly folds: readonly Fold[];
  readonly judged: JudgedRows;
  readonly seed: number;
}

/** Fewer rows are validated over and over, until about this many have been judged. */
const JUDGED_GOAL = 3000;
const MOST_REPEATS = 6;
const FOLDS = 5;
const WINDOWS = 5;

function validationFolds(
  table: LearningTable,
  groupOf: Int32Array,
  seed: number,
): { folds: Fold[]; repeats: number; forward: boolean } {
  if (table.order !== undefined) {
    const folds = forwardFolds(groupOf, table.order, WINDOWS);
    const bothSides = ({ train }: Fold): boolean => new Set(Array.from(train, (row) => table.outcome[row])).size === 2;
    const able = folds.filter(bothSides);
    if (able.length > 0) return { folds: able, repeats: 1, forward: true };
  }
  const repeats = Math.min(MOST_REPEATS, Math.max(1, Math.round(JUDGED_GOAL / table.rows)));
  const folds: Fold[] = [];
  for (let repeat = 0; repeat < repeats; repeat += 1) {
    folds.push(...groupedFolds(groupOf, table.outcome, FOLDS, seed + repeat));
  }
  return { folds, repeats, forward: false };
}

/** Lays out a table for learning with the columns that are to be used. */
export function prepareTable(table: LearningTable, columns: readonly LearningColumn[], seed: number): PreparedTable {
  const { rows, outcome } = table;
  const { of: groupOf, groups } = groupNumbers(rows, table.group);
  const weight = table.weight ?? new Float64Array(rows).fill(1);
  const { folds, repeats, forward } = validationFolds(table, groupOf, seed);
  const judgedRows = Int32Array.from(folds.flatMap(({ test }) => [...test]));
  return {
    rows,
    columns,
    specs: columnSpecs(columns, groupOf),
    outcome,
    weight,
    groupOf,
    groups,
    folds,
    judged: {
      rows: judgedRows,
      outcome: Uint8Array.from(judgedRows, (row) => outcome[row]!),
      weight: Float64Array.from(judgedRows, (row) => weight[row]! / repeats),
      group: Int32Array.from(judgedRows, (row) => groupOf[row]!),
      window: forward ? Int32Array.from(folds.flatMap(({ test }, at) => Array.from(test, () => at))) : null,
    },
    seed,
  };
}
