import type { AmountUnit } from '../../contract/import.contract.ts';

/** Whether a column writes 1.234,56 (comma decides the fraction) or 1,234.56. */
export type DecimalMark = 'dot' | 'comma';

const FACTORS: Record<AmountUnit, number> = {
  one: 1,
  thousand: 1e3,
  tenThousand: 1e4,
  million: 1e6,
  hundredMillion: 1e8,
};
/** Larger amounts would leave the range in which sums of 100,000 deals stay exact. */
const LARGEST_MINOR = 90_000_000_000_000;
const MULTIPLIERS: readonly (readonly [RegExp, number])[] = [
  [/亿元?$/u, 1e8],
  [/千万元?$/u, 1e7],
  [/百万元?$/u, 1e6],
  [/万元?$/u, 1e4],
  [/千元?$/u, 1e3],
  [/(?<=\d\s*)(?:bn)$/u, 1e9],
  [/(?<=\d\s*)(?:m|mio|mn)$/u, 1e6],
  [/(?<=\d\s*)k$/u, 1e3],
  [/元整?$/u, 1],
];
const CURRENCY_SIGNS =
  /[¥￥$€£₩₽]|^(?:rmb|cny|usd|us\$|eur|gbp|jpy|hkd|hk\$|人民币)|(?:rmb|cny|usd|eur|gbp|jpy|hkd|人民币)$/gu;

/**
 * Reads a number as people and exports write it: thousands marks, full-width digits, currency signs, 万/亿, k/m, a
 * trailing or leading minus or accounting brackets for negatives. Returns null for anything else.
 */
export function parseNumber(text: string, decimal: DecimalMark = 'dot'): number | null {
  let rest = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s'’_]+/gu, '')
    .replace(/[−–]/gu, '-')
    .replace(/，/gu, ',');
  let negative = false;
  if (/^\(.*\)$/u.test(rest)) {
    negative = true;
    rest = rest.slice(1, -1);
  }
  rest = rest.replace(CURRENCY_SIGNS, '');
  let factor = 1;
  for (const [pattern, value] of MULTIPLIERS) {
    if (pattern.test(rest)) {
      factor = value;
      rest = rest.replace(pattern, '');
      break;
    }
  }
  const sign = /^([+-]?)(.*?)(-?)$/u.exec(rest);
  if (!sign || (sign[1] && sign[3])) return null;
  if (sign[1] === '-' || sign[3] === '-') negative = !negative;
  const plain = plainDigits(sign[2]!.replace(CURRENCY_SIGNS, ''), decimal);
  if (plain === null) return null;
  const value = Number(plain) * factor;
  return Number.isFinite(value) ? (negative && value !== 0 ? -value : value) : null;
}

/** Takes thousands marks out; the last of two different marks is always the decimal one. */
function plainDigits(text: string, decimal: DecimalMark): string | null {
  if (/^\d+(\.\d+)?(e[+-]?\d{1,2})?$/u.test(text) && !(decimal === 'comma' && /^\d{1,3}\.\d{3}$/u.test(text)))
    return text;
  if (/^\.\d+$/u.test(text)) return `0${text}`;
  if (/^\d{1,3}(,\d{3})+(\.\d+)?$/u.test(text) && !(decimal === 'comma' && /^\d{1,3},\d{3}$/u.test(text))) {
    return text.replaceAll(',', '');
  }
  // 12,34,567.00 (lakh) and 1,2345 (four-digit groups) are thousands marks as well when a dot follows or groups repeat.
  if (/^\d{1,4}(,\d{2,4}){2,}(\.\d+)?$/u.test(text) || /^\d{1,4}(,\d{2,4})+\.\d+$/u.test(text))
    return text.replaceAll(',', '');
  if (/^\d{1,3}(\.\d{3})+(,\d+)?$/u.test(text)) return text.replaceAll('.', '').replace(',', '.');
  if (/^\d+,\d+$/u.test(text)) return text.replace(',', '.');
  return null;
}

/** Reads an amount into minor units (two decimals), `unit` being what the column counts in. Null = not an amount, or beyond ±90 trillion minor units. */
export function parseAmount(text: string, unit: AmountUnit = 'one', decimal: DecimalMark = 'dot'): number | null {
  const value = parseNumber(text, decimal);
  if (value === null) return null;
  // 1.005 × 100 is 100.49999…; fifteen digits are what was written, the rest is the shadow of binary fractions.
  const rounded = Math.round(Number((Math.abs(value) * FACTORS[unit] * 100).toPrecision(15)));
  if (rounded > LARGEST_MINOR) return null;
  return value < 0 && rounded !== 0 ? -rounded : rounded;
}

/** Finds the decimal mark of a column: one value that can only be read one way decides, else the dot. */
export function detectDecimalMark(values: readonly string[]): DecimalMark {
  for (const text of values) {
    const digits = text.normalize('NFKC').replace(/[^\d.,]/gu, '');
    if (/,\d{3}\.\d+$|^\d+\.\d{1,2}$|^\d{1,3}(,\d{3}){2,}$/u.test(digits)) return 'dot';
    if (/\.\d{3},\d+$|^\d+,\d{1,2}$|^\d{1,3}(\.\d{3}){2,}$/u.test(digits)) return 'comma';
  }
  return 'dot';
}
