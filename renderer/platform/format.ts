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
  readonly money: (amountMinor: number, currency?: string, scale?: MoneyScale) => string;
  readonly moneyExact: (amountMinor: number, currency?: string) => string;
  /** One unit for a column of amounts. */
  readonly columnScale: (amountsMinor: readonly number[], currency?: string) => MoneyScale;
  readonly number: (value: number, decimals?: number) => string;
  /** With its sign: `+3`, `−2`. */
  readonly change: (value: number, decimals?: number) => string;
  readonly percent: (share: number, decimals?: number) => string;
  readonly percentRange: (low: number, high: number, decimals?: number) => string;
  readonly day: (day: string) => string;
  readonly month: (day: string) => string;
  readonly weekday: (day: string) => string;
  readonly dayRange: (from: string, to: string) => string;
  readonly relativeDay: (day: string) => string;
  readonly days: (days: number) => string;
  readonly instant: (at: number) => string;
  readonly instantDay: (at: number) => string;
  readonly time: (at: number) => string;
  readonly minuteOfDay: (minute: number) => string;
  readonly bytes: (bytes: number) => string;
  readonly list: (items: readonly string[]) => string;
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
