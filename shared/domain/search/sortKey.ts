import { foldText } from './foldText.ts';
import { pinyinOf } from './pinyinOf.ts';

/** Long names differ early. */
const LENGTH = 60;

/**
 * The text by which names are ordered as a Chinese reader expects: 汉字 by their pinyin among the Latin letters, the
 * same sound by the character. Compare by code unit, which SQLite does by default.
 */
export function sortKey(name: string): string {
  const folded = foldText(name);
  if (!/\p{Script=Han}/u.test(folded)) return folded.slice(0, LENGTH);
  return `${pinyinOf(folded).join(' ').replaceAll(/ {2,}/g, ' ').slice(0, LENGTH)} ${folded.slice(0, 8)}`;
}
