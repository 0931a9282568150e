import { foldText } from './foldText.ts';
import { pinyinOf, pinyinOfPerson } from './pinyinOf.ts';

/** How much of a text one token keeps; longer queries are cut to the same length (searchWords.ts). */
export const TOKEN_LENGTH = { text: 16, pinyin: 20, initials: 8 } as const;
/** Marks a token as the beginning of the title. */
export const ANCHOR = '^';

/** What of a record can be found. */
export interface SearchableRecord {
  /** The name under which it is shown. */
  readonly title: string;
  /** A person's name: the first character may have a reading of its own as a surname (曾 zeng, 单 shan, 仇 qiu). */
  readonly isPerson: boolean;
  /** Other names, found like the title but never as its beginning. */
  readonly otherNames: readonly string[];
  /** Phone numbers, e-mail addresses, registration codes. */
  readonly codes: readonly string[];
}

/**
 * Every token by which a record is found, without repeats. A token is the text from one possible beginning onwards: from
 * every 汉字 and from every start of a Latin word, as written, in pinyin and in initials. A query is then always a prefix
 * of a token, so one kind of index lookup answers substrings of 汉字, pinyin with an unfinished last syllable, initials,
 * word beginnings and numbers (docs/adr/0005-search.md).
 */
export function searchTokens(record: SearchableRecord): string[] {
  const tokens = new Set<string>();
  for (const [index, name] of [record.title, ...record.otherNames].entries()) {
    for (const reading of readings(name, record.isPerson && index === 0)) addReading(tokens, reading, index === 0);
  }
  for (const code of record.codes) addCode(tokens, code);
  return [...tokens];
}

/** One unit of a text: a 汉字 with its pinyin, or a character of a Latin word with itself. */
interface Unit {
  readonly text: string;
  readonly sound: string;
  /** A match may begin here. */
  readonly begins: boolean;
}

const HAN = /\p{Script=Han}/u;

function readings(name: string, isPerson: boolean): Unit[][] {
  const folded = foldText(name);
  if (folded === '') return [];
  if (!HAN.test(folded)) return [units(folded, Array.from(folded))];
  const usual = pinyinOf(folded);
  const all = [units(folded, usual)];
  if (!isPerson) return all;
  const asSurname = pinyinOfPerson(folded);
  if (asSurname.some((sound, index) => sound !== usual[index])) all.push(units(folded, asSurname));
  return all;
}

function units(folded: string, sounds: readonly string[]): Unit[] {
  const result: Unit[] = [];
  let insideWord = false;
  for (const [index, text] of Array.from(folded).entries()) {
    if (text === ' ') {
      insideWord = false;
      continue;
    }
    const han = HAN.test(text);
    result.push({ text, sound: han ? (sounds[index] ?? text) : text, begins: han || !insideWord });
    insideWord = !han;
  }
  return result;
}

function addReading(tokens: Set<string>, reading: readonly Unit[], isTitle: boolean): void {
  let text = '';
  let sound = '';
  let initials = '';
  // From the end, so that each suffix is its first unit plus the suffix after it.
  for (let index = reading.length - 1; index >= 0; index -= 1) {
    const unit = reading[index] as Unit;
    text = (unit.text + text).slice(0, TOKEN_LENGTH.text);
    sound = (unit.sound + sound).slice(0, TOKEN_LENGTH.pinyin);
    // Of a Latin word the first letter counts, so that 二期MES项目 is found by eqmxm.
    if (unit.begins) initials = ((unit.sound[0] ?? '') + initials).slice(0, TOKEN_LENGTH.initials);
    if (!unit.begins) continue;
    tokens.add(text);
    tokens.add(sound);
    tokens.add(initials);
  }
  if (!isTitle) return;
  tokens.add(ANCHOR + text);
  tokens.add(ANCHOR + sound);
  tokens.add(ANCHOR + initials);
}

/** A code is found by its beginning, by the beginning of its parts, and a number also by its last four digits. */
function addCode(tokens: Set<string>, code: string): void {
  const folded = foldText(code);
  if (folded === '') return;
  tokens.add(folded.replaceAll(' ', '').slice(0, TOKEN_LENGTH.pinyin));
  const parts = folded.split(' ');
  for (const [index] of parts.entries()) tokens.add(parts.slice(index).join('').slice(0, TOKEN_LENGTH.pinyin));
  const digits = folded.replaceAll(/\D/g, '');
  if (digits.length < 7) return;
  tokens.add(digits.slice(0, TOKEN_LENGTH.pinyin));
  // +86 138… is looked for without the country code.
  if (digits.startsWith('86') && digits.length > 11) tokens.add(digits.slice(2, 2 + TOKEN_LENGTH.pinyin));
  tokens.add(digits.slice(-4));
}
