import type { BehaviourRules, DayOf, ScoredEvent } from './behaviourRules.ts';
import { pointsOfEvents } from './behaviourState.ts';

/** The score as shown at several moments, each knowing only what had happened by then; for charts and for what a model is told. */
export function behaviourPointsAt(
  events: readonly ScoredEvent[],
  rules: BehaviourRules,
  moments: readonly number[],
  dayOf: DayOf,
): number[] {
  return moments.map((moment) => pointsOfEvents(events, rules, moment, dayOf).shown);
}
