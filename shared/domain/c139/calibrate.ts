import type { C139Counts } from './zone.ts';

/** One recorded judgement of one element. */
export interface C139Judgement {
  /** C1..C9, F1..F3, W1 */
  readonly code: string;
  readonly judge: string;
  /** 1 true, 0 not true, null withdrawn */
  readonly value: number | null;
  readonly at: number;
}

/** The newest value of each judge for one element. */
export interface C139Element {
  readonly code: string;
  readonly self: number | null;
  readonly coach: number | null;
}

/** Every element of the standard template, in the order in which it is shown. */
export const c139Codes = ['C1', 'C2', 'C3', 'C4', 'C5', 'C6', 'C7', 'C8', 'C9', 'F1', 'F2', 'F3', 'W1'] as const;

/**
 * The newest judgement per element and judge; a withdrawn one counts as not judged. Judgements of the same instant: the
 * later in the list wins, so hand them in in the order of their ids.
 */
export function latestJudgements(judgements: Iterable<C139Judgement>): C139Element[] {
  const newest = new Map<string, C139Judgement>();
  for (const judgement of judgements) {
    const key = `${judgement.code} ${judgement.judge}`;
    const known = newest.get(key);
    if (known === undefined || judgement.at >= known.at) newest.set(key, judgement);
  }
  return c139Codes.map((code) => ({
    code,
    self: newest.get(`${code} self`)?.value ?? null,
    coach: newest.get(`${code} coach`)?.value ?? null,
  }));
}

/** The value that counts: the coach's where a coach has judged, otherwise the seller's own (未校准); null = not judged. */
export function calibratedValue(element: C139Element): number | null {
  return element.coach ?? element.self;
}

/** W, F and C of the calibrated values, or null when nobody has judged anything. */
export function calibratedCounts(elements: readonly C139Element[]): C139Counts | null {
  if (elements.every((element) => calibratedValue(element) === null)) return null;
  const count = (family: string): number =>
    elements.filter((element) => element.code.startsWith(family) && calibratedValue(element) === 1).length;
  return { wins: count('W'), firsts: count('F'), clears: count('C') };
}
