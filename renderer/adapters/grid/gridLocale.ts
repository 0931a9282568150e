import { AG_GRID_LOCALE_CN, AG_GRID_LOCALE_EN } from '@ag-grid-community/locale';
import type { Language } from '#shared/i18n/language.ts';

/** The grid's own words in a language of ours. */
export function gridLocale(language: Language): Record<string, string> {
  return language === 'zh-CN' ? AG_GRID_LOCALE_CN : AG_GRID_LOCALE_EN;
}
