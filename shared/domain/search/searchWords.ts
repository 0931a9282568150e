import { foldText } from './foldText.ts';
import { ANCHOR, TOKEN_LENGTH } from './searchTokens.ts';

const HAN = /\p{Script=Han}/u;

/** The words of what somebody typed, each to be found as the beginning of a token; all of them must be found. */
export function searchWords(text: string): string[] {
  const words: string[] = [];
  for (const word of foldText(text).split(' ').filter(Boolean)) {
    const last = words.at(-1);
    if (last !== undefined && isPhonePart(last) && /^\d+$/.test(word)) words[words.length - 1] = last + word;
    else words.push(word);
  }
  return words.slice(0, 8);
}

/** Phone numbers are typed in groups and kept in one piece; a year is no phone number. */
const isPhonePart = (word: string): boolean => /^\d{2,}$/.test(word) && !/^(19|20)\d\d$/.test(word);

/**
 * The full-text query for these words, or null when nothing was typed. `anchored` asks for titles that begin with the
 * first word. Words hold letters and digits only (searchWords), so quoting cannot be broken out of.
 */
export function searchExpression(words: readonly string[], anchored: boolean): string | null {
  if (words.length === 0) return null;
  return words
    .flatMap((word, index) =>
      prefixes(word).map((part, place) => (anchored && index + place === 0 ? ANCHOR + part : part)),
    )
    .map((part) => `"${part}"*`)
    .join(' AND ');
}

/** A word no longer than its token is one prefix; a longer 汉字 text is asked for in pieces, other text is cut. */
function prefixes(word: string): string[] {
  const characters = Array.from(word);
  if (!HAN.test(word)) return [characters.slice(0, TOKEN_LENGTH.pinyin).join('')];
  const parts: string[] = [];
  let rest = word;
  while (rest.length > TOKEN_LENGTH.text) {
    parts.push(rest.slice(0, TOKEN_LENGTH.text));
    // A piece must begin where a token does: at a 汉字.
    const next = Array.from(rest.slice(TOKEN_LENGTH.text)).findIndex((character) => HAN.test(character));
    if (next < 0) return parts;
    rest = rest.slice(TOKEN_LENGTH.text + next);
  }
  return [...parts, rest];
}

/** How well a title answers the words; lower is better. */
export type MatchTier = 0 | 1 | 2 | 3;

/** 0 the whole title, 1 its beginning (which the index tells, pinyin included), 2 the beginning of a word, 3 inside. */
export function matchTier(title: string, words: readonly string[], isAnchored: boolean): MatchTier {
  const folded = foldText(title);
  const typed = words.join(' ');
  if (folded === typed || folded.replaceAll(' ', '') === words.join('')) return 0;
  if (isAnchored) return 1;
  return ` ${folded}`.includes(` ${words[0] ?? ''}`) ? 2 : 3;
}
