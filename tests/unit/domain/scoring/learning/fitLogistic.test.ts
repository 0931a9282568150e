import { expect, test } from 'vitest';
import { fitLogistic, linearScore, type LogisticTask } from '#shared/domain/scoring/learning/fitLogistic.ts';
import { rowLoss } from '#shared/domain/scoring/learning/metrics.ts';
import { toProbability } from '#shared/domain/scoring/learning/logOdds.ts';

/** Forty rows by formula, which scikit-learn 1.2.1 was given too. */
const rows = 40;
const first = Array.from({ length: rows }, (_, row) => ((row * 7) % 11) / 5 - 1);
const second = Array.from({ length: rows }, (_, row) => Math.sin(row));
const outcome = Uint8Array.from({ length: rows }, (_, row) => Number((row * row * 3 + row) % 7 < 3));

function taskOf(penalty: number, weight = new Float64Array(rows).fill(1), which = [...outcome.keys()]): LogisticTask {
  return {
    sparse: {
      width: 3,
      start: Int32Array.from({ length: rows + 1 }, (_, row) => 3 * row),
      index: Int32Array.from({ length: 3 * rows }, (_, at) => at % 3),
      value: Float64Array.from(first.flatMap((one, row) => [1, one, second[row]!])),
    },
    outcome,
    weight,
    rows: Int32Array.from(which),
    penalty: Float64Array.of(0, penalty, penalty),
  };
}
const near = (found: Float64Array, wanted: readonly number[]) => {
  for (const [at, one] of wanted.entries()) expect(found[at]!).toBeCloseTo(one, 5);
};

test('coefficients and log-loss are those of scikit-learn', () => {
  const task = taskOf(1);
  const beta = fitLogistic(task);
  near(beta, [0.3001962927660839, 0.27174911481242475, 0.06257923096031662]);
  const loss = outcome.reduce(
    (sum, one, row) => sum + rowLoss(toProbability(linearScore(task.sparse, beta, row)), one),
    0,
  );
  expect(loss / rows).toBeCloseTo(0.6759403954506018, 7);
  near(fitLogistic(taskOf(10)), [0.30089835812231935, 0.09743940909878154, 0.025263619227201967]);
});

test('weights are those of scikit-learn, and equal repetition', () => {
  const weight = Float64Array.from({ length: rows }, (_, row) => 1 + (row % 3));
  const weighted = fitLogistic(taskOf(1, weight));
  near(weighted, [0.29935487, 0.6830619458066909, 0.10468883803067958]);
  const repeated = [...outcome.keys()].flatMap((row) => Array.from({ length: 1 + (row % 3) }, () => row));
  near(fitLogistic(taskOf(1, undefined, repeated)), [...weighted]);
});

test('where a fit begins and whose curvature it borrows does not change where it ends', () => {
  const beta = fitLogistic(taskOf(1));
  near(fitLogistic(taskOf(1), { beta: Float64Array.of(3, -2, 1) }), [...beta]);
  near(fitLogistic(taskOf(1), { factor: Float64Array.of(4, 0, 0, 0, 4, 0, 0, 0, 4) }), [...beta]);
});

test('outcomes that a line parts completely still give finite coefficients', () => {
  const parted = { ...taskOf(0.01), outcome: Uint8Array.from(first, (one) => Number(one > 0)) };
  const beta = fitLogistic(parted);
  expect(beta.every((one) => Number.isFinite(one))).toBe(true);
  expect(beta[1]!).toBeGreaterThan(3);
});
