import type { Format } from '#renderer/platform/format.ts';
import type { ModelCheck, ModelVersion } from '#shared/contract/scoreModel.contract.ts';
import type { Translate } from '#shared/i18n/translator.ts';

/** Tones of the three verdicts; the word always stands beside. */
export const verdictTones = { usable: 'positive', cautious: 'warning', abstains: 'plain' } as const;

/** Tones of what a check proposes. */
export const checkTones = { ok: 'positive', watch: 'warning', refit: 'negative', tooFew: 'plain' } as const;

/** How much smaller an error is than that of the base rate, as a share; negative when it is greater. */
export const betterThanBase = ({ own, base }: { readonly own: number; readonly base: number }): number =>
  base === 0 ? 0 : 1 - own / base;

/** `比基础赢率好 18%`, or that it is no better. */
export function gainWords(
  figure: { readonly own: number; readonly base: number },
  t: Translate,
  format: Format,
): string {
  const gain = betterThanBase(figure);
  const shown = Math.round(Math.abs(gain) * 100);
  if (shown === 0) return t('scoreModels.gain.same');
  const params = { share: format.percent(shown / 100) };
  return gain > 0 ? t('scoreModels.gain.better', params) : t('scoreModels.gain.worse', params);
}

/** `第 3 版`. */
export const versionName = ({ version }: Pick<ModelVersion, 'version'>, t: Translate): string =>
  t('scoreModels.version.name', { version });

/** First and last closing day of what was learned from. */
export const windowWords = ({ from, to }: Pick<ModelVersion, 'from' | 'to'>, format: Format): string =>
  from === null || to === null ? '—' : format.dayRange(from, to);

const bound = (value: number, format: Format): string => format.number(value, Number.isInteger(value) ? 0 : 2);

/** Which values of a column changed most: unknown ones, one value, or a range of numbers. */
export function driftPlace(
  { place, value, from, to }: ModelCheck['drift'][number]['most'],
  t: Translate,
  format: Format,
): string {
  if (place === 'value') return t('scoreModels.driftPlace.value', { value });
  if (place !== 'range') return t(`scoreModels.driftPlace.${place}`);
  if (from === null) return t('scoreModels.driftPlace.upTo', { to: bound(to ?? 0, format) });
  return to === null
    ? t('scoreModels.driftPlace.above', { from: bound(from, format) })
    : t('scoreModels.driftPlace.between', { from: bound(from, format), to: bound(to, format) });
}
