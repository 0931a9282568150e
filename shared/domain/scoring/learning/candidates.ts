import { toLogOdds, toProbability } from './logOdds.ts';
import { rowLoss } from './metrics.ts';
import type { AdditiveModel, CandidateName, TreeModel } from './modelTypes.ts';
import type { JudgedRows, PreparedTable } from './prepareTable.ts';

/** A way to predict: its raw log-odds on rows it had not seen, and how to fit it on all rows. */
export interface Candidate {
  readonly name: CandidateName;
  /** Beside the judged rows of the table. */
  readonly raw: Float64Array;
  readonly fit: () => { additive: AdditiveModel | null; trees: TreeModel | null; treeShare: number };
}

/** Weighted mean log-loss of raw log-odds. */
export function meanLoss({ outcome, weight }: JudgedRows, raw: Float64Array): number {
  let [loss, mass] = [0, 0];
  for (let at = 0; at < raw.length; at += 1) {
    loss += weight[at]! * rowLoss(toProbability(raw[at]!), outcome[at]!);
    mass += weight[at]!;
  }
  return loss / mass;
}

/** Weighted share of positives among rows, pulled by one row to a half so that it is never 0 or 1. */
export function smoothedRate({ outcome, weight }: PreparedTable, rows: Int32Array): number {
  let [positives, mass] = [0.5, 1];
  for (const row of rows) {
    positives += weight[row]! * outcome[row]!;
    mass += weight[row]!;
  }
  return positives / mass;
}

/** Always the share seen so far. */
export function baseCandidate(table: PreparedTable): Candidate {
  const raw = new Float64Array(table.judged.rows.length);
  let at = 0;
  for (const { train, test } of table.folds) {
    raw.fill(toLogOdds(smoothedRate(table, train)), at, at + test.length);
    at += test.length;
  }
  return { name: 'base', raw, fit: () => ({ additive: null, trees: null, treeShare: 0 }) };
}
