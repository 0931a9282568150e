import type { Brand } from './brand.ts';

/** A calendar day without time zone, written `YYYY-MM-DD`. */
export type IsoDate = Brand<string, 'IsoDate'>;

/** Milliseconds in a day of 24 hours. */
export const DAY_MS = 86_400_000;

/** Tells whether a text is a real calendar day in the form `YYYY-MM-DD` (2025-02-29 is not). */
export function isIsoDate(value: string): value is IsoDate {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const parsed = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(value);
}

/** Checks and brands a calendar day. Throws a RangeError for anything else. */
export function isoDate(value: string): IsoDate {
  if (!isIsoDate(value)) throw new RangeError(`Not a calendar day: ${value}`);
  return value;
}

const dayFormats = new Map<string, Intl.DateTimeFormat>();

/** The calendar day of an instant in an IANA time zone. Throws a RangeError for an unknown zone. */
export function dayInZone(at: number, timeZone: string): IsoDate {
  let format = dayFormats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
    dayFormats.set(timeZone, format);
  }
  return isoDate(format.format(at));
}
