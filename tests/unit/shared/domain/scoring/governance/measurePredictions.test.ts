import { expect, test } from 'vitest';
import { measurePredictions } from '#shared/domain/scoring/governance/measurePredictions.ts';
import { createPrng } from '#shared/lib/prng.ts';

const judged = (pairs: readonly (readonly [number, 0 | 1])[]) => ({
  probability: Float64Array.from(pairs, ([p]) => p),
  outcome: Uint8Array.from(pairs, ([, y]) => y),
});

test('nothing is measured without records', () => {
  expect(measurePredictions(judged([]), 0.4)).toBeNull();
});

test('known figures: Brier, log-loss, the base rate beside them and the gain', () => {
  const quality = measurePredictions(
    judged([
      [0.8, 1],
      [0.2, 0],
      [0.6, 0],
      [0.4, 1],
    ]),
    0.5,
  );
  expect(quality?.metrics.brier).toBeCloseTo((0.04 + 0.04 + 0.36 + 0.36) / 4, 12);
  const loss = -(Math.log(0.8) + Math.log(0.8) + Math.log(0.4) + Math.log(0.4)) / 4;
  expect(quality?.metrics.logLoss).toBeCloseTo(loss, 12);
  expect(quality?.base).toEqual({ rate: 0.5, logLoss: Math.LN2, brier: 0.25 });
  expect(quality?.gain.logLoss).toBeCloseTo(Math.LN2 - loss, 12);
  expect(quality?.gain.error).toBeGreaterThan(0);
  expect(quality?.positives).toBe(2);
  expect(quality?.deviation).toBeCloseTo(0, 12);
});

test('the deviation counts standard deviations: 100 promised at one half, 60 came', () => {
  const pairs = Array.from({ length: 100 }, (_, row): [number, 0 | 1] => [0.5, row < 60 ? 1 : 0]);
  expect(measurePredictions(judged(pairs), 0.5)?.deviation).toBeCloseTo((60 - 50) / 5, 12);
});

test('the bins hold every record once and lie around what came true', () => {
  const random = createPrng(9);
  const pairs = Array.from({ length: 500 }, (): [number, 0 | 1] => {
    const p = 0.05 + 0.9 * random.next();
    return [p, random.next() < p ? 1 : 0];
  });
  const quality = measurePredictions(judged(pairs), 0.5);
  expect(quality?.reliability.reduce((sum, { rows }) => sum + rows, 0)).toBe(500);
  const within = quality?.reliability.filter(
    ({ meanPredicted, low, high }) => meanPredicted >= low && meanPredicted <= high,
  );
  expect(within?.length ?? 0).toBeGreaterThanOrEqual(8);
  expect(Math.abs(quality?.deviation ?? 9)).toBeLessThan(3);
});
