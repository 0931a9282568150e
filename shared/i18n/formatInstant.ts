import { formatDay } from './formatDate.ts';
import type { Language } from './language.ts';

const cache = new Map<string, Intl.DateTimeFormat>();

function zoned(timeZone: string): Intl.DateTimeFormat {
  let format = cache.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
    cache.set(timeZone, format);
  }
  return format;
}

function partsAt(at: number, timeZone: string): Record<string, string> {
  return Object.fromEntries(
    zoned(timeZone)
      .formatToParts(at)
      .map((part) => [part.type, part.value]),
  );
}

/** The calendar day `YYYY-MM-DD` on which an instant (epoch ms) falls in a zone. Throws for an unknown zone. */
export function dayAt(at: number, timeZone: string): string {
  const parts = partsAt(at, timeZone);
  return `${parts['year']?.padStart(4, '0')}-${parts['month']}-${parts['day']}`;
}

/** The time of day of an instant: `9:02`, 24 hours in both languages. */
export function formatTime(at: number, timeZone: string): string {
  const parts = partsAt(at, timeZone);
  return `${Number(parts['hour'])}:${parts['minute']}`;
}

/** Minutes after midnight as `9:02`. */
export function formatMinuteOfDay(minute: number): string {
  return `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`;
}

/** An instant as its day, `9月16日`; the year only when it differs from that of `today`. */
export function formatInstantDay(at: number, language: Language, timeZone: string, today: string): string {
  return formatDay(dayAt(at, timeZone), language, today);
}

/** An instant with its time: `9月16日 9:02`; only the time when it is today. */
export function formatInstant(at: number, language: Language, timeZone: string, today: string): string {
  const day = dayAt(at, timeZone);
  const time = formatTime(at, timeZone);
  return day === today ? time : `${formatDay(day, language, today)} ${time}`;
}
