import { expect, test } from 'vitest';
import { dealFeatures } from '#shared/domain/scoring/deals/dealFeatures.ts';
import { leadFeatures } from '#shared/domain/scoring/leads/leadFeatures.ts';
import { catalogues, isTextKey } from '#shared/i18n/catalogues.ts';
import { featureText } from '#shared/i18n/featureText.ts';
import { createTranslator } from '#shared/i18n/translator.ts';

const names = [...new Set([...dealFeatures, ...leadFeatures].map(({ name }) => name))];

test('everything a model may look at has words of its own', () => {
  expect(names.length).toBeGreaterThan(40);
  expect(names.filter((name) => !isTextKey(`scoring.feature.${name}`))).toEqual([]);
});

test('no two things are called the same, so that nobody takes one for the other', () => {
  for (const language of ['zh-CN', 'en'] as const) {
    const t = createTranslator(language);
    expect(new Set(names.map((name) => featureText(name, t))).size).toBe(names.length);
  }
});

test('no words are kept for a thing that no model looks at', () => {
  const kept = Object.keys(catalogues.en).filter((key) => key.startsWith('scoring.feature.'));
  expect(kept.filter((key) => !names.includes(key.slice('scoring.feature.'.length)))).toEqual([]);
});

test('a column that the catalogue does not know stands as it is', () => {
  expect(featureText('bed_count', createTranslator('zh-CN'))).toBe('bed_count');
});
