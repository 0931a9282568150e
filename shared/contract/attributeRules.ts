import { z } from 'zod';

/*
 * What an attribute rule set consists of, as it lies in the row and goes over the boundary. Shapes are checked here; whether
 * they make sense (overlapping bands, unknown fields, nothing to earn) is judged by
 * shared/domain/scoring/attributes/judgeRules.ts, which names the place, so that a draft can be looked at while it is written.
 */

/** Facts of an account or lead that a criterion may look at; `custom:<name>` is a field of the team's own. */
export const attributeFields = [
  'name',
  'industry',
  'grade',
  'tier',
  'ownership',
  'region',
  'city',
  'employees',
  'annualRevenue',
  'foundedYear',
  'title',
  'budget',
  'source',
] as const;
export type AttributeField = (typeof attributeFields)[number];

const word = z.string().trim().max(80);
/** Points of one level: 0 is the least that a criterion can say, 100 the most. */
const points = z.int().min(0).max(100);

const choiceSchema = z.object({
  words: z.array(word).max(60),
  /** `contains`: the fact has the word somewhere in it. An exact word counts before a contained one, a longer before a shorter. */
  match: z.enum(['exact', 'contains']),
  points,
});
export type AttributeChoice = z.infer<typeof choiceSchema>;

/** From inclusive, to exclusive; null = open. Money in whole units of the currency. */
const bandSchema = z.object({ from: z.number().nullable(), to: z.number().nullable(), points });
export type AttributeBand = z.infer<typeof bandSchema>;

export const attributeCriterionSchema = z.object({
  key: z.string().min(1).max(40),
  /** A name of `attributeFields` or `custom:<name>`. */
  field: z.string().trim().max(120),
  /** How much it counts beside the others. */
  weight: z.int().min(0).max(100),
  /** Criteria of one group may be capped together; empty for none. */
  group: word,
  earns: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('values'), choices: z.array(choiceSchema).max(60), otherwise: points }),
    z.object({ kind: z.literal('bands'), bands: z.array(bandSchema).max(20), otherwise: points }),
  ]),
});
export type AttributeCriterion = z.infer<typeof attributeCriterionSchema>;

/** A rule set as data; `version` is the version of this shape. */
export const attributeRulesSchema = z.object({
  version: z.literal(1),
  /** Words of the industries it is for; none: for every record that no other set is for. */
  industries: z.array(word).max(60),
  criteria: z.array(attributeCriterionSchema).max(40),
  /** The weight that a group carries at most, whatever its criteria weigh together. */
  caps: z.array(z.object({ group: word, weight: z.int().min(0).max(1000) })).max(20),
  /** Share of the weight that must be known before the figure is shown as firm. */
  leastKnown: z.number().min(0).max(1),
});
export type AttributeRules = z.infer<typeof attributeRulesSchema>;

export const attributeProblemCodes = [
  'nameMissing',
  'noCriteria',
  'criterionKeyTwice',
  'fieldMissing',
  'fieldUnknown',
  'fieldTwice',
  'weightZero',
  'noChoices',
  'noBands',
  'wordsMissing',
  'wordTwice',
  'pointsSame',
  'bandEmpty',
  'bandsOverlap',
  'bandsGap',
  'wordsOnNumber',
  'bandsOnWords',
  'capTwice',
  'capZero',
  'capIdle',
  'capUnknown',
  'industryMissing',
  'industryTaken',
  'secondGeneral',
  'nothingForAccounts',
  'nothingForLeads',
] as const;

/** One thing that keeps a rule set from being saved, or that deserves a look. */
export const attributeProblemSchema = z.object({
  code: z.enum(attributeProblemCodes),
  /** The place in the draft: `criteria.2.bands.1`. */
  path: z.string(),
  /** An error refuses the set, a warning does not. */
  severity: z.enum(['error', 'warning']),
  /** What it is about in words: the repeated word, the other set, the gap. */
  about: z.string(),
});
export type AttributeProblem = z.infer<typeof attributeProblemSchema>;
