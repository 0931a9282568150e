import type { LearningColumn, LearningTable } from '#shared/domain/scoring/learning/learningTypes.ts';

/** What is learned from: closed records at moments of their life, and open ones as they are now. */
export interface TrainingTable {
  readonly table: LearningTable;
  /** The same columns for records without outcome: a column that only they, or only the others, know is no use. */
  readonly unresolved: readonly LearningColumn[];
  /** When the first and the last of the learned records ended, epoch ms; null without any. */
  readonly from: number | null;
  readonly to: number | null;
  /** Closed records; rows of one deal are one record. */
  readonly records: number;
}

/** One row before it is a column: what was known at a moment, and how it ended. */
export interface TrainingRow<Facts> {
  readonly facts: Facts;
  readonly asOf: number;
  readonly endedAt: number;
  readonly positive: boolean;
  readonly group: string;
}

/**
 * Puts rows together. All rows weigh the same, so that the sum is the number of records: a weight that shrank with the
 * number of a record's moments would tell how long it was still going to live. `order` is when the outcome became known,
 * so validation that goes forward in it learns only from what had ended before.
 */
export function toLearningTable<Facts>(
  rows: readonly TrainingRow<Facts>[],
  records: number,
  columnsOf: (facts: readonly Facts[], asOf: readonly number[]) => LearningColumn[],
): Omit<TrainingTable, 'unresolved'> {
  const columns = columnsOf(
    rows.map(({ facts }) => facts),
    rows.map(({ asOf }) => asOf),
  );
  const ends = rows.map(({ endedAt }) => endedAt);
  return {
    table: {
      rows: rows.length,
      columns,
      outcome: Uint8Array.from(rows, ({ positive }) => (positive ? 1 : 0)),
      weight: new Float64Array(rows.length).fill(rows.length === 0 ? 1 : records / rows.length),
      order: Float64Array.from(ends),
      group: rows.map(({ group }) => group),
    },
    from: ends.length === 0 ? null : ends.reduce((least, end) => Math.min(least, end)),
    to: ends.length === 0 ? null : ends.reduce((most, end) => Math.max(most, end)),
    records,
  };
}
