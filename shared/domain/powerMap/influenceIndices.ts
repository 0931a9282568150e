import type { Coverage, Stance } from '#shared/contract/powerMap.contract.ts';
import { type MapPerson, isSupporter, isVacant } from './powerMapView.ts';

/** Dots of the card as shares: one, two, three of three. */
const DEPTH: Record<Coverage, number> = { unknown: 0, none: 0, brief: 1 / 3, multiple: 2 / 3, deep: 1 };
/** Unknown is not neutral, but weighs as little: nothing is known to count for or against. */
const LEANING: Record<Stance, number> = { champion: 1, support: 0.5, neutral: 0, unknown: 0, resist: -0.5, oppose: -1 };

/** How much of the decision we reach and how it leans; every figure weighs people by their influence. */
export interface InfluenceIndices {
  /** 影响力覆盖: share (0..1) of the influence whose holder we have met at least briefly. */
  readonly covered: number;
  /** Σ influence × coverage depth, 0..1: like `covered`, but a brief contact counts a third. */
  readonly depth: number;
  /** 支持占比: share (0..1) of the influence held by supporters. */
  readonly support: number;
  /** Σ influence × leaning, −1 (all oppose) .. 1 (all champions). */
  readonly balance: number;
  /** Share (0..1) of the decision that nobody on the map is said to hold. */
  readonly unassigned: number;
}

/**
 * Weighs the people of a map. Influence is percent of the whole decision: what is missing to 100 counts as not covered and not
 * for us; a sum above 100 is scaled down. Source: product decision after reference/power-map.md, insight 9.
 */
export function influenceIndices(people: readonly MapPerson[]): InfluenceIndices {
  const held = people.reduce((sum, person) => sum + (person.influence ?? 0), 0);
  const whole = Math.max(100, held);
  const weigh = (weight: (person: MapPerson) => number) =>
    people.reduce((sum, person) => sum + (person.influence ?? 0) * weight(person), 0) / whole;
  return {
    covered: weigh((person) => (DEPTH[person.coverage] > 0 && !isVacant(person) ? 1 : 0)),
    depth: weigh((person) => (isVacant(person) ? 0 : DEPTH[person.coverage])),
    support: weigh((person) => (isSupporter(person) ? 1 : 0)),
    balance: weigh((person) => LEANING[person.stance]),
    unassigned: (whole - held) / whole,
  };
}
