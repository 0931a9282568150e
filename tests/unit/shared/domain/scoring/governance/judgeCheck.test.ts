import { expect, test } from 'vitest';
import type { ColumnDrift } from '#shared/domain/scoring/governance/columnDrift.ts';
import { judgeCheck } from '#shared/domain/scoring/governance/judgeCheck.ts';
import { measurePredictions } from '#shared/domain/scoring/governance/measurePredictions.ts';

/** Of each group: the figure that was said, how many records it was said of, how many of them came true. */
function quality(groups: readonly (readonly [number, number, number])[], baseRate = 0.4) {
  const rows = groups.flatMap(([p, count, hits]) =>
    Array.from({ length: count }, (_, row): [number, number] => [p, row < hits ? 1 : 0]),
  );
  return measurePredictions(
    { probability: Float64Array.from(rows, ([p]) => p), outcome: Uint8Array.from(rows, ([, y]) => y) },
    baseRate,
  );
}

const drift = (state: ColumnDrift['state']): ColumnDrift => ({
  name: 'source',
  index: 0.4,
  state,
  most: { place: 'unknown', value: '', from: null, to: null, before: 0, now: 0.5 },
});

const base = { low: 0.3, high: 0.5 };
const usual = { drift: [], base, abstains: false, learned: 0 };
const good = quality([
  [0.1, 40, 4],
  [0.4, 40, 16],
  [0.8, 40, 32],
]);

test('what was said came true: it stays in use', () => {
  expect(judgeCheck({ ...usual, quality: good })).toEqual({ verdict: 'ok', reasons: ['asExpected'] });
});

test('nothing closed, or only what it had learned from, proves nothing', () => {
  expect(judgeCheck({ ...usual, quality: null })).toEqual({ verdict: 'tooFew', reasons: ['noneClosed'] });
  expect(judgeCheck({ ...usual, quality: null, learned: 12 })).toEqual({ verdict: 'tooFew', reasons: ['allLearned'] });
});

test('under 20 records, or under 5 of a side, there is no verdict however bad it looks', () => {
  expect(judgeCheck({ ...usual, quality: quality([[0.9, 19, 2]]) }).reasons).toEqual(['fewClosed']);
  expect(judgeCheck({ ...usual, quality: quality([[0.9, 60, 4]]) })).toEqual({
    verdict: 'tooFew',
    reasons: ['oneSided'],
  });
});

test('worse than the base rate beyond chance asks for a refit', () => {
  const reversed = quality([
    [0.8, 40, 8],
    [0.2, 40, 26],
  ]);
  const { verdict, reasons } = judgeCheck({ ...usual, quality: reversed });
  expect(verdict).toBe('refit');
  expect(reasons[0]).toBe('worseThanBase');
});

test('far more successes than were said ask for a refit and say in which direction; far fewer likewise', () => {
  const low = judgeCheck({
    ...usual,
    quality: quality(
      [
        [0.3, 50, 27],
        [0.6, 50, 45],
      ],
      0.25,
    ),
  });
  expect(low.verdict).toBe('refit');
  expect(low.reasons).toContain('tooLow');
  const high = judgeCheck({
    ...usual,
    quality: quality(
      [
        [0.3, 50, 5],
        [0.7, 50, 18],
      ],
      0.6,
    ),
  });
  expect(high.verdict).toBe('refit');
  expect(high.reasons).toContain('tooHigh');
});

test('moved inputs and a moved base rate are to be watched, not a reason by themselves to train anew', () => {
  expect(judgeCheck({ ...usual, quality: good, drift: [drift('moved')] })).toEqual({
    verdict: 'watch',
    reasons: ['inputsMoved'],
  });
  expect(judgeCheck({ ...usual, quality: good, drift: [drift('shifted'), drift('tooFew')] }).verdict).toBe('ok');
  expect(judgeCheck({ ...usual, quality: good, base: { low: 0.01, high: 0.05 } }).reasons).toEqual(['baseMoved']);
});

test('a model that abstains is not blamed for being no better than the base rate that it gives', () => {
  const constant = quality([[0.4, 60, 24]]);
  expect(judgeCheck({ ...usual, quality: constant, abstains: true }).verdict).toBe('ok');
  expect(judgeCheck({ ...usual, quality: constant }).reasons).toEqual(['noGain']);
});
