import { DAY_MS } from '../../../lib/time.ts';
import {
  type BehaviourRule,
  type BehaviourRules,
  type DayOf,
  pointsOfEvent,
  type ScoredEvent,
} from './behaviourRules.ts';
import { shownPoints } from './shownPoints.ts';

/*
 * points(asOf) = Σ over kinds of limit( Σ over days of share(day) · Σ over events of p · 2^(−(asOf − at) / halfLife) )
 *
 * The daily cap is applied before decay and pro rata: where the events of one kind and day are worth more than the cap,
 * each counts with the share cap / sum. So a day needs three numbers only (how many, their sum, and their sum decayed from
 * the day's own mark), whatever the order in which events come in or go, and no figure over- or underflows.
 */

/** Of one kind and day: how many events, what they are worth uncapped, and the same decayed from the mark of that day. */
export type KindDay = readonly [events: number, sum: number, marked: number];

/** What the events of one record have added up to: kind → day → figures. Plain JSON. */
export interface BehaviourState {
  readonly kinds: Readonly<Record<string, Readonly<Record<string, KindDay>>>>;
}

/** What one kind adds to the score. */
export interface KindPoints {
  readonly kind: string;
  readonly events: number;
  /** After both caps. */
  readonly points: number;
  /** Before the cap of the kind in all. */
  readonly beforeCap: number;
}

/** A score with what it is made of. */
export interface BehaviourPoints {
  /** 0..100 */
  readonly shown: number;
  /** Sum over the kinds, may be below 0 or above 100. */
  readonly raw: number;
  readonly kinds: readonly KindPoints[];
}

/** Nothing has happened. */
export const emptyState: BehaviourState = { kinds: {} };

/** Adds events in any order; kinds without a rule count nothing. */
export function addEvents(
  state: BehaviourState,
  events: Iterable<ScoredEvent>,
  rules: BehaviourRules,
  dayOf: DayOf,
): BehaviourState {
  return change(state, events, rules, dayOf, 1);
}

/** Takes events back that are in the state. */
export function removeEvents(
  state: BehaviourState,
  events: Iterable<ScoredEvent>,
  rules: BehaviourRules,
  dayOf: DayOf,
): BehaviourState {
  return change(state, events, rules, dayOf, -1);
}

function change(
  state: BehaviourState,
  events: Iterable<ScoredEvent>,
  rules: BehaviourRules,
  dayOf: DayOf,
  sign: 1 | -1,
): BehaviourState {
  const byKind = new Map(rules.map((rule) => [rule.kind, rule]));
  const kinds: Record<string, Record<string, KindDay>> = { ...state.kinds };
  const own = new Set<string>();
  for (const { kind, at, durationSeconds } of events) {
    const rule = byKind.get(kind);
    if (!rule) continue;
    // Each kind is copied once and then written in place: a full fold stays linear.
    if (!own.has(kind)) kinds[kind] = { ...kinds[kind] };
    own.add(kind);
    const days = kinds[kind]!;
    const day = dayOf(at);
    const [count, sum, marked] = days[day] ?? [0, 0, 0];
    const points = pointsOfEvent(rule, durationSeconds);
    const left = count + sign;
    if (left === 0) delete days[day];
    else days[day] = [left, sum + sign * points, marked + sign * points * decay(day * DAY_MS - at, rule)];
    if (Object.keys(days).length === 0) delete kinds[kind];
  }
  return { kinds };
}

/**
 * The score at a moment that is not before any event of the state. For an earlier one, fold the events up to it: what
 * happened afterwards does not count.
 */
export function pointsAt(state: BehaviourState, rules: BehaviourRules, asOf: number): BehaviourPoints {
  const kinds: KindPoints[] = [];
  let raw = 0;
  for (const rule of rules) {
    const days = state.kinds[rule.kind];
    if (!days) continue;
    let events = 0;
    let beforeCap = 0;
    for (const [day, [count, sum, marked]] of Object.entries(days)) {
      events += count;
      beforeCap += marked * dayShare(rule, sum) * decay(asOf - Number(day) * DAY_MS, rule);
    }
    const points = beforeCap * totalShare(rule, beforeCap);
    raw += points;
    kinds.push({ kind: rule.kind, events, points, beforeCap });
  }
  return { shown: shownPoints(raw), raw, kinds };
}

/** The full fold: what the events up to a moment are worth at it. */
export function pointsOfEvents(
  events: readonly ScoredEvent[],
  rules: BehaviourRules,
  asOf: number,
  dayOf: DayOf,
): BehaviourPoints {
  const until = events.filter(({ at }) => at <= asOf);
  return pointsAt(addEvents(emptyState, until, rules, dayOf), rules, asOf);
}

/** The share of each event of a day that the daily cap leaves, 0..1. */
export const dayShare = ({ dayCap }: BehaviourRule, sum: number): number =>
  dayCap === null || Math.abs(sum) <= dayCap ? 1 : dayCap / Math.abs(sum);

/** The share of a kind that its cap in all leaves, 0..1. */
export const totalShare = ({ totalCap }: BehaviourRule, points: number): number =>
  totalCap === null || Math.abs(points) <= totalCap ? 1 : totalCap / Math.abs(points);

/** What is left of a point after that many milliseconds (2 when they are minus one half-life). */
export const decay = (elapsed: number, { halfLifeDays }: BehaviourRule): number =>
  2 ** (-elapsed / (halfLifeDays * DAY_MS));
