import { errorText, type FailureLike } from '#shared/i18n/errorText.ts';
import { nearestLanguage } from '#shared/i18n/language.ts';
import { createTranslator } from '#shared/i18n/translator.ts';

/** A failure in the language of the terminal, with its code for scripts and questions. */
export function inWords(error: FailureLike): string {
  const locale = process.env['LC_ALL'] || process.env['LC_MESSAGES'] || process.env['LANG'] || 'en';
  const { title, detail, reference } = errorText(error, createTranslator(nearestLanguage([locale.replace('_', '-')])));
  return [`${title} (${error.type})`, detail, reference].filter((part) => part !== null && part !== '').join('\n');
}
