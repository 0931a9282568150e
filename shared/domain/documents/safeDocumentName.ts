/** Characters; most file systems take 255 bytes, a Chinese character needs three of them. */
const LONGEST = 80;
/** Control characters, what no Windows file name may hold, and marks that turn text around (`exe.fdp` read backwards). */
const UNWANTED = /[\p{Cc}<>:"/\\|?*\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu;
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/**
 * A document's name as a file may bear it on any system: one part, nothing hidden, its ending kept. Never empty. What is
 * safe already comes back as it is.
 */
export function safeDocumentName(raw: string): string {
  const last = raw.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const clean = last
    .replaceAll(UNWANTED, '')
    .replace(/^[. ]+/, '')
    .replace(/[. ]+$/, '');
  const named = clean === '' ? 'file' : RESERVED.test(clean) ? `_${clean}` : clean;
  const characters = Array.from(named);
  if (characters.length <= LONGEST) return named;
  const ending = /\.[^.]{1,12}$/.exec(named)?.[0] ?? '';
  return `${characters.slice(0, LONGEST - Array.from(ending).length).join('')}${ending}`;
}
