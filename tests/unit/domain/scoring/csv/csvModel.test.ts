import { describe, expect, it } from 'vitest';
import { type CsvModel, parseCsvModel, scoreCsv } from '#shared/domain/scoring/csv/csvModel.ts';
import { csvTable } from '#shared/domain/scoring/csv/csvTable.ts';
import type { CsvText } from '#shared/domain/scoring/csv/csvTypes.ts';
import { trainModel } from '#shared/domain/scoring/learning/trainModel.ts';
import { createPrng } from '#shared/lib/prng.ts';
import { csvText } from './csvText.ts';

/** Deals that are won more often the more visits there were; `size` says nothing. */
function deals(count: number, seed: number): string[] {
  const random = createPrng(seed);
  return Array.from({ length: count }, () => {
    const visits = random.int(0, 10);
    const size = random.pick(['big', 'small', '']);
    return `${visits}|${size}|${random.chance(0.05 + visits * 0.09) ? 'Won' : 'Lost'}`;
  });
}

function learned(text: CsvText): CsvModel {
  const made = csvTable(text, { target: 'Status' });
  if (!made.ok) throw new Error(made.error.type);
  const { table, target, features } = made.value;
  return { format: 'kongdan-csv-model', version: 1, target, features, ...trainModel(table, { seed: 1 }) };
}
function scored(model: CsvModel, text: CsvText) {
  const result = scoreCsv(model, text);
  if (!result.ok) throw new Error(result.error.type);
  return result.value;
}
const model = learned(csvText('visits|size|Status', ...deals(400, 1)));

describe('a model scores another file', () => {
  it('whatever the order of its columns, and without the target', () => {
    const { probabilities, absent } = scored(model, csvText('size|visits', 'big|0', 'big|10', 'big|5'));
    expect(absent).toEqual([]);
    expect(probabilities[0]).toBeLessThan(0.3);
    expect(probabilities[1]).toBeGreaterThan(0.7);
    expect(probabilities[2]).toBeGreaterThan(probabilities[0]!);
  });

  it('counts a column that is not there, blank or of unseen answers as unknown', () => {
    const { probabilities, absent } = scored(model, csvText('visits', '9', '', 'many'));
    expect(absent).toEqual(['size']);
    for (const probability of probabilities) expect(probability).toBeGreaterThanOrEqual(0.01);
    expect(probabilities[1]).toBe(probabilities[2]);
    expect(scored(model, csvText('size|visits', 'never seen|9')).probabilities[0]).toBeGreaterThan(0.6);
  });

  it('refuses a file that has nothing in common with the one learned from, or no rows', () => {
    expect(scoreCsv(model, csvText('colour', 'red'))).toEqual({
      ok: false,
      error: { type: 'noKnownColumn', columns: ['visits', 'size'] },
    });
    expect(scoreCsv(model, csvText('visits|size'))).toEqual({ ok: false, error: { type: 'noRows' } });
  });

  it('gives the same figures after it was kept as JSON', () => {
    const file = csvText('visits|size', ...deals(50, 2));
    const kept = parseCsvModel(JSON.stringify(model));
    expect(scored(kept!, file).probabilities).toEqual(scored(model, file).probabilities);
  });
});

describe('what is no model is not taken for one', () => {
  it.each([
    ['nothing', ''],
    ['half a file', JSON.stringify(model).slice(0, 200)],
    ['another document', '[]'],
    ['another format', JSON.stringify({ ...model, format: 'other' })],
    ['a later version', JSON.stringify({ ...model, version: 2 })],
    ['a model without columns', JSON.stringify({ ...model, features: [] })],
    ['a model without a body', JSON.stringify({ ...model, model: { format: 1 } })],
  ])('%s', (_, json) => {
    expect(parseCsvModel(json)).toBeNull();
  });
});
