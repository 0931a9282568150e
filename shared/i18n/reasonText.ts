import type { ScoreFactor, ScoreReason } from '../contract/scoringExplanation.ts';
import { isTextKey, type TextKey } from './catalogues.ts';
import { featureText } from './featureText.ts';
import type { Translate } from './translator.ts';

/** The formatters that words about factors need. */
export interface FactorFormat {
  readonly money: (amountMinor: number) => string;
  readonly number: (value: number, decimals?: number) => string;
  readonly percent: (share: number) => string;
  readonly days: (days: number) => string;
}

/** How long a deal has been in its stage and how long that allows, in business days of the team's calendar. */
export interface StageStay {
  readonly days: number;
  readonly allowedDays: number | null;
}

/** A reason in words, from the factor that pulls most. */
export function reasonText(
  reason: Pick<ScoreReason, 'features'>,
  factors: readonly ScoreFactor[],
  stay: StageStay | null,
  t: Translate,
  format: FactorFormat,
): string {
  const name = reason.features[0] ?? '';
  const lead = factors.find((factor) => factor.name === name);
  if (lead === undefined) return featureText(name, t);
  if (name === 'dwell' || name === 'dwellShare') return dwellText(stay, t, format);
  const key = sentenceKey(lead);
  if (key === null) {
    const feature = featureText(name, t);
    if (isUnknown(lead)) return t('scoring.reason.unknown', { feature });
    return t('scoring.reason.other', { feature, value: factorText(lead, t, format) });
  }
  const value = lead.value ?? 0;
  const values = {
    count: Math.round(value),
    days: format.days(Math.abs(Math.round(value))),
    value: factorText(lead, t, format),
  };
  return t(key as 'scoring.reason.other', values as never);
}

/** The value of a factor as a table shows it. */
export function factorText(factor: ScoreFactor, t: Translate, format: FactorFormat): string {
  if (isUnknown(factor)) return t('scoring.factors.unknown');
  if (factor.kind === 'category') {
    const key = `pipeline.stageClass.${factor.text}`;
    return factor.unit === 'stageClass' && isTextKey(key) ? t(key) : factor.text;
  }
  const value = factor.value ?? 0;
  switch (factor.unit) {
    case 'days':
      return format.days(Math.round(value));
    case 'decades':
      // Kept as the power of ten of the amount in major units.
      return format.money(Math.round((10 ** value - 1) * 100));
    case 'share':
    case 'ratio':
      return format.percent(value);
    case 'flag':
      return t(value >= 0.5 ? 'scoring.factors.yes' : 'scoring.factors.no');
    default:
      return Number.isInteger(value) ? format.number(value) : format.number(value, 1);
  }
}

const isUnknown = ({ kind, value, text }: ScoreFactor): boolean => (kind === 'category' ? text === '' : value === null);

/** The sentence for a value, by its special cases first. */
function sentenceKey(factor: ScoreFactor): TextKey | null {
  const base = `scoring.reason.${factor.name}`;
  const value = factor.value ?? 0;
  const special = isUnknown(factor)
    ? 'unknown'
    : factor.unit === 'flag'
      ? value >= 0.5
        ? 'yes'
        : 'no'
      : factor.kind === 'number' && Math.round(value) < 0
        ? 'past'
        : factor.kind === 'number' && Math.round(value) === 0
          ? 'none'
          : null;
  const key = special === null ? base : `${base}_${special}`;
  if (isTextKey(key)) return key;
  return special !== 'unknown' && isTextKey(base) ? base : null;
}

function dwellText(stay: StageStay | null, t: Translate, format: FactorFormat): string {
  if (stay === null) return t('scoring.reason.unknown', { feature: featureText('dwell', t) });
  const days = format.days(stay.days);
  return stay.allowedDays === null
    ? t('scoring.reason.dwell_free', { days })
    : t('scoring.reason.dwell', { days, allowed: format.days(stay.allowedDays) });
}
