import { solveCholesky, factorCholesky } from './cholesky.ts';
import type { SparseRows } from './linearDesign.ts';

/** What a logistic regression is fitted to. */
export interface LogisticTask {
  readonly sparse: SparseRows;
  readonly outcome: Uint8Array;
  readonly weight: Float64Array;
  /** Row numbers to learn from. */
  readonly rows: Int32Array;
  /** λ per feature: the loss is Σ weight × log-loss + ½ Σ λ β². */
  readonly penalty: Float64Array;
  /** What each coefficient is pulled to; 0 when left out. */
  readonly centre?: Float64Array;
}

const MOST_STEPS = 60;
const NEAR_ENOUGH = 1e-9;

/** Raw log-odds of one row. */
export function linearScore(sparse: SparseRows, coefficients: Float64Array, row: number): number {
  let sum = 0;
  const end = sparse.start[row + 1]!;
  for (let at = sparse.start[row]!; at < end; at += 1) sum += coefficients[sparse.index[at]!]! * sparse.value[at]!;
  return sum;
}

/**
 * L2-regularised logistic regression by Newton steps. The curvature is kept from step to step while steps go well, so that a
 * path of penalties costs little more than one fit. Starts from `start`, which makes the path warm. Deterministic.
 */
export function fitLogistic(task: LogisticTask, start?: Float64Array): Float64Array {
  const width = task.sparse.width;
  let beta: Float64Array = start?.slice() ?? new Float64Array(width);
  let { loss, gradient } = lossAndGradient(task, beta);
  let factor: Float64Array | null = null;
  for (let count = 0; count < MOST_STEPS; count += 1) {
    const fresh: boolean = factor === null;
    factor ??= factorCholesky(curvature(task, beta), width);
    const step = solveCholesky(factor, width, gradient);
    const slope = step.reduce((sum, one, feature) => sum + one * gradient[feature]!, 0);
    if (slope < NEAR_ENOUGH * Math.max(1, Math.abs(loss)) * 1e-3) break;
    const moved = searchLine(task, beta, step, loss, slope);
    if (moved === null) {
      if (fresh) break;
      factor = null;
      continue;
    }
    const gained = loss - moved.loss;
    ({ beta, loss, gradient } = moved);
    // Half the slope is what an exact quadratic would gain; much less means the curvature is out of date.
    if (gained < 0.4 * slope || moved.size < 1) factor = null;
  }
  return beta;
}

interface Point {
  beta: Float64Array;
  loss: number;
  gradient: Float64Array;
  size: number;
}

function searchLine(
  task: LogisticTask,
  beta: Float64Array,
  step: Float64Array,
  loss: number,
  slope: number,
): Point | null {
  for (let size = 1; size > 1e-4; size /= 2) {
    const tried = beta.map((one, feature) => one - size * step[feature]!);
    const at = lossAndGradient(task, tried);
    if (at.loss <= loss - 1e-4 * size * slope) return { beta: tried, ...at, size };
  }
  return null;
}

function lossAndGradient(task: LogisticTask, beta: Float64Array): { loss: number; gradient: Float64Array } {
  const { sparse, outcome, weight, rows, penalty } = task;
  const { start, index, value } = sparse;
  const gradient = new Float64Array(sparse.width);
  let loss = 0;
  for (let feature = 0; feature < sparse.width; feature += 1) {
    const away = beta[feature]! - (task.centre?.[feature] ?? 0);
    loss += 0.5 * penalty[feature]! * away ** 2;
    gradient[feature] = penalty[feature]! * away;
  }
  for (let place = 0; place < rows.length; place += 1) {
    const row = rows[place]!;
    const score = linearScore(sparse, beta, row);
    const decay = Math.exp(-Math.abs(score));
    const probability = score >= 0 ? 1 / (1 + decay) : decay / (1 + decay);
    const toward = outcome[row] === 1 ? score : -score;
    loss += weight[row]! * (Math.log1p(decay) + (toward < 0 ? -toward : 0));
    const residual = weight[row]! * (probability - outcome[row]!);
    const end = start[row + 1]!;
    for (let at = start[row]!; at < end; at += 1) gradient[index[at]!]! += residual * value[at]!;
  }
  return { loss, gradient };
}

/** The second derivative, lower triangle by rows. */
function curvature(task: LogisticTask, beta: Float64Array): Float64Array {
  const { sparse, weight, rows, penalty } = task;
  const { start, index, value, width } = sparse;
  const matrix = new Float64Array(width * width);
  for (let place = 0; place < rows.length; place += 1) {
    const row = rows[place]!;
    const score = linearScore(sparse, beta, row);
    const decay = Math.exp(-Math.abs(score));
    const bend = (weight[row]! * decay) / (1 + decay) ** 2;
    const [from, end] = [start[row]!, start[row + 1]!];
    for (let at = from; at < end; at += 1) {
      const scaled = bend * value[at]!;
      const line = index[at]! * width;
      for (let other = from; other <= at; other += 1) matrix[line + index[other]!]! += scaled * value[other]!;
    }
  }
  // A little on every diagonal keeps a feature that no row has from dividing by zero.
  for (let feature = 0; feature < width; feature += 1) matrix[feature * width + feature]! += penalty[feature]! + 1e-9;
  return matrix;
}
