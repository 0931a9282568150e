import { DAY_MS } from '../lib/time.ts';
import type { Language } from './language.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;
const WEEKDAYS = {
  'zh-CN': ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
} as const;

interface Parts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

function partsOf(day: string): Parts {
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), day: Number(day.slice(8, 10)) };
}

function startOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`);
}

/** Whole days from one calendar day to another; negative when the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((startOf(to) - startOf(from)) / DAY_MS);
}

/** A calendar day as `9月16日` or `Sep 16`, with its year only when that differs from today's. */
export function formatDay(day: string, language: Language, today: string): string {
  const { year, month, day: date } = partsOf(day);
  const other = year !== partsOf(today).year;
  if (language === 'zh-CN') return `${other ? `${year}年` : ''}${month}月${date}日`;
  return `${MONTHS[month - 1] ?? month} ${date}${other ? `, ${year}` : ''}`;
}

/** A month as `9月` or `Sep`, with its year only when that differs from today's: `2027年3月`. */
export function formatMonth(day: string, language: Language, today: string): string {
  const { year, month } = partsOf(day);
  const other = year !== partsOf(today).year;
  if (language === 'zh-CN') return `${other ? `${year}年` : ''}${month}月`;
  return `${MONTHS[month - 1] ?? month}${other ? ` ${year}` : ''}`;
}

/** The day of the week: `周三`, `Wed`. */
export function formatWeekday(day: string, language: Language): string {
  return WEEKDAYS[language][new Date(startOf(day)).getUTCDay()] ?? '';
}

/** Two days as one range; what both share is written once: `9月16–18日`, `Sep 16 – Oct 2`. */
export function formatDayRange(from: string, to: string, language: Language, today: string): string {
  if (from === to) return formatDay(from, language, today);
  const first = partsOf(from);
  const last = partsOf(to);
  const zh = language === 'zh-CN';
  if (first.year !== last.year) {
    // Across a new year both ends show theirs: no year is "this" one. Year 0 differs from every real year.
    const join = zh ? '–' : ' – ';
    return formatDay(from, language, '0000-01-01') + join + formatDay(to, language, '0000-01-01');
  }
  if (first.month === last.month) {
    if (zh) return `${formatDay(from, language, today).slice(0, -1)}–${last.day}日`;
    return formatDay(from, language, today).replace(/ (\d+)/u, ` $1–${last.day}`);
  }
  // The year is written once: at the front in Chinese, at the end in English.
  return zh
    ? `${formatDay(from, language, today)}–${formatDay(to, language, to)}`
    : `${formatDay(from, language, from)} – ${formatDay(to, language, today)}`;
}

/** A day as people say it: `今天`, `明天`, `3天后`, `2天前`; the date itself beyond a week. */
export function formatRelativeDay(day: string, language: Language, today: string): string {
  const distance = daysBetween(today, day);
  const zh = language === 'zh-CN';
  if (distance === 0) return zh ? '今天' : 'today';
  if (distance === 1) return zh ? '明天' : 'tomorrow';
  if (distance === -1) return zh ? '昨天' : 'yesterday';
  if (Math.abs(distance) > 7) return formatDay(day, language, today);
  if (distance > 0) return zh ? `${distance}天后` : `in ${distance} days`;
  return zh ? `${-distance}天前` : `${-distance} days ago`;
}

/** A span of days: `39天`, `1 day`. */
export function formatDays(days: number, language: Language): string {
  if (language === 'zh-CN') return `${days}天`;
  return `${days} ${days === 1 ? 'day' : 'days'}`;
}
