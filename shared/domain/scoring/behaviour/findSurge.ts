import { type BehaviourRules, isNegative } from './behaviourRules.ts';
import type { BehaviourState } from './behaviourState.ts';

/** How the last seven days compare with the record's own usual week. */
export interface Surge {
  /** `surging`: far more than usual; `usual`; `new`: not known long enough to have a usual week. */
  readonly verdict: 'surging' | 'usual' | 'new';
  /** Events of the last seven calendar days, today included. */
  readonly recent: number;
  /** Events of a usual week before, null while it has none. */
  readonly usual: number | null;
  /** Weeks that the usual one is judged by. */
  readonly weeks: number;
}

const WEEKS = 12;
/** With fewer weeks before it a record has no usual week. */
const LEAST_WEEKS = 4;
/** Fewer events are never called a surge. */
const LEAST_EVENTS = 4;
/** How rarely such a week would come by chance. */
const RARE = 0.01;
/** Beside being rare it must be this many times the usual. */
const TIMES = 2;

/**
 * Compares the last seven days with up to twelve weeks before. The usual week is the mean of those weeks, the busiest one
 * taken as the second busiest, so that an earlier surge does not hide this one. Rare means: at most 1 % by the predictive
 * distribution of a Poisson count whose rate was seen in those weeks (negative binomial, prior Gamma(½, 0)). Events that
 * lower the score (complaints) do not make one. `since` is the day from which the record is known.
 */
export function findSurge(state: BehaviourState, rules: BehaviourRules, today: number, since: number): Surge {
  const perWeek = Array.from({ length: WEEKS + 1 }, () => 0);
  let first = since;
  for (const rule of rules) {
    if (isNegative(rule)) continue;
    for (const [key, [count]] of Object.entries(state.kinds[rule.kind] ?? {})) {
      const day = Number(key);
      first = Math.min(first, day);
      const week = Math.floor((today - day) / 7);
      if (day <= today && week <= WEEKS) perWeek[week] = (perWeek[week] ?? 0) + count;
    }
  }
  const weeks = Math.min(WEEKS, Math.floor((today - 6 - first) / 7));
  const recent = perWeek[0] ?? 0;
  if (weeks < LEAST_WEEKS) return { verdict: 'new', recent, usual: null, weeks: Math.max(0, weeks) };
  const before = perWeek.slice(1, weeks + 1).toSorted((a, b) => b - a);
  before[0] = before[1] ?? 0;
  const sum = before.reduce((total, count) => total + count, 0);
  const usual = sum / weeks;
  const isRare = chanceOfAtLeast(recent, sum + 0.5, weeks / (weeks + 1)) <= RARE;
  const surging = recent >= LEAST_EVENTS && recent >= TIMES * usual && isRare;
  return { verdict: surging ? 'surging' : 'usual', recent, usual, weeks };
}

/** P(X ≥ count) of a negative binomial with size r and success probability p. */
function chanceOfAtLeast(count: number, r: number, p: number): number {
  let term = p ** r;
  let below = 0;
  for (let k = 0; k < count; k += 1) {
    below += term;
    term *= ((r + k) / (k + 1)) * (1 - p);
  }
  return Math.max(0, 1 - below);
}
