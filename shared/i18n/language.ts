/** A language that the interface speaks in full; `zh-CN` is the source of every text. */
export type Language = 'zh-CN' | 'en';

/** Tells whether a stored value names a language of the interface. */
export function isLanguage(value: unknown): value is Language {
  return value === 'zh-CN' || value === 'en';
}

/** Picks the language for a list of BCP 47 tags, first wish first; Chinese when nothing is wished for. */
export function nearestLanguage(wishes: readonly string[]): Language {
  for (const wish of wishes) {
    const primary = wish.toLowerCase().split('-')[0];
    if (primary === 'zh') return 'zh-CN';
    if (primary === 'en') return 'en';
  }
  return wishes.length === 0 ? 'zh-CN' : 'en';
}
