import { describe, expect, test } from 'vitest';
import { NearNames } from '#shared/domain/imports/nearSpelling.ts';
import { orderStages, proposeStages, type StageLook } from '#shared/domain/imports/proposeStages.ts';
import { type ColumnLook, guessRevenueUnit, unitInHeader } from '#shared/domain/imports/proposeColumns.ts';
import { recogniseFile, recogniseSource } from '#shared/domain/imports/recogniseFile.ts';

const column = (header: string, ...values: string[]): ColumnLook => ({
  header,
  values,
  filled: values.length,
  distinct: new Set(values).size,
});
const used = (columns: readonly ColumnLook[]) => {
  const found = recogniseFile(columns, 2);
  const fields = found.columns.map(({ use }) => ('field' in use ? use.field : '-'));
  return [found.entity, ...fields];
};

describe('a file is recognised by its headers', () => {
  test('of a Salesforce report', () => {
    const columns = [
      column('Opportunity ID', '0065g00000AbCdE', '0065g00000AbCdF'),
      column('Opportunity Name', 'Pump', 'Valve'),
      column('Account Name', 'A', 'B'),
      column('Stage', 'Prospecting', 'Closed Won'),
      column('Amount', '1,200.00', '3'),
      column('Probability (%)', '10', '100'),
      column('Close Date', '3/25/2026', '4/1/2026'),
      column('Opportunity Owner', 'Ann', 'Bob'),
    ];
    expect(used(columns)).toEqual([
      'opportunity',
      'externalId',
      'name',
      'account',
      'stage',
      'amount',
      'ownWinRate',
      'closeDate',
      'owner',
    ]);
    expect(recogniseSource(columns.map(({ header }) => header))).toBe('Salesforce');
  });
  test('of a Pipedrive export', () => {
    const columns = [
      column('Deal - ID', '1', '2'),
      column('Deal - Title', 'Pump', 'Valve'),
      column('Deal - Organization', 'A', 'B'),
      column('Deal - Value', '1200', '3'),
      column('Deal - Currency of value', 'EUR', 'EUR'),
      column('Deal - Stage', 'Offer', 'Offer'),
      column('Deal - Status', 'Won', 'Open'),
      column('Deal - Won time', '2026-03-01 10:00:00'),
    ];
    expect(used(columns)).toEqual([
      'opportunity',
      'externalId',
      'name',
      'account',
      'amount',
      'currency',
      'stage',
      'status',
      'wonAt',
    ]);
    expect(recogniseSource(columns.map(({ header }) => header))).toBe('Pipedrive');
  });
  test('of a HubSpot export of people', () => {
    const columns = [
      column('Record ID', '51', '52'),
      column('First Name', 'Ann', 'Bob'),
      column('Last Name', 'Li', 'Wu'),
      column('Email', 'a@b.cn', 'c@d.cn'),
      column('Associated Company', 'A', 'B'),
      column('Job Title', 'CTO', 'CEO'),
    ];
    expect(used(columns)).toEqual(['contact', 'externalId', 'firstName', 'lastName', 'email', 'account', 'title']);
  });
  test('of 纷享销客, which writes lookups twice and times in milliseconds', () => {
    const columns = [
      column('_id', 'a1', 'a2'),
      column('*商机名称', '泵站', '阀门'),
      column('account_id', 'x1', 'x2'),
      column('account_id__r', '华东医院', '东海'),
      column('sales_stage__r', '验证', '赢单'),
      column('商机金额', '12万', '3万'),
      column('create_time', '1773000000000', '1773000000001'),
      column('owner__r', '林悦', '王强'),
      column('life_status', 'normal', 'normal'),
    ];
    expect(used(columns)).toEqual([
      'opportunity',
      'externalId',
      'name',
      '-',
      'account',
      'stage',
      'amount',
      'createdAt',
      'owner',
      '-',
    ]);
    expect(recogniseSource(columns.map(({ header }) => header))).toBe('纷享销客');
  });
  test('and a column whose values do not fit its name is kept instead', () => {
    const columns = [
      column('Deal ID', '1', '2'),
      column('Deal name', 'A', 'B'),
      column('Stage', 'x', 'y'),
      column('Amount', 'high', 'low'),
    ];
    expect(used(columns)).toEqual(['opportunity', 'externalId', 'name', 'stage', '-']);
  });
});

describe('the unit of an amount column', () => {
  test('is read from its header', () => {
    expect(['金额(万元)', 'Revenue (USD millions)', '规模(亿)', 'Value ($k)', 'Amount'].map(unitInHeader)).toEqual([
      'tenThousand',
      'million',
      'hundredMillion',
      'thousand',
      null,
    ]);
  });
  test('is guessed from revenue per head', () => {
    expect(
      guessRevenueUnit([
        [1100, 2822],
        [250, 495],
        [647, 1185],
      ]),
    ).toBe('million');
    expect(
      guessRevenueUnit([
        [30_000, 300],
        [9000, 100],
        [60_000, 700],
      ]),
    ).toBe('tenThousand');
    expect(
      guessRevenueUnit([
        [300_000_000, 300],
        [90_000_000, 100],
        [60_000_000, 70],
      ]),
    ).toBeNull();
  });
});

describe('a spelling near a known name', () => {
  const names = new NearNames();
  for (const name of ['Orbit Pro', 'Orbit Plus', 'Customer 215', 'Northern Light', 'Kite']) names.add(name);
  test('without its space, in other case or width is the same', () => {
    expect(names.find('OrbitPro')).toEqual({ name: 'Orbit Pro', same: true });
    expect(names.find('ｏｒｂｉｔ－ｐｒｏ')).toEqual({ name: 'Orbit Pro', same: true });
  });
  test('with one slip of the pen is only a suggestion', () => {
    expect(names.find('Nothern Light')).toEqual({ name: 'Northern Light', same: false });
    expect(names.find('Northern Lihgt')).toEqual({ name: 'Northern Light', same: false });
    expect(names.find('Northen Lihgt')).toBeNull();
  });
  test('is never one with other digits or of a few letters', () => {
    expect(names.find('Customer 216')).toBeNull();
    expect(names.find('Kit')).toBeNull();
  });
  test('that fits two names is nobody', () => {
    const two = new NearNames();
    two.add('AB-Labs');
    two.add('A B Labs');
    expect(two.find('ABLabs')).toBeNull();
  });
});

const look = (text: string, statuses: Record<string, number> = {}): StageLook => ({
  text,
  count: 10,
  statuses: new Map(Object.entries(statuses)),
});

describe('stages of a new process', () => {
  test('come in the order in which deals go through them, ends last', () => {
    const order = new Map([
      ['B', new Map([['A', 9]])],
      [
        'A',
        new Map([
          ['B', 2],
          ['W', 5],
        ]),
      ],
    ]);
    const looks = [
      look('W', { Won: 9 }),
      look('A', { Open: 9 }),
      look('L', { Lost: 9, Open: 1 }),
      look('B', { Open: 5 }),
    ];
    expect(orderStages(looks, order).map(({ text }) => text)).toEqual(['B', 'A', 'W', 'L']);
  });
  test('are classed by words and statuses, with rising rates and both ends', () => {
    const stages = proposeStages([look('线索验证'), look('方案报价'), look('商务谈判')]);
    expect(stages.map(({ stageClass }) => stageClass)).toEqual(['verify', 'propose', 'negotiate', 'won', 'lost']);
    expect(stages.map(({ name }) => name).slice(-2)).toEqual(['成交', '输单']);
    const rates = stages.slice(0, 3).map(({ winRateMille }) => winRateMille);
    expect(rates).toEqual(rates.toSorted((a, b) => a - b));
    expect(stages.at(-2)?.winRateMille).toBe(1000);
  });
});
