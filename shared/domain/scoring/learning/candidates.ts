import { type LogisticTask, fitLogistic, linearScore } from './fitLogistic.ts';
import { additiveModel, linearDesign } from './linearDesign.ts';
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

/** Penalties tried, strong to weak; 1 is scikit-learn's C = 1. */
const PENALTIES = [300, 100, 30, 10, 3, 1, 0.3];

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

/** Logistic regression, its penalty chosen out of fold. */
export function logisticCandidate(table: PreparedTable, tick: () => void): Candidate {
  const design = linearDesign(table.columns, table.specs, table.rows);
  const taskFor = (rows: Int32Array, strength: number): LogisticTask => ({
    sparse: design.sparse,
    outcome: table.outcome,
    weight: table.weight,
    rows,
    penalty: design.penalty.map((one) => one * strength),
  });
  const raws = PENALTIES.map(() => new Float64Array(table.judged.rows.length));
  let at = 0;
  for (const { train, test } of table.folds) {
    let beta: Float64Array | undefined;
    for (const [place, strength] of PENALTIES.entries()) {
      beta = fitLogistic(taskFor(train, strength), beta);
      for (let one = 0; one < test.length; one += 1) {
        raws[place]![at + one] = linearScore(design.sparse, beta, test[one]!);
      }
    }
    at += test.length;
    tick();
  }
  const losses = raws.map((raw) => meanLoss(table.judged, raw));
  const best = losses.indexOf(Math.min(...losses));
  return {
    name: 'logistic',
    raw: raws[best]!,
    fit: () => {
      const all = Int32Array.from({ length: table.rows }, (_, row) => row);
      const beta = fitLogistic(taskFor(all, PENALTIES[best]!));
      return { additive: additiveModel(design, beta, table.weight), trees: null, treeShare: 0 };
    },
  };
}
