import { expect, test } from 'vitest';
import type { Format } from '#renderer/platform/format.ts';
import { fieldLabel, fieldValue } from '#renderer/ui/fieldText.ts';
import { formatDay } from '#shared/i18n/formatDate.ts';
import { formatMinuteOfDay } from '#shared/i18n/formatInstant.ts';
import { formatMoney } from '#shared/i18n/formatMoney.ts';
import { formatList, formatPercent } from '#shared/i18n/formatNumber.ts';
import { createTranslator } from '#shared/i18n/translator.ts';

const t = createTranslator('zh-CN');
const format = {
  money: (minor: number) => formatMoney(minor, 'CNY', 'zh-CN'),
  percent: (share: number) => formatPercent(share),
  day: (day: string) => formatDay(day, 'zh-CN', '2026-11-23'),
  minuteOfDay: (minute: number) => formatMinuteOfDay(minute),
  list: (items: readonly string[]) => formatList(items, 'zh-CN'),
} as unknown as Format;

test('a field is called by its name, and one of a newer program keeps its own', () => {
  expect(fieldLabel(t, 'opportunity', 'amountMinor')).toBe('金额');
  expect(fieldLabel(t, 'opportunity', 'fromTheFuture')).toBe('fromTheFuture');
});

test.each([
  ['opportunity', 'amountMinor', 1_860_000_000, '¥1,860万'],
  ['opportunity', 'ownWinRate', 0.6, '60%'],
  ['opportunity', 'expectedClose', '2026-12-01', '12月1日'],
  ['task', 'dueMinute', 600, '10:00'],
  ['opportunity', 'status', 'won', '赢单'],
  ['task', 'status', 'done', '已完成'],
  ['stakeholder', 'stance', 'resist', '不支持'],
  ['stakeholder', 'coverage', 'deep', '深入'],
  ['stakeholder', 'roles', '["approver","decider"]', '审批人、决策人'],
  ['stakeholderRelation', 'kind', 'reportsTo', '汇报'],
  ['stakeholderRelation', 'confirmed', 0, '推理'],
  ['account', 'name', '望澜大学附属医院', '望澜大学附属医院'],
] as const)('%s.%s %s reads as people say it', (table, field, value, said) => {
  expect(fieldValue(t, format, table, field, value)).toBe(said);
});

test.each([null, ''])('an empty value (%j) is a dash, never a blank or a zero', (value) => {
  expect(fieldValue(t, format, 'opportunity', 'amountMinor', value)).toBe('—');
});

test('a list without entries is a dash, and a code of a newer program keeps its own', () => {
  expect(fieldValue(t, format, 'stakeholder', 'roles', '[]')).toBe('—');
  expect(fieldValue(t, format, 'stakeholder', 'stance', 'furious')).toBe('furious');
});
