import { expect, test } from 'vitest';
import {
  daysBetween,
  formatDay,
  formatDayRange,
  formatDays,
  formatMonth,
  formatRelativeDay,
  formatWeekday,
} from '#shared/i18n/formatDate.ts';
import { dayAt, formatInstant, formatInstantDay, formatMinuteOfDay, formatTime } from '#shared/i18n/formatInstant.ts';

const today = '2026-09-16';
const zone = 'Asia/Shanghai';
const at = Date.parse('2026-09-15T17:05:00Z');

test('a day shows its year only when that differs', () => {
  expect(formatDay('2026-09-16', 'zh-CN', today)).toBe('9月16日');
  expect(formatDay('2027-01-06', 'zh-CN', today)).toBe('2027年1月6日');
  expect(formatDay('2026-09-16', 'en', today)).toBe('Sep 16');
  expect(formatDay('2027-01-06', 'en', today)).toBe('Jan 6, 2027');
});

test('a month likewise', () => {
  expect(formatMonth('2027-03-31', 'zh-CN', today)).toBe('2027年3月');
  expect(formatMonth('2026-03-31', 'en', today)).toBe('Mar');
});

test('days have names', () => {
  expect([formatWeekday(today, 'zh-CN'), formatWeekday(today, 'en'), formatWeekday('2026-09-20', 'zh-CN')]).toEqual([
    '周三',
    'Wed',
    '周日',
  ]);
});

test('a range writes once what both ends share', () => {
  expect(formatDayRange('2026-09-16', '2026-09-18', 'zh-CN', today)).toBe('9月16–18日');
  expect(formatDayRange('2026-09-16', '2026-10-02', 'zh-CN', today)).toBe('9月16日–10月2日');
  expect(formatDayRange('2025-09-16', '2025-10-02', 'zh-CN', today)).toBe('2025年9月16日–10月2日');
  expect(formatDayRange('2025-12-30', '2026-01-02', 'zh-CN', today)).toBe('2025年12月30日–2026年1月2日');
  expect(formatDayRange('2026-09-16', '2026-09-18', 'en', today)).toBe('Sep 16–18');
  expect(formatDayRange('2026-09-30', '2026-10-02', 'en', today)).toBe('Sep 30 – Oct 2');
  expect(formatDayRange('2025-12-30', '2026-01-02', 'en', today)).toBe('Dec 30, 2025 – Jan 2, 2026');
  expect(formatDayRange(today, today, 'zh-CN', today)).toBe('9月16日');
});

test.each([
  ['2026-09-16', '今天', 'today'],
  ['2026-09-17', '明天', 'tomorrow'],
  ['2026-09-15', '昨天', 'yesterday'],
  ['2026-09-19', '3天后', 'in 3 days'],
  ['2026-09-14', '2天前', '2 days ago'],
  ['2026-09-24', '9月24日', 'Sep 24'],
])('%s is said as %s and %s', (day, chinese, english) => {
  expect(formatRelativeDay(day, 'zh-CN', today)).toBe(chinese);
  expect(formatRelativeDay(day, 'en', today)).toBe(english);
});

test('days are counted over month ends and leap days', () => {
  expect(daysBetween('2028-02-28', '2028-03-01')).toBe(2);
  expect(daysBetween('2026-03-01', '2026-02-28')).toBe(-1);
});

test('a span of days has its plural in English', () => {
  expect([formatDays(1, 'en'), formatDays(39, 'en'), formatDays(39, 'zh-CN')]).toEqual(['1 day', '39 days', '39天']);
});

test('an instant belongs to the day of the workspace’s zone', () => {
  expect(dayAt(at, zone)).toBe('2026-09-16');
  expect(dayAt(at, 'UTC')).toBe('2026-09-15');
  expect(formatInstantDay(at, 'zh-CN', zone, '2026-09-20')).toBe('9月16日');
});

test('the time stands alone today and beside the day otherwise', () => {
  expect(formatTime(at, zone)).toBe('1:05');
  expect(formatInstant(at, 'zh-CN', zone, today)).toBe('1:05');
  expect(formatInstant(at, 'zh-CN', zone, '2026-09-20')).toBe('9月16日 1:05');
  expect(formatInstant(at, 'en', 'UTC', today)).toBe('Sep 15 17:05');
});

test('minutes of a day are a time', () => {
  expect([formatMinuteOfDay(0), formatMinuteOfDay(542), formatMinuteOfDay(1439)]).toEqual(['0:00', '9:02', '23:59']);
});
