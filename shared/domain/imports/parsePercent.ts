import { parseNumber } from './parseAmount.ts';

/** How a column writes shares: 30 (of 100) or 0.3. */
export type PercentScale = 'hundred' | 'one';

/** Finds the scale of a column without percent signs: any value above 1 means that 100 is the whole. */
export function detectPercentScale(values: readonly string[]): PercentScale {
  let seen = false;
  for (const text of values) {
    if (/[%％]/u.test(text)) continue;
    const value = parseNumber(text);
    if (value === null) continue;
    if (value > 1) return 'hundred';
    if (value > 0) seen = true;
  }
  return seen ? 'one' : 'hundred';
}

/** Reads 30, 0.3, 30% or 30％ as a share 0..1. Null = not a share, or outside 0..1. */
export function parsePercent(text: string, scale: PercentScale): number | null {
  const signed = /[%％]\s*$/u.test(text);
  const value = parseNumber(text.replace(/[%％]\s*$/u, ''));
  if (value === null) return null;
  const share = signed || scale === 'hundred' ? value / 100 : value;
  return share >= 0 && share <= 1 ? Math.round(share * 1e6) / 1e6 : null;
}
