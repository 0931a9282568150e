/** The numbers and the words of packed facts. */
export interface PackedLists {
  readonly numbers: readonly (number | null)[];
  readonly words: readonly string[];
}

/** Lists of words that are kept, so that 100,000 records of few owners, sources and processes share their texts. */
const KEPT = 50_000;
const kept = new Map<string, readonly string[]>();

/** Reads packed facts: numbers of all records in one go, each list of words once. */
export function readPacked(packed: readonly string[]): PackedLists[] {
  // Words follow the numbers: the first quotation mark is where they begin.
  const cuts = packed.map((text) => text.indexOf(',"'));
  const numbers = JSON.parse(`[${packed.map((text, n) => `${text.slice(0, cuts[n])}]`).join(',')}]`) as (
    | number
    | null
  )[][];
  return numbers.map((list, n) => ({ numbers: list, words: wordsOf(`[${packed[n]!.slice(cuts[n]! + 1)}`) }));
}

function wordsOf(text: string): readonly string[] {
  let words = kept.get(text);
  if (words === undefined) {
    words = JSON.parse(text) as string[];
    if (kept.size >= KEPT) kept.clear();
    kept.set(text, words);
  }
  return words;
}
