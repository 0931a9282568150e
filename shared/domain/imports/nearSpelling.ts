import { foldHard, foldName } from './foldText.ts';

/** A known name that a spelling probably means. `same`: equal but for spaces, punctuation and case; else one slip of the pen. */
export interface NearName {
  readonly name: string;
  readonly same: boolean;
}

/** Above this many known names slips are not looked for; equal-after-folding still is. */
const MOST_NAMES_FOR_SLIPS = 5000;

/** Known names of one kind, ready to be asked for what an unknown spelling may mean. */
export class NearNames {
  private readonly byHard = new Map<string, string | null>();
  private readonly bySlip = new Map<string, Set<string>>();
  private readonly names: string[] = [];

  /** Adds a known name; `forSlips` false leaves it out of the search for slips (names that only a reference mentions). */
  add(name: string, forSlips = true): void {
    const hard = foldHard(name);
    if (hard === '') return;
    const known = this.byHard.get(hard);
    // Two different names that fold alike make the spelling ambiguous: nothing is suggested then.
    if (known === undefined) this.byHard.set(hard, name);
    else if (known !== null && foldName(known) !== foldName(name)) this.byHard.set(hard, null);
    if (!forSlips || this.names.length >= MOST_NAMES_FOR_SLIPS) return;
    this.names.push(name);
    for (const key of slipKeys(hard)) {
      const set = this.bySlip.get(key);
      if (set) set.add(hard);
      else this.bySlip.set(key, new Set([hard]));
    }
  }

  /**
   * The one known name that a spelling most probably means, or null. A slip is one letter added, left out or changed in a
   * word of at least five characters (two neighbours swapped too); digits never differ, since `Model 215` is not `Model 216`.
   */
  find(spelling: string): NearName | null {
    const hard = foldHard(spelling);
    if (hard === '') return null;
    const same = this.byHard.get(hard);
    if (same) return { name: same, same: true };
    if (same === null || Array.from(hard).length < 5 || this.names.length >= MOST_NAMES_FOR_SLIPS) return null;
    const candidates = new Set<string>();
    for (const key of slipKeys(hard)) {
      for (const candidate of this.bySlip.get(key) ?? []) {
        if (digitsOf(candidate) === digitsOf(hard) && isOneSlip(candidate, hard)) candidates.add(candidate);
      }
    }
    if (candidates.size !== 1) return null;
    const name = this.byHard.get([...candidates][0]!);
    return name ? { name, same: false } : null;
  }
}

/** The word itself and each word with one letter left out: two words one slip apart share at least one of these. */
function slipKeys(word: string): Set<string> {
  const letters = Array.from(word);
  const keys = new Set<string>([word]);
  if (letters.length <= 40)
    letters.forEach((_, index) => keys.add([...letters.slice(0, index), ...letters.slice(index + 1)].join('')));
  return keys;
}

const digitsOf = (text: string): string => text.replace(/\P{Nd}+/gu, '');

/** One insertion, deletion, substitution or swap of neighbours. */
function isOneSlip(a: string, b: string): boolean {
  const [left, right] = [Array.from(a), Array.from(b)];
  if (Math.abs(left.length - right.length) > 1) return false;
  let start = 0;
  while (start < left.length && left[start] === right[start]) start++;
  let endA = left.length;
  let endB = right.length;
  while (endA > start && endB > start && left[endA - 1] === right[endB - 1]) {
    endA--;
    endB--;
  }
  const [restA, restB] = [left.slice(start, endA), right.slice(start, endB)];
  if (restA.length <= 1 && restB.length <= 1) return restA.length + restB.length > 0;
  return restA.length === 2 && restB.length === 2 && restA[0] === restB[1] && restA[1] === restB[0];
}
