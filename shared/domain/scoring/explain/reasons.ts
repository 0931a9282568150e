import { toProbability } from '../learning/logOdds.ts';
import type { RowExplanation } from '../learning/modelTypes.ts';
import { reasonOf } from './reasonGroups.ts';

/** Why a figure is higher or lower than the base rate: one thing that several features may say. */
export interface Reason {
  /** A group of `reasonGroups`, or the feature itself. */
  readonly code: string;
  readonly direction: 'up' | 'down';
  /** Net contribution of its features. */
  readonly logOdds: number;
  /** What it moves the shown probability by: 0.04 is four percentage points. */
  readonly points: number;
  /** Past records alike in the leading feature. */
  readonly support: number;
  /** Its features, the one that gives the words first. */
  readonly features: readonly string[];
}

/** A reason resting on fewer past records is drawn hollow. */
export const SMALL_SUPPORT = 30;
/** A reason that moves the figure by less than this is not worth a line, share. */
const LEAST_POINTS = 0.005;

/** How far a contribution moves the shown probability: the figure, less what it would be without the contribution. */
export function pointsOf(total: number, contribution: number): number {
  return toProbability(total) - toProbability(total - contribution);
}

/** All reasons, the strongest first; their log-odds and that of calibration ('') add up to the distance from the base. */
export function allReasons({ contributions, logOdds }: RowExplanation): Reason[] {
  const groups = new Map<string, RowExplanation['contributions'][number][]>();
  for (const one of contributions) {
    if (one.name === '') continue;
    const code = reasonOf(one.name);
    const list = groups.get(code);
    if (list === undefined) groups.set(code, [one]);
    else list.push(one);
  }
  return [...groups]
    .map(([code, members]): Reason => {
      const sum = members.reduce((total, one) => total + one.logOdds, 0);
      // The words come from a feature that pulls the way the whole does.
      const ordered = members.toSorted((a, b) => b.logOdds * Math.sign(sum) - a.logOdds * Math.sign(sum));
      return {
        code,
        direction: sum < 0 ? 'down' : 'up',
        logOdds: sum,
        points: pointsOf(logOdds, sum),
        support: ordered[0]?.support ?? 0,
        features: ordered.map(({ name }) => name),
      };
    })
    .toSorted((a, b) => Math.abs(b.logOdds) - Math.abs(a.logOdds));
}

/** The few that matter most: up to `count` that raise and as many that lower. */
export function topReasons<One extends Pick<Reason, 'points' | 'direction'>>(
  reasons: readonly One[],
  count: number,
): { up: One[]; down: One[] } {
  const worth = reasons.filter(({ points }) => Math.abs(points) >= LEAST_POINTS);
  return {
    up: worth.filter(({ direction }) => direction === 'up').slice(0, count),
    down: worth.filter(({ direction }) => direction === 'down').slice(0, count),
  };
}
