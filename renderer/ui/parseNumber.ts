/** Reads a number as typed, with thousands separators and full-width digits; null when it is none. */
export function parseNumber(text: string): number | null {
  const plain = text
    .replaceAll(/[\uff01-\uff5e]/gu, (char) => String.fromCodePoint((char.codePointAt(0) ?? 0) - 0xfee0))
    .replaceAll(/[\s,%]/gu, '')
    .replace('−', '-');
  if (!/^[+-]?(?:\d+\.?\d*|\.\d+)$/u.test(plain)) return null;
  return Number(plain);
}
