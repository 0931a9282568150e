import { useTranslation } from 'react-i18next';
import { isLanguage, type Language, nearestLanguage } from '#shared/i18n/language.ts';
import { createTexts, type Translate } from '#shared/i18n/translator.ts';

const STORAGE_KEY = 'kongdan.language';

function first(): Language {
  const stored = localStorage.getItem(STORAGE_KEY);
  return isLanguage(stored) ? stored : nearestLanguage(navigator.languages);
}

/** The texts of the interface; only this file and RichText touch the instance. */
export const texts = createTexts(first());
document.documentElement.lang = texts.language;

/** The language shown now. */
export function currentLanguage(): Language {
  return isLanguage(texts.language) ? texts.language : 'zh-CN';
}

/** Switches every text at once. The personal settings keep the choice; here only a copy for the first paint. */
export function setLanguage(language: Language): void {
  localStorage.setItem(STORAGE_KEY, language);
  document.documentElement.lang = language;
  void texts.changeLanguage(language);
}

/** Gives texts to a component, which renders again when the language changes: `const t = useT()`. */
export function useT(): Translate {
  return useTranslation(undefined, { i18n: texts }).t as Translate;
}

/** The language for a component. */
export function useLanguage(): Language {
  return isLanguage(useTranslation(undefined, { i18n: texts }).i18n.language) ? currentLanguage() : 'zh-CN';
}

/** Texts outside components, in the language shown now; do not keep the result. */
export const currentT: Translate = (key, ...values) =>
  (texts.t as unknown as (name: string, filled?: unknown) => string)(key, values[0]);
