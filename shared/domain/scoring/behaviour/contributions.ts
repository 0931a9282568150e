import { type BehaviourRules, type DayOf, pointsOfEvent, type ScoredEvent } from './behaviourRules.ts';
import { dayShare, decay, totalShare } from './behaviourState.ts';

/** What one event still adds to the score. */
export interface Contribution {
  readonly id: string;
  /** When it happened, before caps and decay. */
  readonly given: number;
  /** At the moment asked, after caps and decay; all of them add up to the raw score. */
  readonly now: number;
  /** Which cap left less of it than decay would have. */
  readonly cappedBy: 'day' | 'total' | null;
}

/** A cap that takes something away at that moment. */
export interface CapThatBites {
  readonly kind: string;
  readonly cap: 'day' | 'total';
  /** Points that it takes away at that moment, above 0. */
  readonly lost: number;
}

/** The share of every event in a score, in the given order; events after `asOf` and kinds without a rule add nothing. */
export function contributionsAt(
  events: readonly ScoredEvent[],
  rules: BehaviourRules,
  asOf: number,
  dayOf: DayOf,
): { readonly events: readonly Contribution[]; readonly caps: readonly CapThatBites[] } {
  const byKind = new Map(rules.map((rule) => [rule.kind, rule]));
  const daySums = new Map<string, number>();
  const counted = events.map((event) => {
    const rule = event.at <= asOf ? byKind.get(event.kind) : undefined;
    const given = rule ? pointsOfEvent(rule, event.durationSeconds) : 0;
    const day = `${event.kind} ${dayOf(event.at)}`;
    if (rule) daySums.set(day, (daySums.get(day) ?? 0) + given);
    return { event, rule, given, day };
  });
  const decayed = counted.map(({ event, rule, given, day }) => {
    if (!rule) return { plain: 0, kept: 0 };
    const plain = given * decay(asOf - event.at, rule);
    return { plain, kept: plain * dayShare(rule, daySums.get(day)!) };
  });
  const kindSums = new Map<string, { plain: number; kept: number }>();
  counted.forEach(({ event }, index) => {
    const sums = kindSums.get(event.kind) ?? { plain: 0, kept: 0 };
    const { plain, kept } = decayed[index]!;
    kindSums.set(event.kind, { plain: sums.plain + plain, kept: sums.kept + kept });
  });
  const caps = rules.flatMap((rule): CapThatBites[] => {
    const sums = kindSums.get(rule.kind);
    if (!sums) return [];
    const byDay = Math.abs(sums.plain - sums.kept);
    const byTotal = Math.abs(sums.kept) * (1 - totalShare(rule, sums.kept));
    return [
      ...(byDay > 1e-9 ? [{ kind: rule.kind, cap: 'day' as const, lost: byDay }] : []),
      ...(byTotal > 1e-9 ? [{ kind: rule.kind, cap: 'total' as const, lost: byTotal }] : []),
    ];
  });
  return {
    caps,
    events: counted.map(({ event, rule, given, day }, index) => {
      if (!rule) return { id: event.id, given: 0, now: 0, cappedBy: null };
      const share = totalShare(rule, kindSums.get(event.kind)!.kept);
      const byDay = dayShare(rule, daySums.get(day)!) < 1;
      return {
        id: event.id,
        given,
        now: decayed[index]!.kept * share,
        cappedBy: byDay ? 'day' : share < 1 - 1e-9 ? 'total' : null,
      };
    }),
  };
}
