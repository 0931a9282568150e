import { createPrng } from '#shared/lib/prng.ts';
import { orderBy } from './metrics.ts';

/** Rows to learn from and rows to be judged on; no group is in both. */
export interface Fold {
  readonly train: Int32Array;
  readonly test: Int32Array;
}

/** Share of the rows that comes before the first rows judged, when validation goes forward in time. */
const HEAD_START = 0.4;

/** Every row's group as a number 0..groups-1, in order of first appearance. */
export function groupNumbers(rows: number, group: readonly string[] | undefined): { of: Int32Array; groups: number } {
  const of = new Int32Array(rows);
  if (group === undefined) {
    for (let row = 0; row < rows; row += 1) of[row] = row;
    return { of, groups: rows };
  }
  const numbers = new Map<string, number>();
  for (let row = 0; row < rows; row += 1) {
    let number = numbers.get(group[row]!);
    if (number === undefined) numbers.set(group[row]!, (number = numbers.size));
    of[row] = number;
  }
  return { of, groups: numbers.size };
}

function whichRows(rows: number, wanted: (row: number) => boolean): Int32Array {
  const found: number[] = [];
  for (let row = 0; row < rows; row += 1) if (wanted(row)) found.push(row);
  return Int32Array.from(found);
}

/** Each group is judged exactly once; positives are spread evenly over the folds. */
export function groupedFolds(groupOf: Int32Array, outcome: Uint8Array, folds: number, seed: number): Fold[] {
  const groups = groupOf.reduce((most, one) => Math.max(most, one), -1) + 1;
  const size = new Float64Array(groups);
  const positives = new Float64Array(groups);
  for (let row = 0; row < groupOf.length; row += 1) {
    size[groupOf[row]!]! += 1;
    positives[groupOf[row]!]! += outcome[row]!;
  }
  const shuffled = createPrng(seed, 'folds').shuffle(Array.from({ length: groups }, (_, index) => index));
  const dealt = shuffled.toSorted((a, b) => positives[b]! / size[b]! - positives[a]! / size[a]!);
  const foldOf = new Int32Array(groups);
  for (const [place, one] of dealt.entries()) foldOf[one] = place % folds;
  return Array.from({ length: folds }, (_, fold) => ({
    train: whichRows(groupOf.length, (row) => foldOf[groupOf[row]!] !== fold),
    test: whichRows(groupOf.length, (row) => foldOf[groupOf[row]!] === fold),
  }));
}

/**
 * Windows that go forward: each judges the rows after those it learned from. Rows of the same moment stay together, and a
 * group that is judged is not learned from, though some of its rows may lie earlier.
 */
export function forwardFolds(groupOf: Int32Array, order: Float64Array, folds: number): Fold[] {
  const sorted = orderBy(order);
  const rows = sorted.length;
  const cutAt = (share: number): number => order[sorted[Math.min(rows - 1, Math.floor(share * rows))]!]!;
  const cuts = Array.from({ length: folds }, (_, fold) => cutAt(HEAD_START + ((1 - HEAD_START) * fold) / folds));
  const starts = [...new Set(cuts)];
  return starts
    .map((from, place) => {
      const to = starts[place + 1] ?? Infinity;
      const test = whichRows(rows, (row) => order[row]! >= from && order[row]! < to);
      const judged = new Set(Array.from(test, (row) => groupOf[row]!));
      return { train: whichRows(rows, (row) => order[row]! < from && !judged.has(groupOf[row]!)), test };
    })
    .filter(({ train, test }) => train.length > 0 && test.length > 0);
}
