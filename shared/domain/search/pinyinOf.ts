import { pinyin } from 'pinyin-pro';

let lastText = '';
let lastSounds: readonly string[] = [];

/**
 * The syllable of each character as the word it stands in is read (重庆 chong qing), without tones, ü as v; a character
 * that is no 汉字 stands for itself. A name is asked for twice in a row, as a token and as a sort key: the last is kept.
 */
export function pinyinOf(folded: string): readonly string[] {
  if (folded !== lastText) {
    lastSounds = pinyin(folded, { toneType: 'none', type: 'array', v: true });
    lastText = folded;
  }
  return lastSounds;
}

/** The same with the first character read as a surname where that has a reading of its own (曾 zeng, 仇 qiu). */
export function pinyinOfPerson(folded: string): readonly string[] {
  return pinyin(folded, { toneType: 'none', type: 'array', v: true, surname: 'head' });
}
