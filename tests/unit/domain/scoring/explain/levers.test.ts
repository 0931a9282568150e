import { expect, test } from 'vitest';
import fc from 'fast-check';
import { dealColumns } from '#shared/domain/scoring/deals/dealFeatures.ts';
import type { DealFacts } from '#shared/domain/scoring/deals/dealFacts.ts';
import { type DealLeverKind, dealLevers, leverFacts } from '#shared/domain/scoring/explain/dealLevers.ts';
import { LEAST_LEVER_SUPPORT, leverEffects } from '#shared/domain/scoring/explain/leverEffects.ts';
import { rankAttention } from '#shared/domain/scoring/explain/rankAttention.ts';
import { whyNow } from '#shared/domain/scoring/explain/whyNow.ts';
import { predict } from '#shared/domain/scoring/learning/predict.ts';
import { DAY, dealFacts, modelOfDeciders, NOW } from './dealCase.ts';

const { model, report } = modelOfDeciders();
const everything: ReadonlySet<DealLeverKind> = new Set(dealLevers.map(({ kind }) => kind));

const days = (from: number, to: number) => Math.floor((to - from) / DAY);
const one = (id: string, amountMinor: number, given: Partial<DealFacts> = {}) => ({
  id,
  amountMinor,
  facts: dealFacts(given),
  asOf: NOW,
  possible: everything,
});

const count = fc.integer({ min: 0, max: 12 });
const anyFacts: fc.Arbitrary<DealFacts> = fc
  .record({
    people: count,
    peopleMet: count,
    deciders: fc.integer({ min: 0, max: 3 }),
    decidersMet: fc.integer({ min: 0, max: 3 }),
    coaches: fc.integer({ min: 0, max: 1 }),
    supporters: count,
    opponents: count,
    c139Clear: fc.option(fc.integer({ min: 0, max: 9 })),
    c139First: fc.option(fc.integer({ min: 0, max: 3 })),
    activities: count,
    lastActivityAt: fc.option(fc.integer({ min: NOW - 400 * DAY, max: NOW })),
    amountMinor: fc.option(fc.integer({ min: 1, max: 1e12 })),
  })
  .map((given) => dealFacts(given));

test('the model that the levers are tried on speaks', () => {
  expect(report.verdict).not.toBe('abstains');
});

test('a lever touches nothing that a seller cannot change', () => {
  const mayChange = new Set<string>(leverFacts);
  fc.assert(
    fc.property(anyFacts, fc.constantFrom(...dealLevers), (facts, lever) => {
      if (!lever.applies(facts, NOW)) return;
      const after = lever.change(facts, NOW);
      for (const key of Object.keys(facts) as (keyof DealFacts)[])
        if (!mayChange.has(key)) expect(after[key]).toBe(facts[key]);
    }),
  );
});

test('a lever that applies changes something, and leaves its deal as it was', () => {
  fc.assert(
    fc.property(anyFacts, fc.constantFrom(...dealLevers), (facts, lever) => {
      if (!lever.applies(facts, NOW)) return;
      const before = JSON.stringify(facts);
      expect(lever.change(facts, NOW)).not.toEqual(facts);
      expect(JSON.stringify(facts)).toBe(before);
    }),
  );
});

test('no lever goes beyond what there is: people known, nine clear elements, three firsts', () => {
  fc.assert(
    fc.property(anyFacts, fc.constantFrom(...dealLevers), (facts, lever) => {
      if (facts.peopleMet > facts.people || !lever.applies(facts, NOW)) return;
      const after = lever.change(facts, NOW);
      expect(after.peopleMet).toBeLessThanOrEqual(after.people);
      expect(after.c139Clear ?? 0).toBeLessThanOrEqual(9);
      expect(after.c139First ?? 0).toBeLessThanOrEqual(3);
    }),
  );
});

test('without a possible lever nothing is proposed', () => {
  expect(leverEffects(model, [{ facts: dealFacts(), asOf: NOW, possible: new Set() }])).toEqual([[]]);
});

test('the starting figure is the model’s own, gains are positive and sorted, and no figure is 0 or 1', () => {
  fc.assert(
    fc.property(fc.array(anyFacts, { minLength: 1, maxLength: 5 }), (deals) => {
      const cases = deals.map((facts) => ({ facts, asOf: NOW, possible: everything }));
      const own = predict(model, dealColumns(deals, NOW), deals.length);
      for (const [deal, effects] of leverEffects(model, cases).entries()) {
        for (const [place, { from, to, gain, support }] of effects.entries()) {
          expect(from).toBe(own[deal]);
          expect(gain).toBeCloseTo(to - from, 12);
          expect(gain).toBeGreaterThan(0);
          expect(to).toBeLessThan(1);
          expect(from).toBeGreaterThan(0);
          expect(support).toBeGreaterThanOrEqual(LEAST_LEVER_SUPPORT);
          if (place > 0) expect(gain).toBeLessThanOrEqual(effects[place - 1]?.gain ?? 0);
        }
      }
    }),
    { numRuns: 30 },
  );
});

test('meeting the decider is what past deals recommend where it made the difference', () => {
  const [effects = []] = leverEffects(model, [{ facts: dealFacts(), asOf: NOW, possible: everything }]);
  expect(effects[0]?.kind).toBe('meetDecider');
  expect(effects[0]?.gain).toBeGreaterThan(0.2);
  const [met = []] = leverEffects(model, [{ facts: dealFacts({ decidersMet: 1 }), asOf: NOW, possible: everything }]);
  expect(met.map(({ kind }) => kind)).not.toContain('meetDecider');
});

test('a lever that past deals hardly know is not shown', () => {
  const few = {
    ...model,
    columns: model.columns.map((column) =>
      column.name === 'deciderMet' ? { ...column, counts: column.counts.map(() => LEAST_LEVER_SUPPORT - 1) } : column,
    ),
  };
  const [effects = []] = leverEffects(few, [{ facts: dealFacts(), asOf: NOW, possible: everything }]);
  expect(effects.map(({ kind }) => kind)).not.toContain('meetDecider');
});

test('deals rank by amount × gain; one without anything to do is left out', () => {
  const ranked = rankAttention(model, [
    one('small', 1_000_000),
    one('large', 9_000_000),
    { ...one('nothing', 90_000_000), possible: new Set<DealLeverKind>() },
  ]);
  expect(ranked.map(({ id }) => id)).toEqual(['large', 'small']);
  expect(ranked[0]?.worthMinor).toBe(Math.round(9_000_000 * (ranked[0]?.effect?.gain ?? 0)));
});

test('without a model deals keep their order, show their first gap and no figure', () => {
  const ranked = rankAttention(null, [
    { id: 'a', amountMinor: 1, facts: dealFacts({ decidersMet: 1, coaches: 1 }), asOf: NOW, possible: everything },
    { id: 'b', amountMinor: 9, facts: dealFacts(), asOf: NOW, possible: everything },
    { id: 'c', amountMinor: 9, facts: dealFacts(), asOf: NOW, possible: new Set<DealLeverKind>(['finishTask']) },
  ]);
  expect(ranked).toEqual([
    { id: 'a', amountMinor: 1, kind: 'meetPerson', effect: null, worthMinor: null },
    { id: 'b', amountMinor: 9, kind: 'meetDecider', effect: null, worthMinor: null },
  ]);
});

test('why now: a close that passed or comes near, a stage that is over, silence', () => {
  expect(whyNow(dealFacts(), NOW, days)).toEqual([]);
  expect(whyNow(dealFacts({ closeAt: NOW - 5 * DAY }), NOW, days)).toEqual([{ code: 'closePast', days: 5 }]);
  expect(whyNow(dealFacts({ closeAt: NOW + 5 * DAY }), NOW, days)).toEqual([{ code: 'closeNear', days: 5 }]);
  expect(whyNow(dealFacts({ stageEnteredAt: NOW - 29 * DAY, lastActivityAt: NOW - 30 * DAY }), NOW, days)).toEqual([
    { code: 'overdueStage', days: 9 },
    { code: 'quiet', days: 30 },
  ]);
});
