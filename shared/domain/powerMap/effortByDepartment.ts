import type { MapPerson } from './powerMapView.ts';

/** Where we spend our time against where the decision is made. */
export interface DepartmentEffort {
  /** The empty string collects people without department. */
  readonly department: string;
  /** Share (0..1) of the influence given on the map. */
  readonly influence: number;
  /** Share (0..1) of our contacts with people of the map in the last 90 days. */
  readonly effort: number;
  /** effort − influence, −1..1: above 0 we give more than the department decides. */
  readonly gap: number;
  readonly touches: number;
}

/**
 * Effort against influence per department, most influential first. An activity with two people counts for both. Shares are
 * of what is known: they sum to 1 each, or are all 0 where no influence is given or nobody was met.
 */
export function effortByDepartment(people: readonly MapPerson[]): DepartmentEffort[] {
  const sums = new Map<string, { influence: number; touches: number }>();
  let influence = 0;
  let touches = 0;
  for (const person of people) {
    const sum = sums.get(person.departmentShown) ?? { influence: 0, touches: 0 };
    sum.influence += person.influence ?? 0;
    sum.touches += person.touches90;
    sums.set(person.departmentShown, sum);
    influence += person.influence ?? 0;
    touches += person.touches90;
  }
  return [...sums.entries()]
    .map(([department, sum]) => {
      const influenceShare = influence === 0 ? 0 : sum.influence / influence;
      const effortShare = touches === 0 ? 0 : sum.touches / touches;
      return {
        department,
        influence: influenceShare,
        effort: effortShare,
        gap: effortShare - influenceShare,
        touches: sum.touches,
      };
    })
    .toSorted((a, b) => b.influence - a.influence || b.effort - a.effort || (a.department < b.department ? -1 : 1));
}
