import {
  type MapPerson,
  type MapRelation,
  type PowerMapView,
  isOpponent,
  isSupporter,
  isVacant,
} from './powerMapView.ts';

/** One way from a supporter to somebody we want to reach. */
export interface IntroductionPath {
  /** From the supporter to the target, both included. */
  readonly people: readonly string[];
  /** The lines used, one less than people. */
  readonly relations: readonly string[];
  /** False when a line on the way is only inferred. */
  readonly confirmed: boolean;
}

/** One step of an introduction. */
export interface Hop {
  readonly to: string;
  readonly relation: MapRelation;
}

/**
 * The shortest way from any supporter to the target over lines that can carry an introduction, confirmed lines first. A
 * superior and a report, and allies, introduce each other; influence and 引荐 lead one way; conflict and blocking lead nowhere.
 * Nobody who is against us and no vacant role carries an introduction on. Null when there is no way or the target is a supporter.
 */
export function introductionPath(
  map: PowerMapView,
  targetId: string,
  without: ReadonlySet<string> = new Set(),
): IntroductionPath | null {
  const people = new Map(map.people.filter((person) => !without.has(person.id)).map((person) => [person.id, person]));
  const target = people.get(targetId);
  if (!target || isSupporter(target)) return null;
  const hops = hopsOf(map.relations, people);
  const cameBy = new Map<string, { from: string; relation: MapRelation } | null>();
  let reached = [...people.values()]
    .filter((person) => isSupporter(person) && !isVacant(person))
    .map((person) => person.id);
  for (const id of reached) cameBy.set(id, null);
  while (reached.length > 0 && !cameBy.has(targetId)) {
    const next: string[] = [];
    for (const id of reached) {
      for (const hop of hops.get(id) ?? []) {
        const person = people.get(hop.to);
        if (!person || cameBy.has(hop.to) || (hop.to !== targetId && !carriesOn(person))) continue;
        cameBy.set(hop.to, { from: id, relation: hop.relation });
        next.push(hop.to);
      }
    }
    reached = next;
  }
  return cameBy.has(targetId) ? pathBack(cameBy, targetId) : null;
}

/** Nobody who is against us and no vacant role carries an introduction on. */
export const carriesOn = (person: MapPerson): boolean => !isVacant(person) && !isOpponent(person);

/** Where an introduction can go from each person, confirmed lines first; lines to people not given are left out. */
export function hopsOf(
  relations: readonly MapRelation[],
  people: ReadonlyMap<string, MapPerson>,
): ReadonlyMap<string, readonly Hop[]> {
  const hops = new Map<string, Hop[]>();
  const add = (from: string, to: string, relation: MapRelation) => {
    if (people.has(from) && people.has(to)) hops.set(from, [...(hops.get(from) ?? []), { to, relation }]);
  };
  for (const relation of relations.toSorted((a, b) => Number(b.confirmed) - Number(a.confirmed))) {
    if (relation.kind === 'conflict' || relation.kind === 'blocks') continue;
    add(relation.fromId, relation.toId, relation);
    if (relation.kind === 'reportsTo' || relation.kind === 'alliance') add(relation.toId, relation.fromId, relation);
  }
  return hops;
}

function pathBack(
  cameBy: ReadonlyMap<string, { from: string; relation: MapRelation } | null>,
  targetId: string,
): IntroductionPath {
  const people = [targetId];
  const relations: string[] = [];
  let confirmed = true;
  for (let step = cameBy.get(targetId); step; step = cameBy.get(step.from)) {
    people.unshift(step.from);
    relations.unshift(step.relation.id);
    confirmed &&= step.relation.confirmed;
  }
  return { people, relations, confirmed };
}
