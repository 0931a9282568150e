import { expect, test } from 'vitest';
import { isLanguage, nearestLanguage } from '#shared/i18n/language.ts';
import { createTexts, createTranslator } from '#shared/i18n/translator.ts';

test('a text is filled with its values and never escaped', () => {
  expect(createTranslator('en')('settings.people.saved', { name: 'A & B <1>' })).toBe('Saved A & B <1>');
  expect(createTranslator('zh-CN')('app.stall.over', { days: 9 })).toBe('超9天');
});

test('two translators do not disturb each other', () => {
  const chinese = createTranslator('zh-CN');
  const english = createTranslator('en');
  expect([chinese('app.rail.today'), english('app.rail.today'), chinese('app.rail.today')]).toEqual([
    '今日',
    'Today',
    '今日',
  ]);
});

test('switching the language changes texts at once', async () => {
  const texts = createTexts('zh-CN');
  await texts.changeLanguage('en');
  expect(texts.t('app.rail.settings')).toBe('Settings');
});

test('the nearest language follows the order of wishes', () => {
  expect(nearestLanguage(['zh-Hans-CN', 'en'])).toBe('zh-CN');
  expect(nearestLanguage(['fr', 'en-GB', 'zh'])).toBe('en');
  expect(nearestLanguage(['de', 'fr'])).toBe('en');
  expect(nearestLanguage([])).toBe('zh-CN');
});

test('only known languages pass', () => {
  expect(['zh-CN', 'en', 'zh', '', null].map(isLanguage)).toEqual([true, true, false, false, false]);
});
