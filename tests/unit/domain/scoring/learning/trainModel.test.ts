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

/** Columns of every sort that have nothing to do with the outcome. */
function noiseTable(rows: number, seed: number): LearningTable {
  const prng = createPrng(seed, 'noise');
  const numbers = ['a', 'b', 'c', 'd'].map((name): LearningColumn => ({
    name,
    kind: 'number',
    values: Float64Array.from({ length: rows }, () => (prng.chance(0.1) ? NaN : prng.normal())),
  }));
  const texts = ['e', 'f', 'g'].map((name, at): LearningColumn => ({
    name,
    kind: 'category',
    values: Array.from({ length: rows }, () => `level ${prng.int(0, 4 + 8 * at)}`),
  }));
  return { rows, columns: [...numbers, ...texts], outcome: Uint8Array.from({ length: rows }, () => prng.int(0, 1)) };
}

test('where nothing is to be learned it abstains: at most one of 20 tables of noise is believed, and then with caution', () => {
  const believed = Array.from(
    { length: 20 },
    (_, seed) => trainModel(noiseTable(150, seed), { seed: 1 }).report,
  ).filter(({ verdict }) => verdict !== 'abstains');
  expect(believed.length).toBeLessThanOrEqual(1);
}, 120_000);

test('with fewer than five of a side nothing is learned', () => {
  const table = signalTable(60, 5);
  const outcome = Uint8Array.from({ length: 60 }, (_, row) => Number(row < 4));
  const { report } = trainModel({ ...table, outcome }, { seed: 1 });
  expect([report.verdict, report.reasons]).toEqual(['abstains', ['oneSided']]);
  expect(report.base.low).toBeLessThan(4 / 60);
  expect(report.base.high).toBeGreaterThan(4 / 60);
});

test('a model from few records says that it is to be used with caution, and promises less', () => {
  const { model, report } = trainModel(strongTable(60), { seed: 1 });
  expect([report.verdict, report.reasons]).toEqual(['cautious', ['fewClosed']]);
  expect(model.bounds.low).toBeCloseTo(1 / 62, 12);
});

/** One number that decides nearly everything. */
function strongTable(rows: number): LearningTable {
  const prng = createPrng(8, 'strong');
  const values = Float64Array.from({ length: rows }, () => prng.normal());
  const outcome = Uint8Array.from(values, (value) => Number(prng.chance(1 / (1 + Math.exp(-2 * value)))));
  return { rows, columns: [{ name: 'fit', kind: 'number', values }], outcome };
}

test('a figure that helps makes the probability rise, step by step', () => {
  const { model } = trainModel(strongTable(2000), { seed: 1 });
  const values = Float64Array.of(-1.5, -0.7, 0, 0.7, 1.5);
  const figures = predict(model, [{ name: 'fit', kind: 'number', values }], 5);
  expect([...figures]).toEqual([...figures].toSorted((a, b) => a - b));
  expect(figures[0]!).toBeLessThan(0.15);
  expect(figures[4]!).toBeGreaterThan(0.85);
});

test('unknown is not zero: rows without a value are told apart from rows with zero', () => {
  const prng = createPrng(2, 'unknown');
  const values = Float64Array.from({ length: 900 }, () => (prng.chance(0.3) ? NaN : prng.int(-2, 2)));
  const outcome = Uint8Array.from(values, (value) => Number(prng.chance(Number.isNaN(value) ? 0.1 : 0.6)));
  const { model } = trainModel({ rows: 900, columns: [{ name: 'x', kind: 'number', values }], outcome }, { seed: 1 });
  const [unknown, zero] = predict(model, [{ name: 'x', kind: 'number', values: Float64Array.of(NaN, 0) }], 2);
  expect(unknown!).toBeLessThan(0.25);
  expect(zero!).toBeGreaterThan(0.45);
  // A table without the column is a table in which it is unknown.
  expect(predict(model, [], 1)[0]).toBe(unknown);
});

test('texts are compared without stray spaces, and a level never seen is treated as a rare one', () => {
  const table = signalTable(600, 6);
  const { model } = trainModel(table, { seed: 1 });
  const figure = (source: string) => predict(model, [{ name: 'source', kind: 'category', values: [source] }], 1)[0];
  expect(figure(' referral\u00A0')).toBe(figure('referral'));
  expect(figure('never seen')).toBe(figure('nor this'));
  expect(figure('Referral')).not.toBe(figure('referral'));
});

const thrice = <Value>(values: ArrayLike<Value>): Value[] => Array.from(values).flatMap((one) => [one, one, one]);

test('several moments of one deal count as one record', () => {
  const table = signalTable(300, 9);
  const columns = table.columns.map((column): LearningColumn =>
    column.kind === 'number'
      ? { ...column, values: Float64Array.from(thrice(column.values)) }
      : { ...column, values: thrice(column.values) },
  );
  const { report } = trainModel(
    {
      rows: 900,
      columns,
      outcome: Uint8Array.from(thrice(table.outcome)),
      weight: new Float64Array(900).fill(1 / 3),
      group: thrice(Array.from({ length: 300 }, (_, row) => `deal ${row}`)),
    },
    { seed: 1 },
  );
  expect([report.rows, report.records]).toEqual([900, 300]);
  expect(report.positives).toBe(table.outcome.reduce((sum, one) => sum + one, 0));
  const once = trainModel(table, { seed: 1 }).report;
  // Repetition gives no more certainty: the error of the gain stays what 300 records allow.
  expect(report.gain.error / once.gain.error).toBeGreaterThan(0.7);
  expect(report.gain.error / once.gain.error).toBeLessThan(1.4);
});

test('endless numbers are unknown ones, and a table without columns teaches nothing', () => {
  const table = signalTable(200, 11);
  const broken = table.columns.map((column): LearningColumn =>
    column.kind === 'number'
      ? { ...column, values: column.values.map((one, row) => (row % 9 === 0 ? Infinity : one)) }
      : column,
  );
  const { model } = trainModel({ ...table, columns: broken }, { seed: 1 });
  expect(JSON.stringify(model)).not.toContain('null,null');
  const figures = predict(model, broken, table.rows);
  expect(figures.every((one) => one >= 0.01 && one <= 0.99)).toBe(true);
  expect(trainModel({ ...table, columns: [] }, { seed: 1 }).report.verdict).toBe('abstains');
});
