import type { AttributeCriterion, AttributeRules } from '#shared/contract/attributeRules.ts';
import type { AttributeFacts } from '#shared/domain/scoring/attributes/attributeFacts.ts';

/** A rule set with these criteria, for every industry. */
export const rulesWith = (
  criteria: readonly AttributeCriterion[],
  rest: Partial<AttributeRules> = {},
): AttributeRules => ({
  version: 1,
  industries: [],
  criteria: [...criteria],
  caps: [],
  leastKnown: 0.4,
  ...rest,
});

/** A criterion over words, each with its points. */
export const overWords = (
  field: string,
  weight: number,
  levels: Readonly<Record<string, number>>,
  rest: { readonly otherwise?: number; readonly group?: string; readonly match?: 'exact' | 'contains' } = {},
): AttributeCriterion => ({
  key: field,
  field,
  weight,
  group: rest.group ?? '',
  earns: {
    kind: 'values',
    choices: Object.entries(levels).map(([word, points]) => ({
      words: [word],
      match: rest.match ?? 'contains',
      points,
    })),
    otherwise: rest.otherwise ?? 0,
  },
});

/** A criterion over numbers: `[from, to, points]`. */
export const overNumbers = (
  field: string,
  weight: number,
  bands: readonly (readonly [number | null, number | null, number])[],
  otherwise = 0,
): AttributeCriterion => ({
  key: field,
  field,
  weight,
  group: '',
  earns: { kind: 'bands', bands: bands.map(([from, to, points]) => ({ from, to, points })), otherwise },
});

/** An account of which only the given is known. */
export const accountFactsOf = (known: Partial<AttributeFacts> = {}): AttributeFacts => ({
  entity: 'account',
  id: 'a',
  name: '',
  industry: '',
  region: '',
  city: '',
  source: '',
  custom: {},
  ...known,
});
