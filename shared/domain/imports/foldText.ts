/** Marks that may stand between the parts of a name without changing which name it is. */
const PUNCTUATION = /[\p{P}\p{S}\p{Z}\p{C}]+/gu;
const SPACES = /[\s\u00a0\u2007\u202f\u3000\ufeff\u200b]+/g;

/** One line of a file's text as it is kept: no-break and full-width spaces become spaces, runs of them one, ends trimmed. */
export const tidyText = (text: string): string => text.replace(SPACES, ' ').trim();

/**
 * What two spellings of one name have in common: full-width and half-width forms, case and spaces are levelled. Equal
 * results are the same record without asking (客户, products and people have no other key in most files).
 */
export const foldName = (text: string): string => tidyText(text.normalize('NFKC')).toLowerCase();

/** As `foldName`, with spaces and punctuation removed too: `GTXPro` and `GTX Pro` agree. Equal results are suggested. */
export const foldHard = (text: string): string => foldName(text).replace(PUNCTUATION, '');

/**
 * Header of a column without what exports add to it: `*` of required columns, case, punctuation, bracketed units and
 * 纷享销客's `__r` for labels (`account_id__r` and `account_id` name the same thing).
 */
export const foldHeader = (header: string): string =>
  foldName(header)
    .replace(/__[cr]$/u, '')
    .replace(PUNCTUATION, '');
