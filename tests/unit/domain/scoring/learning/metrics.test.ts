import { expect, test } from 'vitest';
import { areaUnderCurve, probabilityMetrics, reliabilityBins } from '#shared/domain/scoring/learning/metrics.ts';

const judged = (probability: number[], outcome: number[], weight?: number[]) => ({
  probability: Float64Array.from(probability),
  outcome: Uint8Array.from(outcome),
  weight: weight && Float64Array.from(weight),
});

test('the area under the curve counts pairs in the right order, ties half', () => {
  // Pairs (positive, negative): .8>.3, .8>.5, .5>.3, .5=.5 → 3.5 of 4.
  expect(areaUnderCurve(judged([0.3, 0.5, 0.5, 0.8], [0, 0, 1, 1]))).toBe(3.5 / 4);
  expect(areaUnderCurve(judged([0.9, 0.1], [0, 1]))).toBe(0);
  expect(areaUnderCurve(judged([0.4, 0.4, 0.4], [0, 1, 1]))).toBe(0.5);
  expect(areaUnderCurve(judged([0.4, 0.6], [1, 1]))).toBe(0.5);
});

test('log-loss and Brier score are the means of what each row costs', () => {
  const metrics = probabilityMetrics(judged([0.8, 0.4], [1, 1]));
  expect(metrics.logLoss).toBeCloseTo((-Math.log(0.8) - Math.log(0.4)) / 2, 12);
  expect(metrics.brier).toBeCloseTo((0.2 ** 2 + 0.6 ** 2) / 2, 12);
});

test('the calibration error is the mean gap over ten bins of equal mass', () => {
  // Twenty rows, two per bin: all bins predict what happens but the last, which says 0.95 and is right half the time.
  const probability = Array.from({ length: 20 }, (_, row) => (row < 18 ? 0.5 + row / 1000 : 0.95 + (row - 18) / 1000));
  const outcome = Array.from({ length: 20 }, (_, row) => row % 2);
  const gaps = Array.from({ length: 10 }, (_, bin) =>
    Math.abs((probability[2 * bin]! + probability[2 * bin + 1]!) / 2 - 0.5),
  );
  expect(probabilityMetrics(judged(probability, outcome)).ece).toBeCloseTo(gaps.reduce((a, b) => a + b, 0) / 10, 12);
});

test('a constant figure that meets the base rate is perfectly calibrated, in one bin', () => {
  const metrics = probabilityMetrics(judged([0.25, 0.25, 0.25, 0.25], [1, 0, 0, 0]));
  expect([metrics.ece, metrics.auc]).toEqual([0, 0.5]);
  const [bin, ...others] = reliabilityBins(judged([0.25, 0.25, 0.25, 0.25], [1, 0, 0, 0]));
  expect(others).toEqual([]);
  expect(bin!.rows).toBe(4);
  expect(bin!.low).toBeLessThan(0.25);
  expect(bin!.high).toBeGreaterThan(0.25);
});

test('a row of weight two counts like two rows', () => {
  const heavy = probabilityMetrics(judged([0.2, 0.7, 0.6], [0, 1, 0], [2, 1, 3]));
  const many = probabilityMetrics(judged([0.2, 0.2, 0.7, 0.6, 0.6, 0.6], [0, 0, 1, 0, 0, 0]));
  for (const name of ['auc', 'logLoss', 'brier', 'ece'] as const) expect(heavy[name]).toBeCloseTo(many[name], 12);
});

test('without rows nothing is claimed', () => {
  expect(probabilityMetrics(judged([], []))).toEqual({ rows: 0, auc: 0.5, logLoss: 0, brier: 0, ece: 0 });
});
