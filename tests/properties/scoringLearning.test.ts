import fc from 'fast-check';
import { expect, test } from 'vitest';
import { calibrated, fitIsotonic, fitPlatt } from '#shared/domain/scoring/learning/calibration.ts';
import { explainRow } from '#shared/domain/scoring/learning/explainRow.ts';
import type { LearningColumn } from '#shared/domain/scoring/learning/learningTypes.ts';
import { areaUnderCurve, probabilityMetrics } from '#shared/domain/scoring/learning/metrics.ts';
import type { TrainedModel } from '#shared/domain/scoring/learning/modelTypes.ts';
import { predict } from '#shared/domain/scoring/learning/predict.ts';
import { trainModel } from '#shared/domain/scoring/learning/trainModel.ts';
import { createPrng } from '#shared/lib/prng.ts';

const judgement = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 0, max: 1 }), fc.integer({ min: 1, max: 4 })), {
    minLength: 2,
    maxLength: 60,
  })
  .map((rows) => ({
    probability: Float64Array.from(rows, ([percent]) => percent / 100),
    outcome: Uint8Array.from(rows, ([, outcome]) => outcome),
    weight: Float64Array.from(rows, ([, , weight]) => weight),
  }));

test('turning figures and outcomes around leaves every measure as it was', () => {
  fc.assert(
    fc.property(judgement, ({ probability, outcome, weight }) => {
      const one = probabilityMetrics({ probability, outcome, weight });
      const turned = probabilityMetrics({
        probability: probability.map((figure) => 1 - figure),
        outcome: outcome.map((what) => 1 - what),
        weight,
      });
      for (const name of ['auc', 'logLoss', 'brier'] as const) expect(turned[name]).toBeCloseTo(one[name], 9);
    }),
  );
});

test('only the order of figures counts for the area under the curve', () => {
  fc.assert(
    fc.property(judgement, ({ probability, outcome, weight }) => {
      const stretched = probability.map((figure) => figure ** 3);
      expect(areaUnderCurve({ probability: stretched, outcome, weight })).toBeCloseTo(
        areaUnderCurve({ probability, outcome, weight }),
        9,
      );
    }),
  );
});

test('calibration never changes who ranks above whom', () => {
  fc.assert(
    fc.property(judgement, fc.array(fc.double({ min: -9, max: 9, noNaN: true }), { maxLength: 20 }), (rows, asked) => {
      const judged = { ...rows, raw: rows.probability.map((figure) => Math.log(figure / (1 - figure))) };
      for (const calibration of [fitPlatt(judged), fitIsotonic(judged, 5)]) {
        const figures = asked.toSorted((a, b) => a - b).map((raw) => calibrated(calibration, raw));
        for (let at = 1; at < figures.length; at += 1) {
          expect(figures[at]!).toBeGreaterThanOrEqual(figures[at - 1]! - 1e-9);
        }
      }
    }),
  );
});

/** A table with a signal in it, with holes, spikes and texts of any sort. */
function tableOf(seed: number, rows: number): { columns: LearningColumn[]; outcome: Uint8Array } {
  const prng = createPrng(seed, 'property');
  const amount = Float64Array.from({ length: rows }, () =>
    prng.chance(0.2) ? NaN : prng.chance(0.2) ? 0 : Math.exp(3 * prng.normal()),
  );
  const owner = Array.from({ length: rows }, () => prng.pick(['', '王伟', 'Lee', '李 娜', 'O’Neil', '1']));
  const score = (row: number): number => (amount[row]! > 1 ? 1.5 : -0.5) + (owner[row] === 'Lee' ? 1 : -0.3);
  const outcome = Uint8Array.from({ length: rows }, (_, row) => Number(prng.chance(1 / (1 + Math.exp(-score(row))))));
  const columns: LearningColumn[] = [
    { name: 'amount', kind: 'number', values: amount },
    { name: 'owner', kind: 'category', values: owner },
  ];
  return { columns, outcome };
}

test('whatever was learned: figures stay within limits, explanations add up to them, and JSON gives the same to the last bit', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 20, max: 260 }), (seed, rows) => {
      const { columns, outcome } = tableOf(seed, rows);
      const { model, report } = trainModel({ rows, columns, outcome }, { seed });
      const figures = predict(model, columns, rows);
      expect(predict(JSON.parse(JSON.stringify(model)) as TrainedModel, columns, rows)).toEqual(figures);
      expect(report.verdict === 'abstains').toBe(
        report.reasons.some((reason) => !['fewClosed', 'smallGain'].includes(reason)),
      );
      for (let row = 0; row < rows; row += 9) {
        expect(figures[row]!).toBeGreaterThanOrEqual(0.01 - 1e-12);
        expect(figures[row]!).toBeLessThanOrEqual(0.99 + 1e-12);
        const told = explainRow(model, columns, row);
        const sum = told.contributions.reduce((total, one) => total + one.logOdds, told.baseLogOdds);
        expect(Math.abs(sum - told.logOdds)).toBeLessThan(1e-9);
        expect(Math.abs(told.probability - figures[row]!)).toBeLessThan(1e-12);
        expect(told.low).toBeLessThanOrEqual(told.probability);
        expect(told.high).toBeGreaterThanOrEqual(told.probability);
      }
    }),
    { numRuns: 12 },
  );
}, 120_000);
