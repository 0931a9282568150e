import { DAY_MS } from '../../lib/time.ts';

/** Which part comes first in 3/4/2026; year-first dates are read as such whatever the order. */
export type DateOrder = 'ymd' | 'dmy' | 'mdy';

/** A moment as far as the text tells it: a day, a wall-clock time without zone, or an instant. */
export type WrittenTime =
  | { readonly kind: 'day'; readonly day: string }
  | { readonly kind: 'local'; readonly day: string; readonly msOfDay: number }
  | { readonly kind: 'instant'; readonly at: number };

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const YEAR_FIRST = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*[日号]?(?:[T\s]+(.+))?$/u;
const YEAR_LAST = /^(\d{1,2})([-/.\s])(\d{1,2})\2(\d{4}|\d{2})(?:,?[T\s]+(.+))?$/u;
const DAY_NAME_YEAR = /^(\d{1,2})[-/.\s]*([a-z]{3,9})\.?,?[-/.\s]*(\d{4}|\d{2})(?:,?[T\s]+(.+))?$/iu;
const NAME_DAY_YEAR =
  /^(?:[a-z]{3,9},\s*)?([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?:,?\s+(?:at\s+)?(.+))?$/iu;
const CLOCK =
  /^(上午|下午|am|pm)?\s*(\d{1,2})(?::|时|点)(\d{2})分?(?::?(\d{2})秒?(?:[.,](\d{1,9}))?)?\s*(am|pm)?\s*(z|utc|gmt|[+-]\d{2}:?\d{2})?$/iu;
/** Day 0 of Excel's 1900 calendar as it counts from March 1900 on. */
const EXCEL_EPOCH = Date.UTC(1899, 11, 30);

/**
 * Reads a date or time as exports write it: ISO, 2026/3/5, 2026年3月5日, 5.3.2026, 27-Mar-12, Mar 5, 2026, 20260305, Excel
 * serials (20000–80000), epoch seconds or milliseconds. Returns null when it is no date. Does not judge plausibility.
 */
export function parseTime(text: string, order: DateOrder): WrittenTime | null {
  const tidy = text.normalize('NFKC').trim();
  if (/^\d+(\.\d+)?$/u.test(tidy)) return numericTime(tidy);
  const first = YEAR_FIRST.exec(tidy);
  if (first) return written(+first[1]!, +first[2]!, +first[3]!, first[4]);
  const last = YEAR_LAST.exec(tidy);
  if (last) {
    const [a, b] = [+last[1]!, +last[3]!];
    const dayFirst = a > 12 || (b <= 12 && (last[2] === '.' || order !== 'mdy'));
    return written(fullYear(last[4]!), dayFirst ? b : a, dayFirst ? a : b, last[5]);
  }
  const named = DAY_NAME_YEAR.exec(tidy);
  if (named) return written(fullYear(named[3]!), monthNumber(named[2]!), +named[1]!, named[4]);
  const american = NAME_DAY_YEAR.exec(tidy);
  if (american) return written(+american[3]!, monthNumber(american[1]!), +american[2]!, american[4]);
  return null;
}

/** Finds the order of a column's 3/4/2026-like dates: the first value with a part over 12 decides; `ymd` when none is of that form. */
export function detectDateOrder(values: readonly string[]): { readonly order: DateOrder; readonly certain: boolean } {
  let ambiguous = false;
  let dots = false;
  for (const text of values) {
    const match = YEAR_LAST.exec(text.normalize('NFKC').trim());
    if (!match) continue;
    if (+match[1]! > 12) return { order: 'dmy', certain: true };
    if (+match[3]! > 12) return { order: 'mdy', certain: true };
    ambiguous = true;
    if (match[2] === '.') dots = true;
  }
  return ambiguous ? { order: dots ? 'dmy' : 'mdy', certain: dots } : { order: 'ymd', certain: true };
}

/** Years outside 1990–2100 are typing errors, not sales dates (product decision, docs/adr/0006-import.md). */
export const isPlausibleYear = (year: number): boolean => year >= 1990 && year <= 2100;

function numericTime(text: string): WrittenTime | null {
  const value = Number(text);
  if (/^(19|20|21|22)\d{6}$/u.test(text))
    return written(+text.slice(0, 4), +text.slice(4, 6), +text.slice(6), undefined);
  if (/^\d{12,13}(\.0+)?$/u.test(text)) return { kind: 'instant', at: Math.trunc(value) };
  if (/^\d{9,10}(\.0+)?$/u.test(text)) return { kind: 'instant', at: Math.trunc(value) * 1000 };
  if (value < 20_000 || value >= 80_000) return null;
  const days = Math.floor(value);
  const day = new Date(EXCEL_EPOCH + days * DAY_MS).toISOString().slice(0, 10);
  const msOfDay = Math.round(((value - days) * DAY_MS) / 1000) * 1000;
  return msOfDay === 0 ? { kind: 'day', day } : { kind: 'local', day, msOfDay: Math.min(msOfDay, DAY_MS - 1000) };
}

function written(year: number, month: number, dayOfMonth: number, clock: string | undefined): WrittenTime | null {
  if (month < 1 || month > 12 || dayOfMonth < 1 || dayOfMonth > daysIn(year, month)) return null;
  const day = `${String(year).padStart(4, '0')}-${pad(month)}-${pad(dayOfMonth)}`;
  if (clock === undefined || clock.trim() === '') return { kind: 'day', day };
  const match = CLOCK.exec(clock.trim());
  if (!match) return null;
  let hour = +match[2]!;
  const half = (match[1] ?? match[6])?.toLowerCase();
  if (half && (hour < 1 || hour > 12) && hour !== 0) return null;
  if ((half === 'pm' || half === '下午') && hour < 12) hour += 12;
  if ((half === 'am' || half === '上午') && hour === 12) hour = 0;
  const [minute, second] = [+match[3]!, +(match[4] ?? 0)];
  if (hour > 23 || minute > 59 || second > 59) return null;
  const ms = match[5] ? Math.trunc(Number(`0.${match[5]}`) * 1000) : 0;
  const msOfDay = ((hour * 60 + minute) * 60 + second) * 1000 + ms;
  if (!match[7]) return { kind: 'local', day, msOfDay };
  return { kind: 'instant', at: Date.parse(`${day}T00:00:00Z`) + msOfDay - offsetMs(match[7]) };
}

function offsetMs(zone: string): number {
  const match = /^([+-])(\d{2}):?(\d{2})$/u.exec(zone);
  return match ? (match[1] === '-' ? -1 : 1) * (+match[2]! * 60 + +match[3]!) * 60_000 : 0;
}

const pad = (value: number): string => String(value).padStart(2, '0');
const monthNumber = (name: string): number => MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
const fullYear = (text: string): number => (text.length === 4 ? +text : +text + (+text < 69 ? 2000 : 1900));
function daysIn(year: number, month: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31;
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
}
