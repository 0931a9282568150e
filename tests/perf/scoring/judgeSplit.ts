import { scoreCsv } from '#shared/domain/scoring/csv/csvModel.ts';
import { csvTable } from '#shared/domain/scoring/csv/csvTable.ts';
import type { CsvText } from '#shared/domain/scoring/csv/csvTypes.ts';
import { featureColumns } from '#shared/domain/scoring/csv/featureColumns.ts';
import type { ProbabilityMetrics } from '#shared/domain/scoring/learning/learningTypes.ts';
import { probabilityMetrics } from '#shared/domain/scoring/learning/metrics.ts';
import type { TrainingReport } from '#shared/domain/scoring/learning/modelTypes.ts';
import { trainModel } from '#shared/domain/scoring/learning/trainModel.ts';
import { plainLogistic } from './plainLogistic.ts';
import type { PreparedSet } from './preparedSet.ts';

/** One set, one split: how good the product's pick is on rows it did not see, beside plain baselines. */
export interface SplitResult {
  readonly set: string;
  readonly split: string;
  /** Whether validation inside the training rows went forward in time. */
  readonly ordered: boolean;
  readonly trainRows: number;
  readonly testRows: number;
  readonly baseRate: number;
  readonly pick: ProbabilityMetrics;
  readonly constant: ProbabilityMetrics;
  readonly plain: ProbabilityMetrics;
  readonly verdict: TrainingReport['verdict'];
  readonly chosen: TrainingReport['chosen'];
  readonly calibration: TrainingReport['calibration'];
  /** On rows of the training part not learned from. */
  readonly candidates: TrainingReport['candidates'];
  readonly gain: TrainingReport['gain'];
  readonly leftOut: TrainingReport['leftOut'];
  readonly fitMs: number;
  readonly predictMs: number;
}

/** The rows of a set that one side of a split uses. */
export interface Part {
  readonly set: PreparedSet;
  readonly rows: readonly number[];
}

/** Learns from one part and judges on another, by the code behind `kongdan score-csv`. */
export function judgeSplit(split: string, train: Part, test: Part, ordered: boolean, seed: number): SplitResult {
  const { set } = train;
  const made = csvTable(textOf(train), { target: set.target, positive: set.positive });
  if (!made.ok) throw new Error(`${set.name}: ${JSON.stringify(made.error)}`);
  const { features, target } = made.value;
  const group = set.groups === null ? undefined : train.rows.map((row) => set.groups![row]!);
  const order = ordered && set.order !== null ? Float64Array.from(train.rows, (row) => set.order![row]!) : undefined;
  const { group: _, ...table } = made.value.table;
  let started = performance.now();
  const trained = trainModel({ ...table, ...(group && { group }), ...(order && { order }) }, { seed });
  const fitMs = performance.now() - started;
  const testText = textOf(test);
  started = performance.now();
  const scored = scoreCsv({ format: 'kongdan-csv-model', version: 1, target, features, ...trained }, testText);
  const predictMs = performance.now() - started;
  if (!scored.ok) throw new Error(`${set.name}: ${JSON.stringify(scored.error)}`);
  const outcome = Uint8Array.from(testText.columns[testText.headers.indexOf(set.target)]!, (cell) =>
    cell === set.positive ? 1 : 0,
  );
  const judge = (probability: Float64Array): ProbabilityMetrics => probabilityMetrics({ probability, outcome });
  const rate = table.outcome.reduce((sum, one) => sum + one, 0) / table.rows;
  const plain = plainLogistic(table.columns, table.outcome);
  const { verdict, chosen, calibration, candidates, gain, leftOut } = trained.report;
  return {
    set: set.name,
    split,
    ordered,
    trainRows: train.rows.length,
    testRows: test.rows.length,
    baseRate: outcome.reduce((sum, one) => sum + one, 0) / outcome.length,
    pick: judge(scored.value.probabilities),
    constant: judge(new Float64Array(outcome.length).fill(rate)),
    plain: judge(plain(featureColumns(testText, features), testText.rows)),
    verdict,
    chosen,
    calibration,
    candidates,
    gain,
    leftOut,
    fitMs,
    predictMs,
  };
}

const textOf = ({ set, rows }: Part): CsvText => ({
  headers: set.headers,
  columns: set.headers.map((_, place) => rows.map((row) => set.rows[row]![place]!)),
  rows: rows.length,
});
