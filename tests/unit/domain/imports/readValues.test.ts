import { describe, expect, test } from 'vitest';
import { isMissing } from '#shared/domain/imports/missingValue.ts';
import { detectDecimalMark, parseAmount, parseNumber } from '#shared/domain/imports/parseAmount.ts';
import { detectPercentScale, parsePercent } from '#shared/domain/imports/parsePercent.ts';
import { detectDateOrder, isPlausibleYear, parseTime } from '#shared/domain/imports/parseTime.ts';
import { wallClock } from '#shared/domain/imports/wallClock.ts';

describe('an amount', () => {
  test.each([
    ['1234', 123_400],
    ['1,234.56', 123_456],
    ['1.234,56', 123_456],
    ['12,5', 1250],
    ['￥1,234', 123_400],
    ['¥ 186万', 186_000_000],
    ['1.26亿', 12_600_000_000],
    ['１２３４．５', 123_450],
    ['(1,200)', -120_000],
    ['-35', -3500],
    ['35-', -3500],
    ['$2.5M', 250_000_000],
    ['300k', 30_000_000],
    ['1,860 元', 186_000],
    ['1 234 567', 123_456_700],
    ['1\u00a0234', 123_400],
    ['1.005', 101],
    ['0', 0],
    ['USD 12', 1200],
    ['1.5e3', 150_000],
    ['12,34,567.00', 123_456_700],
  ])('written %s is %d minor units', (text, minor) => {
    expect(parseAmount(text)).toBe(minor);
  });

  test.each(['abc', '12abc', '1,2,3', '--5', '', '1.2.3', 'Stage 4', '2015-03-01'])('is not read from %j', (text) => {
    expect(parseAmount(text)).toBeNull();
  });

  test('counts in the unit of its column', () => {
    expect(parseAmount('12.5', 'tenThousand')).toBe(12_500_000);
    expect(parseAmount('1100.04', 'million')).toBe(110_004_000_000);
  });

  test('beyond what sums can hold is refused', () => {
    expect(parseAmount('900000000000')).toBe(90_000_000_000_000);
    expect(parseAmount('900000000001')).toBeNull();
  });

  test('in a column with decimal commas reads 1.234 as a thousand', () => {
    expect(detectDecimalMark(['1.234', '12,50'])).toBe('comma');
    expect(detectDecimalMark(['1,234', '12.50'])).toBe('dot');
    expect(parseNumber('1.234', 'comma')).toBe(1234);
    expect(parseNumber('1.234', 'dot')).toBe(1.234);
    expect(parseNumber('1,234', 'comma')).toBe(1.234);
  });
});

describe('a share', () => {
  test('is read from 30, 0.3 and 30% alike once the scale of the column is known', () => {
    expect(detectPercentScale(['30', '0'])).toBe('hundred');
    expect(detectPercentScale(['0.3', '1'])).toBe('one');
    expect(detectPercentScale(['30%', '0.5%'])).toBe('hundred');
    expect(parsePercent('30', 'hundred')).toBe(0.3);
    expect(parsePercent('0.3', 'one')).toBe(0.3);
    expect(parsePercent('30%', 'one')).toBe(0.3);
    expect(parsePercent('３０％', 'one')).toBe(0.3);
  });
  test('outside 0 to 100 % is refused', () => {
    expect(parsePercent('130', 'hundred')).toBeNull();
    expect(parsePercent('-1', 'hundred')).toBeNull();
  });
});

describe('a date', () => {
  test.each([
    ['2026-03-05', '2026-03-05'],
    ['2026/3/5', '2026-03-05'],
    ['2026年3月5日', '2026-03-05'],
    ['5.3.2026', '2026-03-05'],
    ['27-Mar-12', '2012-03-27'],
    ['Mar 5, 2026', '2026-03-05'],
    ['5 March 2026', '2026-03-05'],
    ['20260305', '2026-03-05'],
    ['46086', '2026-03-05'],
    ['２０２６／３／５', '2026-03-05'],
  ])('written %s is %s', (text, day) => {
    expect(parseTime(text, 'ymd')).toEqual({ kind: 'day', day });
  });

  test.each(['2026-02-30', '2025-02-29', '32.1.2026', '13/13/2026', 'soon', '2026-13-01', '2026-01-01 25:00', '12'])(
    'is not read from %j',
    (text) => {
      expect(parseTime(text, 'ymd')).toBeNull();
    },
  );

  test('with two small numbers follows the order of its column', () => {
    expect(parseTime('3/4/2026', 'dmy')).toEqual({ kind: 'day', day: '2026-04-03' });
    expect(parseTime('3/4/2026', 'mdy')).toEqual({ kind: 'day', day: '2026-03-04' });
    expect(detectDateOrder(['3/4/2026', '25/4/2026'])).toEqual({ order: 'dmy', certain: true });
    expect(detectDateOrder(['3/4/2026', '4/25/2026'])).toEqual({ order: 'mdy', certain: true });
    expect(detectDateOrder(['3/4/2026']).certain).toBe(false);
    expect(detectDateOrder(['2026-03-04'])).toEqual({ order: 'ymd', certain: true });
  });

  test('with a time is local unless it names a zone', () => {
    const local = parseTime('2015-02-11 13:00:01', 'ymd');
    expect(local).toEqual({ kind: 'local', day: '2015-02-11', msOfDay: 46_801_000 });
    expect(parseTime('2015-02-11T13:00:01Z', 'ymd')).toEqual({ kind: 'instant', at: Date.UTC(2015, 1, 11, 13, 0, 1) });
    expect(parseTime('2015-02-11T13:00:01.5+08:00', 'ymd')).toEqual({
      kind: 'instant',
      at: Date.UTC(2015, 1, 11, 5, 0, 1, 500),
    });
    expect(parseTime('2/11/2015 1:05 PM', 'mdy')).toEqual({ kind: 'local', day: '2015-02-11', msOfDay: 47_100_000 });
    expect(parseTime('2015/2/11 下午1:05', 'ymd')).toEqual({ kind: 'local', day: '2015-02-11', msOfDay: 47_100_000 });
    expect(parseTime('1423630801000', 'ymd')).toEqual({ kind: 'instant', at: 1_423_630_801_000 });
    expect(parseTime('46086.5', 'ymd')).toEqual({ kind: 'local', day: '2026-03-05', msOfDay: 43_200_000 });
  });

  test('of a year outside 1990 to 2100 is implausible', () => {
    expect([1989, 1990, 2100, 2101, 2215].map(isPlausibleYear)).toEqual([false, true, true, false, false]);
  });

  test('becomes an instant in the zone of the workspace, clock changes included', () => {
    const shanghai = wallClock('Asia/Shanghai');
    expect(shanghai.instantOf({ kind: 'day', day: '2026-03-05' })).toBe(Date.UTC(2026, 2, 4, 16));
    expect(shanghai.dayOf({ kind: 'instant', at: Date.UTC(2026, 2, 4, 16) })).toBe('2026-03-05');
    const berlin = wallClock('Europe/Berlin');
    const hour = (day: string, hours: number) => berlin.instantOf({ kind: 'local', day, msOfDay: hours * 3_600_000 });
    expect(hour('2026-03-29', 1)).toBe(Date.UTC(2026, 2, 29, 0));
    expect(hour('2026-03-29', 4)).toBe(Date.UTC(2026, 2, 29, 2));
    expect(hour('2026-10-25', 4)).toBe(Date.UTC(2026, 9, 25, 3));
  });
});

test('cells that say nothing are recognised, words are not', () => {
  expect(['', 'NA', 'n/a', '-', 'null', '无', ' '].map(isMissing)).toEqual(Array.from({ length: 7 }, () => true));
  expect(['Nassau', '0', 'NAB', '无锡'].map(isMissing)).toEqual([false, false, false, false]);
});
