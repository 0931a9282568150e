/** The counts that a deal is written with, e.g. 7C 2F 0W. */
export interface C139Counts {
  /** 0 or 1: the top decision maker has chosen us. */
  readonly wins: number;
  /** 0..3 */
  readonly firsts: number;
  /** 0..9 */
  readonly clears: number;
}
export type C139Zone = 'win' | 'shaking' | 'lose';

/** Lowest member of the winning zone: 1W 1F 6C. */
const WIN_FROM: C139Counts = { wins: 1, firsts: 1, clears: 6 };
/** Lowest member of the shaking zone: 0W 2F 7C. */
const SHAKING_FROM: C139Counts = { wins: 0, firsts: 2, clears: 7 };

/**
 * The zone of a deal. The published bounds tile without gap or overlap only when (W, F, C) is compared in dictionary
 * order, so that is what is done: 0W 3F 0C and 1W 0F 9C are shaking, 0W 2F 6C is lost.
 * Source: C139 as described by `edanyang/decision-translation`; the reading of the order is this project's own.
 */
export function zoneOf(counts: C139Counts): C139Zone {
  if (compareCounts(counts, WIN_FROM) >= 0) return 'win';
  if (compareCounts(counts, SHAKING_FROM) >= 0) return 'shaking';
  return 'lose';
}

/** Dictionary order of (W, F, C): negative, zero or positive. */
export function compareCounts(a: C139Counts, b: C139Counts): number {
  return a.wins - b.wins || a.firsts - b.firsts || a.clears - b.clears;
}
