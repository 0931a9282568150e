import { introductionPath } from './introductionPath.ts';
import { type MapPerson, type PowerMapView, isSupporter, isVacant } from './powerMapView.ts';

/**
 * The person whose word ends the decision: the most influential approver, else the most influential decider, else null. A
 * vacant role is nobody.
 */
export function topDecisionMaker(people: readonly MapPerson[]): MapPerson | null {
  const holders = (role: 'approver' | 'decider') =>
    people
      .filter((person) => !isVacant(person) && person.roles.includes(role))
      .toSorted((a, b) => (b.influence ?? 0) - (a.influence ?? 0));
  return holders('approver')[0] ?? holders('decider')[0] ?? null;
}

/** Who would cut us off. */
export interface SingleThread {
  readonly targetId: string;
  /** Everybody without whom no supporter reaches the target any more, from our side to the target. */
  readonly cutIds: readonly string[];
}

/**
 * Finds the people (articulation points) whose leaving cuts every way from our supporters to the top decision maker. Null when
 * there is no way at all, no such person, or the top decision maker supports us anyway.
 */
export function singleThread(map: PowerMapView): SingleThread | null {
  const target = topDecisionMaker(map.people);
  if (!target || isSupporter(target)) return null;
  const path = introductionPath(map, target.id);
  if (!path) return null;
  // Whoever cuts every way stands on the shortest one too.
  const cutIds = path.people
    .filter((id) => id !== target.id)
    .filter((id) => introductionPath(map, target.id, new Set([id])) === null);
  return cutIds.length === 0 ? null : { targetId: target.id, cutIds };
}
