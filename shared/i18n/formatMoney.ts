import { formatSize, signOf } from './formatNumber.ts';
import type { Language } from './language.ts';

/** A scale in which a column of amounts is written, so that it reads down without thinking. */
export type MoneyScale = 'one' | 'wan' | 'yi' | 'thousand' | 'million' | 'billion';

interface Step {
  readonly scale: MoneyScale;
  readonly size: number;
  readonly suffix: string;
  /** Digits after the point for a value already divided by `size`. */
  readonly decimals: (value: number) => { readonly digits: number; readonly atMost: boolean };
}

const SYMBOLS: Readonly<Record<string, string>> = {
  CNY: '¥',
  USD: '$',
  EUR: '€',
  GBP: '£',
  HKD: 'HK$',
  TWD: 'NT$',
  SGD: 'S$',
  JPY: 'JP¥',
};
const WITHOUT_MINOR = new Set(['JPY', 'KRW', 'VND']);

const chinese: readonly Step[] = [
  { scale: 'yi', size: 1e8, suffix: '亿', decimals: () => ({ digits: 2, atMost: false }) },
  // 万 whole from ¥100万, at most one decimal below (DESIGN.md, Type).
  {
    scale: 'wan',
    size: 1e4,
    suffix: '万',
    decimals: (value) => (value >= 99.95 ? { digits: 0, atMost: false } : { digits: 1, atMost: true }),
  },
];
const english: readonly Step[] = [
  { scale: 'billion', size: 1e9, suffix: 'B', decimals: () => ({ digits: 2, atMost: false }) },
  {
    scale: 'million',
    size: 1e6,
    suffix: 'M',
    decimals: (value) => ({ digits: value >= 99.95 ? 0 : value >= 9.995 ? 1 : 2, atMost: true }),
  },
  {
    scale: 'thousand',
    size: 1e3,
    suffix: 'K',
    decimals: (value) => ({ digits: value >= 99.95 ? 0 : 1, atMost: true }),
  },
];

/** How many digits of a currency lie behind the point: 100 分 make a 元, yen have none. */
export function minorDigits(currency: string): 0 | 2 {
  return WITHOUT_MINOR.has(currency) ? 0 : 2;
}

/** The sign before an amount; an unknown currency shows its code. */
export function currencySymbol(currency: string): string {
  return SYMBOLS[currency] ?? `${currency} `;
}

function stepFor(size: number, language: Language): Step | undefined {
  const steps = language === 'zh-CN' ? chinese : english;
  // The smallest scale begins where a person stops reading single units: 1 万 and 10 K.
  const smallest = language === 'zh-CN' ? 1e4 : 1e4;
  if (Math.round(size) < smallest) return undefined;
  // A value that rounds up to the next scale belongs there: 9,999.6万 is 1.00亿.
  return steps.find((step, index) => {
    const below = steps[index + 1];
    if (size >= step.size) return true;
    if (!below) return true;
    const { digits } = below.decimals(size / below.size);
    return Number((size / below.size).toFixed(digits)) * below.size >= step.size;
  });
}

/** The scale that a single amount would choose. */
export function moneyScale(amountMinor: number, currency: string, language: Language): MoneyScale {
  return stepFor(Math.abs(amountMinor) / 10 ** minorDigits(currency), language)?.scale ?? 'one';
}

/**
 * The short form of an amount in minor units: `¥186万`, `¥1,860万`, `¥1.26亿`, in English `¥18.6M`, `¥860K`. `scale`
 * fixes the unit for a column.
 */
export function formatMoney(amountMinor: number, currency: string, language: Language, scale?: MoneyScale): string {
  const value = amountMinor / 10 ** minorDigits(currency);
  const size = Math.abs(value);
  const steps = language === 'zh-CN' ? chinese : english;
  const step = scale ? steps.find((candidate) => candidate.scale === scale) : stepFor(size, language);
  const symbol = currencySymbol(currency);
  if (!step) {
    const digits = formatSize(size, 0);
    return `${signOf(value, digits)}${symbol}${digits}`;
  }
  const { digits, atMost } = step.decimals(size / step.size);
  const written = formatSize(size / step.size, digits, atMost);
  return `${signOf(value, written)}${symbol}${written}${step.suffix}`;
}

/** The whole amount, to the last minor unit: `¥18,600,000.00`. */
export function formatMoneyExact(amountMinor: number, currency: string): string {
  const value = amountMinor / 10 ** minorDigits(currency);
  const digits = formatSize(value, minorDigits(currency));
  return `${signOf(value, digits)}${currencySymbol(currency)}${digits}`;
}

/** One scale for a column: that of its median amount, so that most rows read well and none mixes units. */
export function columnScale(amountsMinor: readonly number[], currency: string, language: Language): MoneyScale {
  const sizes = amountsMinor.map((amount) => Math.abs(amount)).filter((amount) => amount > 0);
  if (sizes.length === 0) return 'one';
  sizes.sort((a, b) => a - b);
  return moneyScale(sizes[Math.floor(sizes.length / 2)] ?? 0, currency, language);
}
