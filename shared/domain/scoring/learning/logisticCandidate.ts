import { type Candidate, meanLoss } from './candidates.ts';
import { factorCholesky } from './cholesky.ts';
import { curvature, fitLogistic, linearScore, type LogisticTask, withPenalty } from './fitLogistic.ts';
import { additiveModel, type LinearDesign, linearDesign } from './linearDesign.ts';
import type { PreparedTable } from './prepareTable.ts';

/** Penalties tried, strong to weak; 1 is what scikit-learn calls C = 1. The path ends when the loss has risen twice. */
const PENALTIES = [300, 100, 30, 10, 3, 1, 0.3];
/** The penalty whose curvature stands in for that of all others. */
const MIDDLE = 10;
/** Good enough for choosing a penalty; the final fit is exact. */
const ROUGH = 1e-6;

/** Logistic regression on bendable lines and levels, its penalty chosen out of fold. */
export function logisticCandidate(table: PreparedTable, tick: () => void): Candidate {
  const design = linearDesign(table.columns, table.specs, table.rows);
  const all = Int32Array.from({ length: table.rows }, (_, row) => row);
  const taskFor = (rows: Int32Array, strength: number): LogisticTask => ({
    sparse: design.sparse,
    outcome: table.outcome,
    weight: table.weight,
    rows,
    penalty: design.penalty.map((one) => one * strength),
  });
  const middle = fitLogistic(taskFor(all, MIDDLE), { tolerance: ROUGH });
  const best = choosePenalty(table, design, taskFor, middle, tick);
  return {
    name: 'logistic',
    raw: best.raw,
    fit: () => {
      const beta = fitLogistic(taskFor(all, best.strength), { beta: middle });
      return { additive: additiveModel(design, beta, table.weight), trees: null, treeShare: 0 };
    },
  };
}

function choosePenalty(
  table: PreparedTable,
  { sparse }: LinearDesign,
  taskFor: (rows: Int32Array, strength: number) => LogisticTask,
  middle: Float64Array,
  tick: () => void,
): { raw: Float64Array; strength: number; loss: number } {
  const all = Int32Array.from({ length: table.rows }, (_, row) => row);
  const bend = curvature(taskFor(all, MIDDLE), middle);
  const betas = table.folds.map((): Float64Array | undefined => undefined);
  let best = { raw: new Float64Array(), strength: MIDDLE, loss: Infinity };
  let worse = 0;
  for (const strength of PENALTIES) {
    const raw = new Float64Array(table.judged.rows.length);
    const factors = new Map<number, Float64Array>();
    let at = 0;
    for (const [fold, { train, test }] of table.folds.entries()) {
      const task = taskFor(train, strength);
      // Folds of about the same size share a factor.
      const share = Math.round((10 * train.length) / table.rows) / 10;
      let factor = factors.get(share);
      if (factor === undefined) {
        factor = factorCholesky(withPenalty(bend, task.penalty, Math.max(0.05, share)), sparse.width);
        factors.set(share, factor);
      }
      const beta = fitLogistic(task, { beta: betas[fold] ?? middle, factor, tolerance: ROUGH });
      betas[fold] = beta;
      for (const row of test) raw[at++] = linearScore(sparse, beta, row);
    }
    tick();
    const loss = meanLoss(table.judged, raw);
    worse = loss < best.loss ? 0 : worse + 1;
    if (loss < best.loss) best = { raw, strength, loss };
    if (worse === 2) break;
  }
  return best;
}
