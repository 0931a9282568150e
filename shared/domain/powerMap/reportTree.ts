import type { MapRelation, PowerMapView } from './powerMapView.ts';

/** A person in the formal tree with those who report to them. */
export interface ReportNode {
  readonly id: string;
  /** 0 = nobody above on this map. */
  readonly level: number;
  readonly reports: readonly ReportNode[];
}

/** Each person's superior on the map; the lines point from the person to the superior. */
export function superiors(relations: readonly MapRelation[]): Map<string, string> {
  const result = new Map<string, string>();
  for (const relation of relations) if (relation.kind === 'reportsTo') result.set(relation.fromId, relation.toId);
  return result;
}

/**
 * The formal tree that the layout draws top-down: everybody once, roots first by influence, then in the order given. A circle,
 * which only a merge of two people's edits can leave, is cut at its first person.
 */
export function reportTree(map: PowerMapView): ReportNode[] {
  const above = superiors(map.relations);
  const known = new Set(map.people.map((person) => person.id));
  const below = new Map<string, string[]>();
  const roots: string[] = [];
  for (const person of byInfluence(map)) {
    const superior = above.get(person.id);
    if (superior === undefined || !known.has(superior) || superior === person.id) roots.push(person.id);
    else below.set(superior, [...(below.get(superior) ?? []), person.id]);
  }
  const placed = new Set<string>();
  const place = (id: string, level: number): ReportNode => {
    placed.add(id);
    const reports = (below.get(id) ?? []).filter((report) => !placed.has(report));
    return { id, level, reports: reports.map((report) => place(report, level + 1)) };
  };
  const tree = roots.map((id) => place(id, 0));
  for (const person of map.people) if (!placed.has(person.id)) tree.push(place(person.id, 0));
  return tree;
}

const byInfluence = (map: PowerMapView) => map.people.toSorted((a, b) => (b.influence ?? 0) - (a.influence ?? 0));
