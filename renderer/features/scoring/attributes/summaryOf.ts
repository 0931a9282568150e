import type { Format } from '#renderer/platform/format.ts';
import type { AttributeCriterion } from '#shared/contract/attributeRules.ts';
import { kindOfField } from '#shared/domain/scoring/attributes/attributeFacts.ts';
import type { Translate } from '#shared/i18n/translator.ts';

/** A limit as it is read: years plain, money with its unit, other numbers with thousands marks. */
export function limitWord(format: Format, field: string, value: number): string {
  if (field === 'foundedYear') return String(value);
  return kindOfField(field) === 'money'
    ? format.money(Math.round(value * 100))
    : format.number(value, value % 1 ? 1 : 0);
}

/** The levels of a criterion in one line, best first. */
export function summaryOf(t: Translate, format: Format, { field, earns }: AttributeCriterion): string {
  const levels =
    earns.kind === 'values'
      ? earns.choices.map(({ words, points }) => ({ text: words[0] ?? '', points }))
      : earns.bands.map(({ from, to, points }) => ({ text: bandWord(t, format, field, from, to), points }));
  return levels
    .toSorted((a, b) => b.points - a.points)
    .map(({ text, points }) => `${text} ${points}`)
    .join('，');
}

function bandWord(t: Translate, format: Format, field: string, from: number | null, to: number | null): string {
  const word = (value: number): string => limitWord(format, field, value);
  if (from === null && to === null) return t('attributes.band.any');
  if (from === null) return t('attributes.band.below', { to: word(to ?? 0) });
  return to === null
    ? t('attributes.band.from', { from: word(from) })
    : t('attributes.band.between', { from: word(from), to: word(to) });
}
