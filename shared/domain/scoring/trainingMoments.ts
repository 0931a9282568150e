const DAY = 86_400_000;
const WEEK = 7 * DAY;
/** Thursday 1970-01-01 is epoch day 0: Mondays are three days before whole weeks. */
const MONDAY = 4 * DAY;

/** Ages after which the next Monday is a moment to learn from; the beginning is the first. */
const AGES = [14, 35, 63, 112, 203].map((days) => days * DAY);

/** What happens so shortly before the end is part of the end. */
export const END_MARGIN_MS = 3 * DAY;

/**
 * Moments of a record's life that are learned from: its beginning, then Mondays (UTC) after fixed ages. Which they are
 * depends on the beginning only, so how long it would still live cannot be told from where a moment lies; those that
 * are not well before the end fall away.
 */
export function trainingMoments(createdAt: number, endedAt: number): number[] {
  const moments = AGES.map((age) => nextMonday(createdAt + age)).filter((at) => at <= endedAt - END_MARGIN_MS);
  return [createdAt, ...moments];
}

const nextMonday = (at: number): number => Math.ceil((at - MONDAY) / WEEK) * WEEK + MONDAY;
