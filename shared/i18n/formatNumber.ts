import type { Language } from './language.ts';

/** The true minus sign, as wide as a digit; a hyphen is never used for a negative figure. */
export const MINUS = '−';
/** Stands for a figure that is not known. */
export const NO_FIGURE = '—';

const cache = new Map<string, Intl.NumberFormat>();

function grouped(decimals: number, atMost: boolean): Intl.NumberFormat {
  const key = `${decimals}${atMost ? '-' : ''}`;
  let format = cache.get(key);
  if (!format) {
    // Both languages group by thousands with a comma and a point, so one locale serves both.
    format = new Intl.NumberFormat('en-US', {
      minimumFractionDigits: atMost ? 0 : decimals,
      maximumFractionDigits: decimals,
      roundingMode: 'halfExpand',
    });
    cache.set(key, format);
  }
  return format;
}

/** Writes the size of a number (sign dropped) with thousands separators; `atMost` lets trailing zeros fall away. */
export function formatSize(value: number, decimals = 0, atMost = false): string {
  return grouped(decimals, atMost).format(Math.abs(value));
}

/** A minus for figures that are still negative after rounding, so that −0 never appears. */
export function signOf(value: number, digits: string): string {
  return value < 0 && /[1-9]/.test(digits) ? MINUS : '';
}

/** `12,345`, `−3`; `decimals` fixes the digits after the point. */
export function formatNumber(value: number, decimals = 0): string {
  const digits = formatSize(value, decimals);
  return signOf(value, digits) + digits;
}

/** A difference with its sign always shown: `+3`, `−12`, `0`. */
export function formatChange(value: number, decimals = 0): string {
  const digits = formatSize(value, decimals);
  if (!/[1-9]/.test(digits)) return digits;
  return (value < 0 ? MINUS : '+') + digits;
}

/** A share 0..1 as `31%`. */
export function formatPercent(share: number, decimals = 0): string {
  return `${formatNumber(share * 100, decimals)}%`;
}

/** An interval of shares as `18–47%`. */
export function formatPercentRange(low: number, high: number, decimals = 0): string {
  return `${formatNumber(low * 100, decimals)}–${formatNumber(high * 100, decimals)}%`;
}

/** A file size: `812 B`, `4.2 MB`; units of 1000 as file managers show them. */
export function formatBytes(bytes: number): string {
  const units = ['B', 'KB', 'MB', 'GB', 'TB'] as const;
  let value = bytes;
  let unit = 0;
  while (value >= 999.5 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${formatSize(value, unit === 0 || value >= 100 ? 0 : 1, true)} ${units[unit] ?? 'TB'}`;
}

/** Joins words as a sentence would: `甲、乙、丙` or `A, B, C`. */
export function formatList(items: readonly string[], language: Language): string {
  return items.join(language === 'zh-CN' ? '、' : ', ');
}
