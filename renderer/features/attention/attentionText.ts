import type { OutputOf } from '#shared/contract/operation.ts';
import type { scoringContract } from '#shared/contract/scoring.contract.ts';
import type { WhyNow } from '#shared/contract/scoringExplanation.ts';
import type { Translate } from '#shared/i18n/translator.ts';

export type AttentionAnswer = OutputOf<typeof scoringContract.attention>;

/** By which rule the list is ordered. */
export function ruleText({ rule, model }: Pick<AttentionAnswer, 'rule' | 'model'>, t: Translate): string {
  if (rule === 'gain') return t('scoring.attention.ruleGain');
  return t(model === null ? 'scoring.attention.ruleNoModel' : 'scoring.attention.ruleGap');
}

/** How many were looked at, and every kind that was not. */
export function countsText(answer: Omit<AttentionAnswer, 'rows'>, t: Translate): string {
  const { looked, ranked } = answer;
  const left = (['beyond', 'noAmount', 'otherCurrency', 'unscored'] as const)
    .filter((key) => answer[key] > 0)
    .map((key) => t(`scoring.attention.${key}`, { count: answer[key] }));
  return [t('scoring.attention.counted', { looked, ranked }), ...left].join(' ');
}

/** Why now, in words. */
export const whyText = ({ code, days }: WhyNow, t: Translate, inDays: (days: number) => string): string =>
  t(`scoring.attention.now_${code}`, { days: inDays(days) });
