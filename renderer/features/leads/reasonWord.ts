import { isTextKey } from '#shared/i18n/catalogues.ts';
import { NO_FIGURE } from '#shared/i18n/formatNumber.ts';
import type { Translate } from '#shared/i18n/translator.ts';

/** Why a lead was given up or given back, by its code. */
export function reasonWord(t: Translate, code: string): string {
  const key = `leads.reason.${code}`;
  return isTextKey(key) ? t(key) : code || NO_FIGURE;
}
