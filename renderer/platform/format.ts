import {
  formatDay,
  formatDayRange,
  formatDays,
  formatMonth,
  formatRelativeDay,
  formatWeekday,
} from '#shared/i18n/formatDate.ts';
import { formatInstant, formatInstantDay, formatMinuteOfDay, formatTime } from '#shared/i18n/formatInstant.ts';
import { columnScale, formatMoney, formatMoneyExact, type MoneyScale } from '#shared/i18n/formatMoney.ts';
import {
  formatBytes,
  formatChange,
  formatList,
  formatNumber,
  formatPercent,
  formatPercentRange,
} from '#shared/i18n/formatNumber.ts';
import type { Language } from '#shared/i18n/language.ts';
import { useLanguage } from './language.ts';
import { regionStore } from './region.ts';

/** The formatters of shared/i18n with language, zone, currency and today filled in. */
export interface Format {
  /** `¥186万`; the workspace's currency unless another is given. */
  money(amountMinor: number, currency?: string, scale?: MoneyScale): string;
  moneyExact(amountMinor: number, currency?: string): string;
  /** One unit for a column of amounts. */
  columnScale(amountsMinor: readonly number[], currency?: string): MoneyScale;
  number(value: number, decimals?: number): string;
  /** With its sign: `+3`, `−2`. */
  change(value: number, decimals?: number): string;
  percent(share: number, decimals?: number): string;
  percentRange(low: number, high: number, decimals?: number): string;
  day(day: string): string;
  month(day: string): string;
  weekday(day: string): string;
  dayRange(from: string, to: string): string;
  relativeDay(day: string): string;
  days(days: number): string;
  instant(at: number): string;
  instantDay(at: number): string;
  time(at: number): string;
  minuteOfDay(minute: number): string;
  bytes(bytes: number): string;
  list(items: readonly string[]): string;
}

let last: { key: string; format: Format } | null = null;

/** One object for all components, because thousands of cards ask for it. */
function shared(language: Language, timeZone: string, currency: string, today: string): Format {
  const key = `${language} ${timeZone} ${currency} ${today}`;
  if (last?.key !== key) last = { key, format: bind(language, timeZone, currency, today) };
  return last.format;
}

function bind(language: Language, timeZone: string, currency: string, today: string): Format {
  return {
    money: (amountMinor, own = currency, scale) => formatMoney(amountMinor, own, language, scale),
    moneyExact: (amountMinor, own = currency) => formatMoneyExact(amountMinor, own),
    columnScale: (amounts, own = currency) => columnScale(amounts, own, language),
    number: formatNumber,
    change: formatChange,
    percent: formatPercent,
    percentRange: formatPercentRange,
    day: (day) => formatDay(day, language, today),
    month: (day) => formatMonth(day, language, today),
    weekday: (day) => formatWeekday(day, language),
    dayRange: (from, to) => formatDayRange(from, to, language, today),
    relativeDay: (day) => formatRelativeDay(day, language, today),
    days: (days) => formatDays(days, language),
    instant: (at) => formatInstant(at, language, timeZone, today),
    instantDay: (at) => formatInstantDay(at, language, timeZone, today),
    time: (at) => formatTime(at, timeZone),
    minuteOfDay: formatMinuteOfDay,
    bytes: formatBytes,
    list: (items) => formatList(items, language),
  };
}

/** Formatters for a component; the same object until language, zone, currency or day change. */
export function useFormat(): Format {
  const language = useLanguage();
  const { timeZone, currency, today } = regionStore();
  return shared(language, timeZone, currency, today);
}
