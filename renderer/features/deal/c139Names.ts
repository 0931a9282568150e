import { isTextKey } from '#shared/i18n/catalogues.ts';
import type { Translate } from '#shared/i18n/translator.ts';

/** What an element of the standard template asks. */
export function c139Name(t: Translate, code: string): string {
  const key = `deal.c139.name_${code}`;
  return isTextKey(key) ? t(key) : code;
}
