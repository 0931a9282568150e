import { expect, test } from 'vitest';
import {
  calibrated,
  fitIsotonic,
  fitPlatt,
  isotonicBlocks,
  noCalibration,
} from '#shared/domain/scoring/learning/calibration.ts';

const judged = (raw: number[], outcome: number[], weight = raw.map(() => 1)) => ({
  raw: Float64Array.from(raw),
  outcome: Uint8Array.from(outcome),
  weight: Float64Array.from(weight),
});

test('without calibration log-odds stay what they are', () => {
  expect(calibrated(noCalibration, -1.25)).toBe(-1.25);
});

test('the line of Platt goes through what happened, where two figures leave no doubt', () => {
  // At −1 one of four came true, at 1 three of four: log-odds −ln 3 and ln 3, so slope ln 3 and offset 0.
  const two = judged([-1, -1, -1, -1, 1, 1, 1, 1], [1, 0, 0, 0, 1, 1, 1, 0]);
  const line = fitPlatt(two, 0);
  expect(line.slope).toBeCloseTo(Math.log(3), 6);
  expect(line.offset).toBeCloseTo(0, 6);
  expect(calibrated(line, 1)).toBeCloseTo(Math.log(3), 6);
});

test('a pull keeps the line of few records near the one that changes nothing', () => {
  const two = judged([-1, -1, -1, -1, 1, 1, 1, 1], [0, 0, 0, 0, 1, 1, 1, 0]);
  expect(fitPlatt(two, 100).slope).toBeCloseTo(1, 1);
  expect(fitPlatt(two, 0.01).slope).toBeGreaterThan(2);
});

test('isotonic calibration pools neighbours that fall', () => {
  // Shares 0, 1, ½ of blocks of two: the last two pool to ¾.
  const blocks = isotonicBlocks(judged([-2, -2, 0, 0, 1, 1], [0, 0, 1, 1, 1, 0]), 2);
  expect(blocks).toEqual([
    { mass: 2, positives: 0, raw: -4 },
    { mass: 4, positives: 3, raw: 2 },
  ]);
});

test('the isotonic line shrinks each block by one record of the average and never falls', () => {
  const line = fitIsotonic(judged([-2, -2, 0, 0, 1, 1], [0, 0, 1, 1, 1, 0]), 2);
  expect(line.from).toEqual([-2, 0.5]);
  // Average ½: (0 + ½) ÷ 3 = 1/6 and (3 + ½) ÷ 5 = 7/10.
  expect(line.to[0]).toBeCloseTo(Math.log(1 / 5), 12);
  expect(line.to[1]).toBeCloseTo(Math.log(7 / 3), 12);
  expect(calibrated(line, -0.75)).toBeCloseTo((Math.log(1 / 5) + Math.log(7 / 3)) / 2, 12);
  expect(calibrated(line, 9)).toBeGreaterThan(calibrated(line, 8));
});
