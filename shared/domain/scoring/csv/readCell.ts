import { DAY_MS } from '../../../lib/time.ts';
import { type DecimalMark, parseNumber } from '../../imports/parseAmount.ts';
import { type DateOrder, parseTime } from '../../imports/parseTime.ts';

const PLAIN = /^-?(?:\d+(?:\.\d+)?|\.\d+)(?:e[+-]?\d{1,3})?$/iu;

/** Digits with at most a sign and a decimal point: the same number in every country but for 1.234. */
export const isPlainNumber = (text: string): boolean => PLAIN.test(text);

/** A cell as a number, NaN when it is none; a percent sign is dropped (30 % is 30), the scale of a column being its own. */
export function numberOfText(text: string, decimal: DecimalMark): number {
  if (decimal === 'dot' && PLAIN.test(text)) return finite(Number(text));
  return finite(parseNumber(text.replace(/\s*[%％]$/u, ''), decimal) ?? Number.NaN);
}

const finite = (value: number): number => (Number.isFinite(value) ? value : Number.NaN);

/** A cell as days since 1970 (with a fraction when it has a time of day; times without zone count as UTC), NaN when it is no date. */
export function dayOfText(text: string, order: DateOrder): number {
  const time = parseTime(text, order);
  if (time === null) return Number.NaN;
  if (time.kind === 'instant') return time.at / DAY_MS;
  const day = Date.parse(`${time.day}T00:00:00Z`) / DAY_MS;
  return time.kind === 'local' ? day + time.msOfDay / DAY_MS : day;
}
