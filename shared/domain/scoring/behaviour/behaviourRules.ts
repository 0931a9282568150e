/** What one kind of event is worth and how long it counts. */
export interface BehaviourRule {
  /** A known kind (`siteVisit`, `visit`, …) or a key of the team's own. */
  readonly kind: string;
  /** What the team calls a kind of its own; empty for known kinds, which the program names in both languages. */
  readonly name: string;
  /** Points of one event, −100..100; below zero lowers the score. */
  readonly points: number;
  /** Points per minute of duration besides, of the same sign; 0 where time says nothing. */
  readonly perMinute: number;
  /** Minutes of one event that count at most. */
  readonly maxMinutes: number;
  /** Days after which half of the points are left. */
  readonly halfLifeDays: number;
  /** Most points of this kind from one calendar day, before decay; null without limit. */
  readonly dayCap: number | null;
  /** Most points of this kind at any moment, after decay; null without limit. */
  readonly totalCap: number | null;
}

/** Every rule of a workspace; kinds without a rule count nothing. */
export type BehaviourRules = readonly BehaviourRule[];

/** Something that happened, as scoring sees it. */
export interface ScoredEvent {
  readonly id: string;
  readonly kind: string;
  /** Epoch ms. */
  readonly at: number;
  readonly durationSeconds: number | null;
}

/** The number of the calendar day of an instant in one time zone; days rise by 1. */
export type DayOf = (at: number) => number;

/** What one event is worth at the moment it happens, before any cap. */
export function pointsOfEvent(rule: BehaviourRule, durationSeconds: number | null): number {
  const minutes = Math.min(Math.max(0, durationSeconds ?? 0) / 60, rule.maxMinutes);
  return rule.points + rule.perMinute * minutes;
}

/** Whether a kind speaks against the customer's interest. */
export const isNegative = (rule: BehaviourRule): boolean => rule.points < 0 || rule.perMinute < 0;
