import { factorCholesky, solveCholesky } from './cholesky.ts';
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

/** How a fit begins and when it is good enough. */
export interface FitStart {
  readonly beta?: Float64Array;
  /** A factor of a curvature near enough to begin with. */
  readonly factor?: Float64Array;
  /** Steps end when the next would gain less than this share of the loss; 1e-12 when left out. */
  readonly tolerance?: number;
}

const MOST_STEPS = 60;
/** A step that gains less than this share of what a right curvature would gain asks for a new one. */
const POOR = 0.2;

/** Raw log-odds of one row. */
export function linearScore(sparse: SparseRows, coefficients: Float64Array, row: number): number {
  let sum = 0;
  const end = sparse.start[row + 1]!;
  for (let at = sparse.start[row]!; at < end; at += 1) sum += coefficients[sparse.index[at]!]! * sparse.value[at]!;
  return sum;
}

/**
 * L2-regularised logistic regression by Newton steps. The curvature is kept from step to step while steps go well, so that a
 * path of penalties and folds costs little more than one fit. Deterministic.
 */
export function fitLogistic(task: LogisticTask, start: FitStart = {}): Float64Array {
  const width = task.sparse.width;
  let beta: Float64Array = start.beta?.slice() ?? new Float64Array(width);
  let { loss, gradient } = lossAndGradient(task, beta);
  let factor: Float64Array | null = start.factor ?? null;
  let fresh = false;
  for (let count = 0; count < MOST_STEPS; count += 1) {
    if (factor === null) {
      factor = factorCholesky(withPenalty(curvature(task, beta), task.penalty, 1), width);
      fresh = true;
    }
    const step = solveCholesky(factor, width, gradient);
    const slope = step.reduce((sum, one, feature) => sum + one * gradient[feature]!, 0);
    if (slope < (start.tolerance ?? 1e-12) * Math.max(1, loss)) break;
    const moved = searchLine(task, beta, step, loss, slope);
    if (moved === null) {
      if (fresh) break;
      factor = null;
      continue;
    }
    fresh = false;
    const gained = loss - moved.loss;
    ({ beta, loss, gradient } = moved);
    // Half the slope is what an exact quadratic would gain.
    if (gained < POOR * slope) factor = null;
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

/** The second derivative of the unpenalised loss, lower triangle by rows. */
export function curvature(task: LogisticTask, beta: Float64Array): Float64Array {
  const { sparse, weight, rows } = task;
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
  return matrix;
}

/** A curvature scaled to a share of its rows, with the penalty on its diagonal; a new matrix. */
export function withPenalty(matrix: Float64Array, penalty: Float64Array, share: number): Float64Array {
  const whole = matrix.map((one) => one * share);
  // A little on every diagonal keeps a feature that no row has from dividing by zero.
  for (const [feature, one] of penalty.entries()) whole[feature * penalty.length + feature]! += one + 1e-9;
  return whole;
}
