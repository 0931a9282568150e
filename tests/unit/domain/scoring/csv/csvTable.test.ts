import { describe, expect, it } from 'vitest';
import { alikeGroups } from '#shared/domain/scoring/csv/alikeGroups.ts';
import { csvTable } from '#shared/domain/scoring/csv/csvTable.ts';
import type { CsvChoices, CsvText } from '#shared/domain/scoring/csv/csvTypes.ts';
import { csvText } from './csvText.ts';

const deals = csvText(
  'id|amount|stage|created|Status',
  'a|1,200.50|Offer|2024-01-05|Won',
  'b|30|Offer|2024-02-05|Lost',
  'c||Visit|2024-03-05|',
  'd|7|NA|2024-04-05|Won',
);

function made(text: CsvText, choices: Partial<CsvChoices> = {}) {
  const found = csvTable(text, { target: 'Status', ...choices });
  if (!found.ok) throw new Error(found.error.type);
  return found.value;
}
const problemOf = (text: CsvText, choices: Partial<CsvChoices> = {}) => {
  const found = csvTable(text, { target: 'Status', ...choices });
  return found.ok ? null : found.error;
};

describe('a training file becomes a learning table', () => {
  it('learns from rows with an outcome and keeps the others apart', () => {
    const { table, unresolved, unresolvedRows } = made(deals, { id: 'id' });
    expect([...table.outcome]).toEqual([1, 0, 1]);
    expect(unresolvedRows).toBe(1);
    expect(table.columns.map(({ name }) => name)).toEqual(['amount', 'stage', 'created', 'created · month']);
    expect(unresolved.map(({ name }) => name)).toEqual(table.columns.map(({ name }) => name));
    expect(unresolved.find(({ name }) => name === 'stage')?.values).toEqual(['Visit']);
  });

  it('reads numbers, answers and dates, and leaves what is not known unknown', () => {
    const [amount, stage, created, month] = made(deals, { id: 'id' }).table.columns;
    expect(Array.from<unknown>(amount!.values)).toEqual([1200.5, 30, 7]);
    expect(stage!.values).toEqual(['Offer', 'Offer', '']);
    expect(Array.from<unknown>(created!.values)).toEqual(
      ['2024-01-05', '2024-02-05', '2024-04-05'].map((day) => Date.parse(day) / 86_400_000),
    );
    expect(month!.values).toEqual(['01', '02', '04']);
  });

  it('takes the days between two dates as a number of their own', () => {
    const text = csvText(
      'from|to|Status',
      '2024-01-01|2024-01-31|Won',
      '2024-02-01||Lost',
      '2024-03-01|2024-03-02|Lost',
    );
    const gap = made(text).table.columns.find(({ name }) => name === 'from → to');
    expect(Array.from<unknown>(gap!.values)).toEqual([30, Number.NaN, 1]);
  });

  it('levels spaces, so that a no-break space does not make two people of one', () => {
    const text = csvText('owner|Status', 'Ekta\u00a0Zutshi|Won', 'Ekta Zutshi|Lost', ' Ekta  Zutshi |Lost');
    expect(new Set<unknown>(made(text).table.columns[0]!.values as readonly string[])).toEqual(
      new Set(['Ekta Zutshi']),
    );
  });

  it('leaves out target, id and excluded columns, and orders by the time column', () => {
    const { table, features } = made(deals, { id: 'id', exclude: ['amount'], time: 'created' });
    expect(features.map(({ header }) => header)).toEqual(['stage', 'created']);
    expect([...table.order!]).toEqual([...table.order!].toSorted((a, b) => a - b));
    expect(new Set(table.order).size).toBe(3);
  });

  it('finds columns whatever the case and spaces, and several of them in one word', () => {
    const choices = { target: ' status', id: 'ID', exclude: ['Amount,stage'], time: 'CREATED' };
    expect(made(deals, choices).features.map(({ header }) => header)).toEqual(['created']);
  });

  it('takes a number that counts up as order only', () => {
    const text = csvText('no|size|Status', '3|big|Won', '1|small|Lost', '|big|Lost');
    const { table, features } = made(text, { time: 'no' });
    expect(features.map(({ header }) => header)).toEqual(['size']);
    expect([...table.order!]).toEqual([3, 1, 1]);
  });

  it('keeps rows together that a person says belong together', () => {
    const { table, grouping } = made(deals, { id: 'id', group: ['stage', 'created'] });
    expect(grouping).toBe('said');
    expect(new Set(table.group).size).toBe(3);
  });
});

const answers = (index: number): string =>
  [index % 3 === 0 ? 'x' : 'y', index % 7, index % 11, index % 13].map((part, place) => `p${place}-${part}`).join('|');
const lines = (count: number, copies: number): string[] =>
  Array.from(
    { length: count },
    (_, index) => `${answers(Math.floor(index / copies))}|${index % 2 === 0 ? 'Won' : 'Lost'}`,
  );

describe('rows that agree in every answer are kept together where that is sensible', () => {
  it('sees pairs', () => {
    const { table, grouping } = made(csvText('a|b|c|d|Status', ...lines(400, 2)));
    expect(grouping).toBe('alike');
    expect(new Set(table.group).size).toBe(200);
  });

  it('does not call a common combination one case', () => {
    const common = Array.from({ length: 300 }, (_, index) => `x|x|x|x|${index % 2 === 0 ? 'Won' : 'Lost'}`);
    expect(made(csvText('a|b|c|d|Status', ...lines(300, 1), ...common)).grouping).toBe('none');
  });

  it('copes with more different rows than a function takes arguments', () => {
    const values = Array.from({ length: 200_000 }, (_, index) => String(index >> 1));
    const columns = ['a', 'b', 'c', 'd'].map((name) => ({ name, kind: 'category' as const, values }));
    expect(new Set(alikeGroups(columns, values.length)).size).toBe(100_000);
  });

  it('does not judge by a few answers', () => {
    expect(made(csvText('a|b|Status', 'x|y|Won', 'x|y|Lost')).grouping).toBe('none');
  });
});

describe('what cannot be learned from is refused with its reason', () => {
  it.each([
    [{ target: 'Outcome' }, { type: 'noSuchColumn', column: 'Outcome', headers: deals.headers }],
    [{ exclude: ['Value'] }, { type: 'noSuchColumn', column: 'Value', headers: deals.headers }],
    [{ time: 'closed' }, { type: 'noSuchColumn', column: 'closed', headers: deals.headers }],
    [{ group: ['team'] }, { type: 'noSuchColumn', column: 'team', headers: deals.headers }],
    [{ exclude: ['Status'] }, { type: 'usedTwice', column: 'Status' }],
    [{ time: 'stage' }, { type: 'noTimes', column: 'stage', readable: 0, rows: 4 }],
    [{ id: 'id', exclude: ['amount', 'stage', 'created'] }, { type: 'noFeatures' }],
  ])('%j', (choices, problem) => {
    expect(problemOf(deals, choices)).toEqual(problem);
  });

  it('names a file without rows', () => {
    expect(problemOf(csvText('id|Status'))).toEqual({ type: 'noRows' });
  });
});
