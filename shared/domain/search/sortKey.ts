import { foldText } from './foldText.ts';
import { pinyinOf, pinyinOfPerson } from './pinyinOf.ts';

/** Long names differ early. */
const LENGTH = 60;
/** Lower than anything in a name, so that 安徽 comes before 安徽大学. */
const END = '\u0001';
const HAN = /\p{Script=Han}/u;

/**
 * The text by which names are ordered as a Chinese reader expects: 汉字 by their pinyin among the Latin letters, the
 * same sound by the character, numbers by their value (二期 2 before 10); a person's surname as surnames are read (曾
 * zeng, 单 shan). Compare by bytes, which SQLite does by default.
 */
export function sortKey(name: string, isPerson = false): string {
  const folded = foldText(name);
  if (!HAN.test(folded)) return byValue(folded).slice(0, LENGTH);
  const sounds = isPerson ? pinyinOfPerson(folded) : pinyinOf(folded);
  let key = '';
  for (const [index, text] of Array.from(folded).entries()) key += HAN.test(text) ? ` ${sounds[index] ?? text} ` : text;
  return `${byValue(key.replaceAll(/ +/g, ' ').trim()).slice(0, LENGTH)}${END}${folded.slice(0, 8)}`;
}

/** Puts before every number how many digits it has, so that texts compare as their numbers do. */
function byValue(text: string): string {
  return text.replaceAll(/\d+/g, (digits) => {
    const number = digits.replace(/^0+(?=\d)/, '');
    return (number.length < 9 ? String(number.length) : `9${String(number.length).padStart(2, '0')}`) + number;
  });
}
