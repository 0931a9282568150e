import { expect, test } from 'vitest';
import {
  formatBytes,
  formatChange,
  formatList,
  formatNumber,
  formatPercent,
  formatPercentRange,
} from '#shared/i18n/formatNumber.ts';

test('numbers have thousands separators and a true minus', () => {
  expect([formatNumber(12345), formatNumber(-3), formatNumber(-0.2), formatNumber(2.345, 1)]).toEqual([
    '12,345',
    '−3',
    '0',
    '2.3',
  ]);
});

test('a change always shows its sign, and no change shows none', () => {
  expect([formatChange(3), formatChange(-12), formatChange(0), formatChange(0.04, 1)]).toEqual([
    '+3',
    '−12',
    '0',
    '0.0',
  ]);
});

test('shares are percent without a space', () => {
  expect([formatPercent(0.31), formatPercent(0.612, 1), formatPercent(-0.05)]).toEqual(['31%', '61.2%', '−5%']);
});

test('an interval carries one percent sign and an en dash', () => {
  expect(formatPercentRange(0.18, 0.47)).toBe('18–47%');
});

test('halves are rounded away from zero', () => {
  expect([formatNumber(0.5), formatNumber(-0.5), formatNumber(2.5)]).toEqual(['1', '−1', '3']);
});

test('file sizes climb their units', () => {
  expect([812, 954_000, 4_200_000, 999_950, 300_000_000].map(formatBytes)).toEqual([
    '812 B',
    '954 KB',
    '4.2 MB',
    '1 MB',
    '300 MB',
  ]);
});

test('lists are joined as the language does', () => {
  expect(formatList(['甲', '乙', '丙'], 'zh-CN')).toBe('甲、乙、丙');
  expect(formatList(['A', 'B'], 'en')).toBe('A, B');
});
