import { minorDigits } from './formatMoney.ts';

const SCALES: Readonly<Record<string, number>> = {
  '': 1,
  元: 1,
  块: 1,
  k: 1e3,
  千: 1e3,
  w: 1e4,
  万: 1e4,
  万元: 1e4,
  m: 1e6,
  百万: 1e6,
  千万: 1e7,
  亿: 1e8,
  亿元: 1e8,
  b: 1e9,
};

/** Full-width digits and signs become half-width, as a Chinese input method may leave them. */
function halfWidth(text: string): string {
  return text.replace(/[\uff01-\uff5e]/gu, (char) => String.fromCodePoint((char.codePointAt(0) ?? 0) - 0xfee0));
}

/**
 * Reads an amount as people type it — `186万`, `¥1,860 万`, `1.26亿`, `18.6M`, `860k`, `1860000` — into minor units.
 * Null when it is not an amount or too large to be exact. Digits behind the last minor unit are rounded.
 */
export function parseMoney(text: string, currency: string): number | null {
  const plain = halfWidth(text)
    .replaceAll(/[\s,，_]/gu, '')
    .replace(/^(-|−|\+)?(?:[A-Z]{3}|HK\$|NT\$|S\$|JP¥|[¥￥$€£])/iu, '$1');
  const match = /^(?<sign>-|−|\+)?(?<digits>\d+(?:\.\d*)?|\.\d+)(?<unit>\p{L}*)$/u.exec(plain);
  const scale = SCALES[(match?.groups?.['unit'] ?? '').toLowerCase()];
  if (!match?.groups || scale === undefined) return null;
  const [whole = '0', fraction = ''] = (match.groups['digits'] ?? '').split('.');
  // Whole numbers throughout, because 0.1 × 3 in binary would lose a 分.
  const factor = BigInt(scale) * 10n ** BigInt(minorDigits(currency));
  const divisor = 10n ** BigInt(fraction.length);
  const numerator = BigInt((whole === '' ? '0' : whole) + fraction) * factor;
  const rounded = Number((numerator * 2n + divisor) / (divisor * 2n));
  if (!Number.isSafeInteger(rounded)) return null;
  return match.groups['sign'] === '-' || match.groups['sign'] === '−' ? 0 - rounded : rounded;
}
