import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AttributeCriterion, AttributeRules } from '#shared/contract/attributeRules.ts';
import type { AttributeFacts } from '#shared/domain/scoring/attributes/attributeFacts.ts';
import { compareRules } from '#shared/domain/scoring/attributes/compareRules.ts';
import { compileRules } from '#shared/domain/scoring/attributes/compileRules.ts';
import { accountFactsOf } from '#tests/support/attributeRules.ts';

const FIELDS = ['grade', 'ownership', 'region', 'city', 'custom:甲', 'custom:乙'] as const;
const WORDS = ['三级甲等', '三级', '二级', '公立', '华东', '苏州', '别的'];
const points = fc.integer({ min: 0, max: 100 });

const values = fc.record({
  kind: fc.constant('values' as const),
  choices: fc.array(
    fc.record({
      words: fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 2 }),
      match: fc.constantFrom('exact' as const, 'contains' as const),
      points,
    }),
    { minLength: 1, maxLength: 4 },
  ),
  otherwise: points,
});
const bands = fc.record({
  kind: fc.constant('bands' as const),
  bands: fc.uniqueArray(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 4 }).chain((limits) =>
    fc.array(points, { minLength: limits.length + 1, maxLength: limits.length + 1 }).map((levels) => {
      const sorted = limits.toSorted((a, b) => a - b);
      return levels.map((level, index) => ({
        from: sorted[index - 1] ?? null,
        to: sorted[index] ?? null,
        points: level,
      }));
    }),
  ),
  otherwise: points,
});
const criterion = fc.record({
  field: fc.constantFrom(...FIELDS, 'employees'),
  weight: fc.integer({ min: 1, max: 100 }),
  group: fc.constantFrom('', '区域', '规模'),
  values,
  bands,
});
const rulesArbitrary: fc.Arbitrary<AttributeRules> = fc
  .record({
    criteria: fc.array(criterion, { minLength: 1, maxLength: 7 }),
    caps: fc.uniqueArray(
      fc.record({ group: fc.constantFrom('区域', '规模'), weight: fc.integer({ min: 1, max: 120 }) }),
      { selector: ({ group }) => group, maxLength: 2 },
    ),
  })
  .map(({ criteria, caps }) => ({
    version: 1,
    industries: [],
    caps,
    leastKnown: 0.4,
    criteria: criteria.map(({ values: words, bands: numbers, ...rest }, index): AttributeCriterion => ({
      ...rest,
      key: `k${index}`,
      earns: rest.field === 'employees' ? numbers : words,
    })),
  }));
const word = fc.option(fc.constantFrom(...WORDS), { nil: '' });
const factsArbitrary: fc.Arbitrary<AttributeFacts> = fc
  .record({
    grade: word,
    ownership: word,
    region: word,
    city: word,
    one: word,
    two: word,
    employees: fc.option(fc.integer({ min: -2, max: 45 })),
  })
  .map(({ one, two, ...rest }) => accountFactsOf({ ...rest, custom: { 甲: one, 乙: two } }));
const both = [rulesArbitrary, factsArbitrary] as const;

/** The facts without one of them. */
const without = (facts: AttributeFacts, field: string): AttributeFacts => {
  if (field.startsWith('custom:')) return { ...facts, custom: { ...facts.custom, [field.slice(7)]: '' } };
  return { ...facts, [field]: field === 'employees' ? null : '' };
};

/** Points for what is good, none for anything else. */
const goodEarns = (good: number) => ({
  kind: 'values' as const,
  choices: [{ words: ['好'], match: 'exact' as const, points: good }],
  otherwise: 0,
});
const sum = (bins: readonly number[]) => bins.reduce((total, n) => total + n, 0);

describe('attribute scores', () => {
  it('lie between 0 and 100 and within the range that they could still take', () => {
    fc.assert(
      fc.property(...both, (rules, facts) => {
        const { points: score, low, high, completeness, thin } = compileRules(rules).score(facts);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(100);
        expect(low).toBeLessThanOrEqual(high);
        expect(completeness).toBeGreaterThanOrEqual(0);
        expect(completeness).toBeLessThanOrEqual(1);
        if (score === null) expect(thin).toBe(true);
        else expect(score >= low && score <= high).toBe(true);
        if (completeness === 1) expect([low, high]).toEqual([score, score]);
      }),
    );
  });

  it('keep what a known fact brings when others become known, and only narrow the range', () => {
    fc.assert(
      fc.property(...both, fc.constantFrom(...FIELDS, 'employees'), (rules, facts, field) => {
        const ready = compileRules(rules);
        const less = ready.explain(without(facts, field));
        const more = ready.explain(facts);
        for (const part of less.parts) {
          if (part.earned !== null) expect(more.parts.find(({ key }) => key === part.key)).toEqual(part);
        }
        expect(more.figure.completeness).toBeGreaterThanOrEqual(less.figure.completeness);
        expect(more.figure.low).toBeGreaterThanOrEqual(less.figure.low);
        expect(more.figure.high).toBeLessThanOrEqual(less.figure.high);
      }),
    );
  });

  it('never fall when a level is given more points', () => {
    fc.assert(
      fc.property(...both, fc.nat(), fc.nat(), fc.integer({ min: 1, max: 60 }), (rules, facts, which, level, more) => {
        const index = which % rules.criteria.length;
        const raised: AttributeRules = {
          ...rules,
          criteria: rules.criteria.with(index, raise(rules.criteria[index]!, level, more)),
        };
        const before = compileRules(rules).score(facts);
        const after = compileRules(raised).score(facts);
        expect(after.points ?? 0).toBeGreaterThanOrEqual(before.points ?? 0);
        expect(after.low).toBeGreaterThanOrEqual(before.low);
        expect(after.high).toBeGreaterThanOrEqual(before.high);
        expect(after.completeness).toBe(before.completeness);
      }),
    );
  });

  it('do not depend on the order of criteria, levels, bands, words and caps', () => {
    fc.assert(
      fc.property(...both, (rules, facts) => {
        const turned: AttributeRules = {
          ...rules,
          caps: rules.caps.toReversed(),
          criteria: rules.criteria.toReversed().map((one) => ({
            ...one,
            earns:
              one.earns.kind === 'bands'
                ? { ...one.earns, bands: one.earns.bands.toReversed() }
                : {
                    ...one.earns,
                    choices: one.earns.choices.toReversed().map((choice) => ({
                      ...choice,
                      words: choice.words.toReversed(),
                    })),
                  },
          })),
        };
        expect(compileRules(turned).score(facts)).toEqual(compileRules(rules).score(facts));
      }),
    );
  });

  it('tell unknown from the worst: an unknown fact leaves the average of the others, the worst pulls it down', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: 100 }), points, (one, two, level) => {
        fc.pre(level > 0);
        const ready = compileRules({
          version: 1,
          industries: [],
          caps: [],
          leastKnown: 0.4,
          criteria: [
            { key: 'a', field: 'grade', weight: one, group: '', earns: goodEarns(level) },
            { key: 'b', field: 'region', weight: two, group: '', earns: goodEarns(100) },
          ],
        });
        const unknown = ready.score(accountFactsOf({ grade: '好' }));
        const worst = ready.score(accountFactsOf({ grade: '好', region: '坏' }));
        expect(unknown.points).toBe(level);
        expect(worst.points).toBe(unknown.low);
        expect(worst.points).toBeLessThanOrEqual(level);
        expect(worst.completeness).toBeGreaterThan(unknown.completeness);
      }),
    );
  });
});

describe('a comparison of rules', () => {
  it('counts every record once before and after, and moves nobody by the same rules', () => {
    fc.assert(
      fc.property(rulesArbitrary, rulesArbitrary, fc.array(factsArbitrary, { maxLength: 30 }), (now, then, facts) => {
        const records = facts.map((one, index) => ({ ...one, id: `a${index}` }));
        const sets = [{ id: 'set', name: '通用', body: now }];
        const { account, up, down } = compareRules(records, sets, { id: 'set', name: '通用', body: then });
        expect(account.records).toBe(records.length);
        expect(sum(account.now) + account.thin.now + account.unscored.now).toBe(records.length);
        expect(sum(account.draft) + account.thin.draft + account.unscored.draft).toBe(records.length);
        expect(sum(account.completeness)).toBe(records.length);
        expect(up.every(({ from, to }) => to > from) && down.every(({ from, to }) => to < from)).toBe(true);
        expect(Math.min(account.moved, 20)).toBeGreaterThanOrEqual(Math.max(up.length, down.length));
        const same = compareRules(records, sets, sets[0]!);
        expect([same.account.moved, same.up, same.down]).toEqual([0, [], []]);
        expect(same.account.now).toEqual(same.account.draft);
      }),
    );
  });
});

/** One level more points, whichever it is; the last one is what no level is for. */
function raise(criterion_: AttributeCriterion, which: number, more: number): AttributeCriterion {
  const up = (level: number): number => Math.min(100, level + more);
  const { earns } = criterion_;
  const levels = earns.kind === 'values' ? earns.choices : earns.bands;
  const place = which % (levels.length + 1);
  const lifted = <Level extends { readonly points: number }>(list: readonly Level[]): Level[] =>
    list.map((level, index) => (index === place ? { ...level, points: up(level.points) } : level));
  const otherwise = place === levels.length ? up(earns.otherwise) : earns.otherwise;
  return {
    ...criterion_,
    earns:
      earns.kind === 'values'
        ? { ...earns, otherwise, choices: lifted(earns.choices) }
        : { ...earns, otherwise, bands: lifted(earns.bands) },
  };
}
