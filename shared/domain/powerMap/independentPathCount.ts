import { carriesOn, hopsOf } from './introductionPath.ts';
import { type PowerMapView, isSupporter } from './powerMapView.ts';

const SOURCE = 'source';

/**
 * How many ways lead from our supporters to the target that share no person before it (引荐路径); 0 when nobody can introduce
 * us. By Menger's theorem this is also the least number of people whose leaving cuts us off, so 1 means a single thread.
 * Source: maximum flow with one unit per person (Ford and Fulkerson, 1956).
 */
export function independentPathCount(map: PowerMapView, targetId: string): number {
  const target = map.people.find((person) => person.id === targetId);
  if (!target || isSupporter(target)) return 0;
  const free = freeWays(map, targetId);
  let paths = 0;
  while (augment(free, `in:${targetId}`)) paths += 1;
  return paths;
}

/** Everybody is a way in and a way out with room for one path between them; the target only has a way in. */
function freeWays(map: PowerMapView, targetId: string): Map<string, Set<string>> {
  const people = new Map(map.people.map((person) => [person.id, person]));
  const free = new Map<string, Set<string>>();
  for (const person of people.values()) {
    if (person.id === targetId || !carriesOn(person)) continue;
    open(free, `in:${person.id}`, `out:${person.id}`);
    if (isSupporter(person)) open(free, SOURCE, `in:${person.id}`);
  }
  for (const [from, hops] of hopsOf(map.relations, people)) {
    for (const hop of hops) if (hop.to !== from) open(free, `out:${from}`, `in:${hop.to}`);
  }
  return free;
}

function open(free: Map<string, Set<string>>, from: string, to: string): void {
  const ways = free.get(from);
  if (ways) ways.add(to);
  else free.set(from, new Set([to]));
}

/** Uses up one more way to the sink, turning round what it takes, so that a later path may undo it. */
function augment(free: Map<string, Set<string>>, sink: string): boolean {
  const cameFrom = new Map<string, string>([[SOURCE, SOURCE]]);
  const queue = [SOURCE];
  for (const at of queue) {
    for (const next of free.get(at) ?? []) {
      if (cameFrom.has(next)) continue;
      cameFrom.set(next, at);
      queue.push(next);
    }
  }
  if (!cameFrom.has(sink)) return false;
  for (let at = sink; at !== SOURCE; at = cameFrom.get(at) ?? SOURCE) {
    const before = cameFrom.get(at) ?? SOURCE;
    free.get(before)?.delete(at);
    open(free, at, before);
  }
  return true;
}
