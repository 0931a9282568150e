import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BehaviourRule, ScoredEvent } from '#shared/domain/scoring/behaviour/behaviourRules.ts';
import {
  addEvents,
  emptyState,
  pointsAt,
  pointsOfEvents,
  removeEvents,
} from '#shared/domain/scoring/behaviour/behaviourState.ts';
import { contributionsAt } from '#shared/domain/scoring/behaviour/contributions.ts';
import { dayCounter } from '#shared/domain/scoring/behaviour/dayCounter.ts';
import { shownPoints } from '#shared/domain/scoring/behaviour/shownPoints.ts';
import { DAY_MS } from '#shared/lib/time.ts';

const START = Date.UTC(2026, 0, 1);
const SPAN = 200 * DAY_MS;
const KINDS = ['siteVisit', 'download', 'complaint', 'own', 'unruled'];
const zones = ['Asia/Shanghai', 'America/New_York', 'Asia/Kathmandu', 'UTC'].map((zone) => dayCounter(zone));

const rule = (kind: string, sign: 1 | -1): fc.Arbitrary<BehaviourRule> =>
  fc.record({
    kind: fc.constant(kind),
    name: fc.constant(kind),
    points: fc.integer({ min: 1, max: 200 }).map((tenth) => (sign * tenth) / 10),
    perMinute: fc.constantFrom(0, 0.1 * sign, sign),
    maxMinutes: fc.constantFrom(0, 15, 90),
    halfLifeDays: fc.constantFrom(0.5, 1, 7, 30, 365),
    dayCap: fc.option(fc.integer({ min: 1, max: 40 })),
    totalCap: fc.option(fc.integer({ min: 5, max: 120 })),
  });
const rulesArbitrary = fc.tuple(rule('siteVisit', 1), rule('download', 1), rule('complaint', -1), rule('own', 1));
const eventsArbitrary = fc
  .array(
    fc.record({
      kind: fc.constantFrom(...KINDS),
      // Many on the same few days, so that daily caps bite.
      at: fc.oneof(
        fc.integer({ min: START, max: START + SPAN }),
        fc.integer({ min: 0, max: 3 * DAY_MS }).map((within) => START + 100 * DAY_MS + within),
      ),
      durationSeconds: fc.option(fc.integer({ min: 0, max: 10_000 })),
    }),
    { maxLength: 60 },
  )
  .map((list) => list.map((event, index): ScoredEvent => ({ ...event, id: `e${index}` })));
const dayOfArbitrary = fc.constantFrom(...zones);
const asOfArbitrary = fc.integer({ min: START - DAY_MS, max: START + SPAN + 400 * DAY_MS });

/** Straight from the definition, with no state at all. */
function byDefinition(
  events: readonly ScoredEvent[],
  rules: readonly BehaviourRule[],
  asOf: number,
  dayOf: (at: number) => number,
): number {
  let raw = 0;
  for (const one of rules) {
    const counted = events.filter(({ kind, at }) => kind === one.kind && at <= asOf);
    const worth = ({ durationSeconds }: ScoredEvent) =>
      one.points + one.perMinute * Math.min((durationSeconds ?? 0) / 60, one.maxMinutes);
    let sum = 0;
    for (const event of counted) {
      const day = counted
        .filter(({ at }) => dayOf(at) === dayOf(event.at))
        .reduce((total, same) => total + Math.abs(worth(same)), 0);
      const share = one.dayCap === null ? 1 : Math.min(1, one.dayCap / day);
      sum += worth(event) * share * 0.5 ** ((asOf - event.at) / (one.halfLifeDays * DAY_MS));
    }
    raw += one.totalCap === null ? sum : Math.sign(sum) * Math.min(Math.abs(sum), one.totalCap);
  }
  return raw;
}

describe('the behaviour score', () => {
  it('is at any moment what the definition says, whatever the caps, half-lives and time zone', () => {
    fc.assert(
      fc.property(eventsArbitrary, rulesArbitrary, asOfArbitrary, dayOfArbitrary, (events, rules, asOf, dayOf) => {
        const expected = byDefinition(events, rules, asOf, dayOf);
        const found = pointsOfEvents(events, rules, asOf, dayOf);
        expect(Math.abs(found.raw - expected)).toBeLessThan(1e-9);
        expect(found.shown).toBe(shownPoints(found.raw));
      }),
      { numRuns: 400 },
    );
  });

  it('is the same kept event by event in any order, with some taken back, as folded anew', () => {
    fc.assert(
      fc.property(
        eventsArbitrary,
        rulesArbitrary,
        fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.boolean()), { minLength: 60, maxLength: 60 }),
        fc.integer({ min: 0, max: 400 * DAY_MS }),
        dayOfArbitrary,
        (events, rules, moves, later, dayOf) => {
          const order = events
            .map((event, index) => ({ event, move: moves[index]! }))
            .toSorted((a, b) => a.move[0] - b.move[0]);
          let state = emptyState;
          for (const { event } of order) state = addEvents(state, [event], rules, dayOf);
          for (const { event, move } of order.toReversed())
            if (move[1]) state = removeEvents(state, [event], rules, dayOf);
          const left = order.filter(({ move }) => !move[1]).map(({ event }) => event);
          const asOf = START + SPAN + later;
          const kept = pointsAt(JSON.parse(JSON.stringify(state)) as typeof state, rules, asOf);
          const anew = pointsOfEvents(left, rules, asOf, dayOf);
          expect(Math.abs(kept.raw - anew.raw)).toBeLessThan(1e-9);
          expect(kept.kinds.map(({ kind, events: count }) => [kind, count])).toEqual(
            anew.kinds.map(({ kind, events: count }) => [kind, count]),
          );
        },
      ),
      { numRuns: 400 },
    );
  });

  it('knows nothing of what happens later', () => {
    fc.assert(
      fc.property(eventsArbitrary, rulesArbitrary, asOfArbitrary, (events, rules, asOf) => {
        const dayOf = zones[0]!;
        const until = events.filter(({ at }) => at <= asOf);
        expect(pointsOfEvents(events, rules, asOf, dayOf)).toEqual(pointsOfEvents(until, rules, asOf, dayOf));
      }),
    );
  });

  it('is the sum of what each event adds, and stays between 0 and 100', () => {
    fc.assert(
      fc.property(eventsArbitrary, rulesArbitrary, asOfArbitrary, dayOfArbitrary, (events, rules, asOf, dayOf) => {
        const { raw, shown } = pointsOfEvents(events, rules, asOf, dayOf);
        const shares = contributionsAt(events, rules, asOf, dayOf);
        const sum = shares.events.reduce((total, { now }) => total + now, 0);
        expect(Math.abs(sum - raw)).toBeLessThan(1e-9);
        expect(shown).toBeGreaterThanOrEqual(0);
        expect(shown).toBeLessThanOrEqual(100);
        for (const { given, now } of shares.events) expect(Math.abs(now)).toBeLessThanOrEqual(Math.abs(given) + 1e-12);
      }),
    );
  });

  it('rises with the sum and never jumps', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -500, max: 500, noNaN: true }),
        fc.double({ min: 0, max: 5, noNaN: true }),
        (a, d) => {
          expect(shownPoints(a + d)).toBeGreaterThanOrEqual(shownPoints(a));
          expect(shownPoints(a + d) - shownPoints(a)).toBeLessThanOrEqual(d + 1e-9);
        },
      ),
    );
  });
});
