import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPacked } from '#electron/features/scoring/readPacked.ts';
import { type DealConstants, type DealEvent, orderDealEvents } from '#shared/domain/scoring/deals/dealEvent.ts';
import { dealFactsOf, packDealFacts, readDealFacts } from '#shared/domain/scoring/deals/dealFacts.ts';
import { dealColumns } from '#shared/domain/scoring/deals/dealFeatures.ts';
import { DealFold } from '#shared/domain/scoring/deals/dealFold.ts';
import { leadColumns } from '#shared/domain/scoring/leads/leadFeatures.ts';
import { type LeadEvent, LeadFold, orderLeadEvents } from '#shared/domain/scoring/leads/leadFold.ts';
import { END_MARGIN_MS, trainingMoments } from '#shared/domain/scoring/trainingMoments.ts';

const DAY = 86_400_000;
const START = Date.UTC(2026, 0, 5);
/** Few instants, so that many events fall on the same one. */
const at = fc.integer({ min: -3, max: 40 }).map((day) => START + day * DAY);
const stages = (['verify', 'engage', 'negotiate', 'won', 'lost'] as const).map((stageClass, place) => ({
  stageClass,
  place: Math.min(1, place / 2),
  weight: place / 5,
  allowedDays: place * 5,
}));
const person = fc.constantFrom('p1', 'p2', 'p3');
const contact = fc.constantFrom('c1', 'c2', 'c3');
const what = fc.oneof(
  fc.record({
    kind: fc.constant('stage'),
    stage: fc.constantFrom(null, ...stages),
    move: fc.constantFrom('advance', 'back'),
  }),
  fc.record({
    kind: fc.constant('close'),
    from: fc.constantFrom(null, '2026-03-01', '2026-04-01'),
    day: fc.constantFrom(null, '2026-03-01', '2026-04-01', '2026-06-01'),
  }),
  fc.record({ kind: fc.constant('amount'), amountMinor: fc.option(fc.integer({ min: 0, max: 1_000_000 })) }),
  fc.record({
    kind: fc.constant('activity'),
    activityKind: fc.constantFrom('visit', 'call', 'demo'),
    contactIds: fc.array(contact, { maxLength: 2 }),
  }),
  fc.record({
    kind: fc.constant('person'),
    personId: person,
    contactId: fc.option(contact),
    roles: fc.subarray(['decider', 'approver', 'coach', 'user']),
  }),
  fc.record({ kind: fc.constant('personGone'), personId: person }),
  fc.record({ kind: fc.constant('stance'), personId: person, stance: fc.constantFrom('support', 'oppose', 'neutral') }),
  fc.record({
    kind: fc.constant('judgement'),
    code: fc.constantFrom('C1', 'C2', 'F1', 'W1'),
    judge: fc.constantFrom('self', 'coach'),
    value: fc.constantFrom(0, 1, null),
  }),
  fc.record({ kind: fc.constantFrom('evidence', 'task', 'document'), by: fc.constantFrom(1, -1) }),
);
const events = fc
  .array(fc.tuple(at, what), { maxLength: 40 })
  .map((list) => list.map(([instant, one], n) => ({ ...one, at: instant, id: `e${n}` })));

const constants: DealConstants = {
  createdAt: START,
  amountMinor: 500_000,
  processId: 'p',
  productLineId: '',
  source: '招标信息',
  ownerId: 'lin',
  industry: '医疗',
  region: '',
  ownership: '',
  tier: 'A',
  employees: null,
};

const foldOf = (list: readonly DealEvent[], asOf: number): DealFold => {
  const fold = new DealFold(constants);
  for (const event of orderDealEvents(list)) if (event.at <= asOf) fold.add(event);
  return fold;
};
const featuresAt = (list: readonly DealEvent[], asOf: number) => dealColumns([foldOf(list, asOf).facts()], asOf);

describe('what a model knows of a deal at a moment', () => {
  it('is the same whatever happens afterwards', () => {
    fc.assert(
      fc.property(events, events, at, (before, after, asOf) => {
        const known = before.filter((event) => event.at <= asOf);
        const later = after.map((event) => ({
          ...event,
          id: `l${event.id}`,
          at: asOf + 1 + Math.abs(event.at - START),
        }));
        expect(featuresAt([...known, ...later], asOf)).toEqual(featuresAt(known, asOf));
      }),
    );
  });

  it('does not depend on the order in which events of one instant were read', () => {
    fc.assert(
      fc.property(
        events.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
        at,
        ([list, shuffled], asOf) => {
          expect(featuresAt(shuffled, asOf)).toEqual(featuresAt(list, asOf));
        },
      ),
    );
  });

  it('is the same folded in pieces as folded at once, and reading it in between changes nothing', () => {
    fc.assert(
      fc.property(events, at, at, (list, one, other) => {
        const [middle, end] = [Math.min(one, other), Math.max(one, other)];
        const ordered = orderDealEvents(list);
        const fold = new DealFold(constants);
        for (const event of ordered) if (event.at <= middle) fold.add(event);
        expect(dealColumns([fold.facts()], end)).toEqual(
          featuresAt(
            list.filter((event) => event.at <= middle),
            end,
          ),
        );
        for (const event of ordered) if (event.at > middle && event.at <= end) fold.add(event);
        expect(fold.facts()).toEqual(foldOf(list, end).facts());
      }),
    );
  });

  it('is kept as text without loss', () => {
    fc.assert(
      fc.property(events, at, (list, asOf) => {
        const facts = foldOf(list, asOf).facts();
        const [packed] = readPacked([packDealFacts(facts)]);
        expect(dealFactsOf(packed!.numbers, packed!.words)).toEqual(facts);
        expect(readDealFacts(JSON.parse(packDealFacts(facts)) as (string | number | null)[])).toEqual(facts);
      }),
    );
  });
});

const leadEvents = fc
  .array(
    fc.tuple(
      at,
      fc.oneof(
        fc.record({
          kind: fc.constant('field'),
          field: fc.constantFrom('need', 'budget', 'email'),
          filled: fc.boolean(),
        }),
        fc.record({ kind: fc.constant('activity'), activityKind: fc.constantFrom('visit', 'call') }),
        fc.record({ kind: fc.constant('interest'), eventKind: fc.constantFrom('siteVisit', 'download') }),
      ),
    ),
    { maxLength: 30 },
  )
  .map((list) => list.map(([instant, one], n) => ({ ...one, at: instant, id: `e${n}` })));

const leadFeaturesAt = (list: readonly LeadEvent[], asOf: number) => {
  const fold = new LeadFold({ createdAt: START, source: '', industry: '', region: '' });
  for (const event of orderLeadEvents(list)) if (event.at <= asOf) fold.add(event);
  return leadColumns([fold.facts()], asOf);
};

describe('what a model knows of a lead at a moment', () => {
  it('is the same whatever happens afterwards and in whatever order it was read', () => {
    fc.assert(
      fc.property(leadEvents, leadEvents, at, (before, after, asOf) => {
        const known = before.filter((event) => event.at <= asOf);
        const later = after.map((event) => ({
          ...event,
          id: `l${event.id}`,
          at: asOf + 1 + Math.abs(event.at - START),
        }));
        expect(leadFeaturesAt([...later, ...known.toReversed()], asOf)).toEqual(leadFeaturesAt(known, asOf));
      }),
    );
  });
});

describe('moments to learn from', () => {
  it('depend on the beginning only: a later end adds moments and changes none', () => {
    fc.assert(
      fc.property(fc.nat(400), fc.nat(400), fc.nat(6), (life, more, shift) => {
        const from = START + shift * DAY + 3_600_000;
        const short = trainingMoments(from, from + life * DAY);
        const long = trainingMoments(from, from + (life + more) * DAY);
        expect(long.slice(0, short.length)).toEqual(short);
        expect(short[0]).toBe(from);
        expect(long.length).toBeLessThanOrEqual(6);
        for (const moment of long.slice(1)) {
          expect(new Date(moment).getUTCDay()).toBe(1);
          expect(moment).toBeLessThanOrEqual(from + (life + more) * DAY - END_MARGIN_MS);
        }
      }),
    );
  });
});
