import { createInstance, type i18n } from 'i18next';
import type { ParametersOf } from './catalogue.ts';
import { catalogues, type SourceTexts, type TextKey } from './catalogues.ts';
import type { Language } from './language.ts';

/** What a text may be filled with; format figures first with the formatters beside this file. */
export type TextValues = Readonly<Record<string, string | number>>;

type IsUnion<T, Whole = T> = T extends Whole ? ([Whole] extends [T] ? false : true) : never;

/** The further arguments of `t`: none, or exactly the values the text names. Composed keys take any values. */
export type ValuesOf<Key extends TextKey> =
  IsUnion<Key> extends true
    ? [values?: TextValues]
    : [ParametersOf<SourceTexts[Key]>] extends [never]
      ? []
      : [values: Readonly<Record<ParametersOf<SourceTexts[Key]>, string | number>>];

/** Gives the text for a key in the language of the translator. `count` chooses singular or plural in English. */
export type Translate = <Key extends TextKey>(key: Key, ...values: ValuesOf<Key>) => string;

/** Makes the i18next instance that holds all catalogues. Texts are data: nothing is fetched and nothing is escaped. */
export function createTexts(language: Language): i18n {
  const instance = createInstance();
  void instance.init({
    lng: language,
    fallbackLng: 'zh-CN',
    supportedLngs: ['zh-CN', 'en'],
    resources: { 'zh-CN': { translation: catalogues['zh-CN'] }, en: { translation: catalogues.en } },
    // Keys are flat: dots are part of the name.
    keySeparator: false,
    nsSeparator: false,
    initAsync: false,
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  return instance;
}

/** A translator for places without React: menus, notifications, exported documents. */
export function createTranslator(language: Language): Translate {
  // i18next would check keys against its own global types; ours are checked by Translate.
  const translate = createTexts(language).getFixedT(language) as unknown as (
    key: string,
    values?: TextValues,
  ) => string;
  return (key, ...values) => translate(key, values[0]);
}
