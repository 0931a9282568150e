import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing';

/**
 * A key that sorts (by code unit, SQLite's BINARY) strictly between two others; null stands for the end of the column
 * on that side. Keys that are equal, in the wrong order or not made by this module (an import, another program) cannot
 * be split: then the key sorts next to the lower one, so that a drop never fails because of old data.
 * Fractional indexing as described by Greenspan (Observable, 2020).
 */
export function rankBetween(before: string | null, after: string | null): string {
  const low = isRank(before) ? before : null;
  const high = isRank(after) && (low === null || after > low) ? after : null;
  return generateKeyBetween(low, high);
}

/** `count` keys in rising order, all strictly between the two; shorter than asking one by one. */
export function ranksBetween(before: string | null, after: string | null, count: number): string[] {
  const low = isRank(before) ? before : null;
  const high = isRank(after) && (low === null || after > low) ? after : null;
  return generateNKeysBetween(low, high, count);
}

/** Whether a text is a well-formed key: a head letter, as many digits as it announces, no trailing zero after them. */
export function isRank(value: string | null): value is string {
  if (value === null || !/^[A-Za-z][0-9A-Za-z]+$/.test(value)) return false;
  try {
    generateKeyBetween(value, null);
    return true;
  } catch {
    return false;
  }
}
