/**
 * The form in which texts are compared: full-width and half-width alike (NFKC), small letters, runs of anything that is
 * neither letter nor digit as one space, no space at the ends. `GTX－Pro（2代）` and `gtx pro 2代` fold alike.
 */
export function foldText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The form by which two names count as the same: NFKC, small letters, single spaces; punctuation still tells apart. */
export function foldName(name: string): string {
  return name.normalize('NFKC').toLowerCase().replaceAll(/\s+/gu, ' ').trim();
}
