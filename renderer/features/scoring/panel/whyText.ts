import { isTextKey } from '#shared/i18n/catalogues.ts';
import type { Translate } from '#shared/i18n/translator.ts';

/** Why a model abstains or is to be used with caution, in words. */
export function whyText(code: string, of: 'deal' | 'lead', count: number, t: Translate): string {
  const key = `scoring.panel.${of === 'deal' ? 'why' : 'whyLead'}_${code}`;
  return isTextKey(key) ? t(key as 'scoring.panel.why_fewClosed', { count }) : t('scoring.panel.abstains');
}
