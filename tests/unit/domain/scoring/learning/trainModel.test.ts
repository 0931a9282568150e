import { expect, test } from 'vitest';
import { explainRow } from '#shared/domain/scoring/learning/explainRow.ts';
import type { LearningColumn, LearningTable } from '#shared/domain/scoring/learning/learningTypes.ts';
import { predict } from '#shared/domain/scoring/learning/predict.ts';
import { trainModel } from '#shared/domain/scoring/learning/trainModel.ts';
import type { TrainedModel } from '#shared/domain/scoring/learning/modelTypes.ts';
import { createPrng } from '#shared/lib/prng.ts';

/** Deals whose outcome hangs on a number, on a level, on their product, and on whether the number is known. */
function signalTable(rows: number, seed: number): LearningTable {
  const prng = createPrng(seed, 'signal');
  const budget = new Float64Array(rows);
  const noise = new Float64Array(rows);
  const source: string[] = [];
  const outcome = new Uint8Array(rows);
  for (let row = 0; row < rows; row += 1) {
    budget[row] = prng.chance(0.15) ? NaN : prng.normal();
    noise[row] = prng.normal();
    source.push(prng.pick(['referral', 'fair', 'web', '']));
    const known = Number.isNaN(budget[row]!) ? -1 : 1.2 * budget[row]!;
    const logOdds = known + (source[row] === 'referral' ? 1 : -0.4);
    outcome[row] = Number(prng.chance(1 / (1 + Math.exp(-logOdds))));
  }
  const columns: LearningColumn[] = [
    { name: 'budget', kind: 'number', values: budget },
    { name: 'noise', kind: 'number', values: noise },
    { name: 'source', kind: 'category', values: source },
  ];
  return { rows, columns, outcome };
}

test('a model finds what outcomes hang on, and says which way', () => {
  const { report } = trainModel(signalTable(800, 1), { seed: 1 });
  expect(report.verdict).toBe('usable');
  const named = new Map(report.columns.map((column) => [column.name, column]));
  expect(named.get('budget')!.direction).toBe('up');
  expect(named.get('budget')!.importance).toBeGreaterThan(3 * named.get('noise')!.importance);
  expect(report.gain.logLoss).toBeGreaterThan(1.645 * report.gain.error);
});

test('the same table and seed give the same model, and its JSON gives the same figures', () => {
  const table = signalTable(300, 2);
  const { model } = trainModel(table, { seed: 7 });
  expect(JSON.stringify(trainModel(table, { seed: 7 }).model)).toBe(JSON.stringify(model));
  const again = JSON.parse(JSON.stringify(model)) as TrainedModel;
  expect(predict(again, table.columns, table.rows)).toEqual(predict(model, table.columns, table.rows));
});

test('an explanation adds up to the log-odds of the figure that predict gives', () => {
  const table = signalTable(400, 3);
  const { model } = trainModel(table, { seed: 1 });
  const figures = predict(model, table.columns, table.rows);
  for (let row = 0; row < table.rows; row += 7) {
    const told = explainRow(model, table.columns, row);
    const sum = told.contributions.reduce((total, one) => total + one.logOdds, told.baseLogOdds);
    expect(sum).toBeCloseTo(told.logOdds, 9);
    expect(told.probability).toBeCloseTo(figures[row]!, 12);
    expect(told.logOdds).toBeCloseTo(Math.log(told.probability / (1 - told.probability)), 9);
    expect(told.low).toBeLessThanOrEqual(told.probability);
    expect(told.high).toBeGreaterThanOrEqual(told.probability);
  }
});

test('with fewer than 20 records nothing is learned, and the base rate is given', () => {
  const table = signalTable(19, 4);
  const { model, report } = trainModel(table, { seed: 1 });
  expect([report.verdict, report.reasons]).toEqual(['abstains', ['tooFewClosed']]);
  expect(new Set(predict(model, table.columns, table.rows))).toEqual(new Set([model.baseRate]));
  const told = explainRow(model, table.columns, 0);
  expect([told.probability, told.contributions, told.alike]).toEqual([model.baseRate, [], 19]);
});
