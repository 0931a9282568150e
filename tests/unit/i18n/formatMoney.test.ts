import fc from 'fast-check';
import { expect, test } from 'vitest';
import { columnScale, formatMoney, formatMoneyExact, minorDigits } from '#shared/i18n/formatMoney.ts';
import { parseMoney } from '#shared/i18n/parseMoney.ts';

const yuan = (amount: number) => Math.round(amount * 100);
const zh = (amount: number) => formatMoney(yuan(amount), 'CNY', 'zh-CN');
const en = (amount: number) => formatMoney(yuan(amount), 'CNY', 'en');

test.each([
  [0, '¥0'],
  [9_800, '¥9,800'],
  [10_000, '¥1万'],
  [85_500, '¥8.6万'],
  [640_000, '¥64万'],
  [999_400, '¥99.9万'],
  [999_600, '¥100万'],
  [1_860_000, '¥186万'],
  [18_600_000, '¥1,860万'],
  [99_994_000, '¥9,999万'],
  [99_996_000, '¥1.00亿'],
  [126_000_000, '¥1.26亿'],
  [-1_860_000, '−¥186万'],
])('in Chinese %d yuan read %s', (amount, written) => {
  expect(zh(amount)).toBe(written);
});

test.each([
  [9_800, '¥9,800'],
  [85_500, '¥85.5K'],
  [860_000, '¥860K'],
  [999_600, '¥1M'],
  [1_860_000, '¥1.86M'],
  [18_600_000, '¥18.6M'],
  [126_000_000, '¥126M'],
  [1_260_000_000, '¥1.26B'],
  [-860_000, '−¥860K'],
])('in English %d yuan read %s', (amount, written) => {
  expect(en(amount)).toBe(written);
});

test('there is never a minus before nothing', () => {
  expect(formatMoney(-40, 'CNY', 'zh-CN')).toBe('¥0');
});

test('a column keeps one unit', () => {
  const amounts = [yuan(1_860_000), yuan(126_000_000), yuan(640_000)];
  const scale = columnScale(amounts, 'CNY', 'zh-CN');
  expect(amounts.map((amount) => formatMoney(amount, 'CNY', 'zh-CN', scale))).toEqual(['¥186万', '¥12,600万', '¥64万']);
});

test('other currencies keep their sign, and yen have no minor unit', () => {
  expect(formatMoney(186_000_000, 'USD', 'en')).toBe('$1.86M');
  expect(formatMoney(1_860_000, 'JPY', 'en')).toBe('JP¥1.86M');
  expect(formatMoney(1_000, 'CHF', 'en')).toBe('CHF 10');
  expect(minorDigits('JPY')).toBe(0);
});

test('the whole amount shows every minor unit', () => {
  expect(formatMoneyExact(1_860_000_000, 'CNY')).toBe('¥18,600,000.00');
  expect(formatMoneyExact(-5, 'CNY')).toBe('−¥0.05');
});

test.each([
  ['186万', 186_000_000],
  ['¥1,860 万', 1_860_000_000],
  ['１８６万', 186_000_000],
  ['1.26亿', 12_600_000_000],
  ['18.6M', 1_860_000_000],
  ['860k', 86_000_000],
  ['1860000', 186_000_000],
  ['1860000.5元', 186_000_050],
  ['-3.5', -350],
  ['−¥3.5', -350],
  ['0.1', 10],
  ['1.005', 101],
])('%s is read as %d minor units', (text, amount) => {
  expect(parseMoney(text, 'CNY')).toBe(amount);
});

test.each(['', '万', 'abc', '12个', '1.2.3', '¥', '99999999999亿'])('“%s” is no amount', (text) => {
  expect(parseMoney(text, 'CNY')).toBeNull();
});

test('what is written in full is read back to the last minor unit', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -9e13, max: 9e13 }),
      fc.constantFrom('CNY', 'USD', 'JPY', 'CHF'),
      (amount, currency) => {
        expect(parseMoney(formatMoneyExact(amount, currency), currency)).toBe(amount);
      },
    ),
  );
});

test('the short form is never off by more than its last digit allows', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 100_00, max: 9e13 }),
      fc.constantFrom('zh-CN' as const, 'en' as const),
      (amount, language) => {
        const back = parseMoney(formatMoney(amount, 'CNY', language), 'CNY');
        expect(back).not.toBeNull();
        expect(Math.abs((back ?? 0) - amount) / amount).toBeLessThanOrEqual(0.0061);
      },
    ),
  );
});
