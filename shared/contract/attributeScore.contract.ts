import { z } from 'zod';
import { attributeProblemSchema, attributeRulesSchema } from './attributeRules.ts';
import { defineCommand, defineQuery } from './operation.ts';
import { idSchema, nameSchema } from './primitives.ts';

const language = z.enum(['zh-CN', 'en']).default('zh-CN');
const bothLanguages = z.object({ 'zh-CN': z.string(), en: z.string() });
const entitySchema = z.enum(['account', 'lead']);
export type ScoredEntity = z.infer<typeof entitySchema>;
const perEntity = z.object({ account: z.int(), lead: z.int() });
const points = z.number().min(0).max(100);

const setLine = z.object({
  id: idSchema,
  name: z.string(),
  /** Key of the template it came from, or empty. */
  template: z.string(),
  /** Empty for a general set. */
  industries: z.array(z.string()),
  criteria: z.int(),
  /** Records that are scored by it. */
  scored: perEntity,
  problems: z.array(attributeProblemSchema),
  /** False when a newer program wrote it. */
  readable: z.boolean(),
});
export type AttributeSetLine = z.infer<typeof setLine>;

const figure = z.object({
  /** Over what is known; null when nothing is. */
  points: points.nullable(),
  /** Share of the weight that is known. */
  completeness: z.number().min(0).max(1),
  /** What it could still become if everything unknown turned out worst, and best. */
  low: points,
  high: points,
  /** Too little is known for a firm figure. */
  thin: z.boolean(),
});
export type AttributeFigure = z.infer<typeof figure>;

/** As lists show it: the points, and whether too little is known for a firm figure; null where no set is for the record. */
export const attributeMarkSchema = z.object({ points: points.nullable(), thin: z.boolean() }).nullable();
export type AttributeMark = z.infer<typeof attributeMarkSchema>;

const part = z.object({
  key: z.string(),
  field: z.string(),
  weight: z.int(),
  group: z.string(),
  /** The fact as it stands; null when unknown. */
  fact: z.union([z.string(), z.number()]).nullable(),
  /** Points of the level it is on, of 100; null when unknown. */
  level: points.nullable(),
  /** `level × weight ÷ 100`: what it brings of its weight; null when unknown. */
  earned: z.number().nullable(),
});
export type AttributePart = z.infer<typeof part>;

const side = z.object({
  /** Records that the set is for, now or with the draft. */
  records: z.int(),
  /** Ten bins of ten points; the last holds 100. Without those of which too little is known. */
  now: z.array(z.int()).length(10),
  draft: z.array(z.int()).length(10),
  /** Of which too little is known, or nothing. */
  thin: z.object({ now: z.int(), draft: z.int() }),
  /** No set is for them. */
  unscored: z.object({ now: z.int(), draft: z.int() }),
  /** Four bins of completeness with the draft: up to 25, 50, 75, 100 %. */
  completeness: z.array(z.int()).length(4),
  /** Records whose rounded points differ. */
  moved: z.int(),
  median: z.object({ now: points.nullable(), draft: points.nullable() }),
});
export type PreviewSide = z.infer<typeof side>;

const mover = z.object({
  entity: entitySchema,
  id: idSchema,
  name: z.string(),
  from: points,
  to: points,
});
export type AttributeMover = z.infer<typeof mover>;

const ruleProblems = z.object({ type: z.literal('attributeProblems'), problems: z.array(attributeProblemSchema) });
const newerRules = z.object({ type: z.literal('newerRules') });
const body = z.object({ name: nameSchema, body: attributeRulesSchema });

export const attributeScoreContract = {
  /** Every attribute rule set in the order in which they are asked. */
  sets: defineQuery({ name: 'attributeScore.sets', input: z.object({}), output: z.array(setLine) }),
  /** One set with its rules. */
  set: defineQuery({
    name: 'attributeScore.set',
    input: z.object({ id: idSchema }),
    output: z.object({
      id: idSchema,
      name: z.string(),
      template: z.string(),
      body: attributeRulesSchema,
      /** What a save says it has seen. */
      revision: z.string(),
      problems: z.array(attributeProblemSchema),
    }),
    errors: z.discriminatedUnion('type', [newerRules]),
  }),
  /** Rule sets that come with the program. */
  templates: defineQuery({
    name: 'attributeScore.templates',
    input: z.object({}),
    output: z.array(z.object({ key: z.string(), name: bothLanguages, criteria: z.int() })),
  }),
  /** Saves a set, new or known, when it can work; otherwise every problem with its place and nothing saved. */
  save: defineCommand({
    name: 'attributeScore.save',
    input: body.extend({ id: idSchema.optional(), expected: z.string().max(80).optional() }),
    output: z.object({ id: idSchema, revision: z.string() }),
    errors: z.discriminatedUnion('type', [
      ruleProblems,
      newerRules,
      /** Somebody else saved meanwhile. */
      z.object({ type: z.literal('changedMeanwhile') }),
    ]),
    topics: ['scoring', 'accounts', 'leads'],
  }),
  addFromTemplate: defineCommand({
    name: 'attributeScore.addFromTemplate',
    input: z.object({ templateKey: z.string().max(80), language }),
    output: z.object({ id: idSchema }),
    errors: z.discriminatedUnion('type', [z.object({ type: z.literal('unknownTemplate') })]),
    topics: ['scoring', 'accounts', 'leads'],
  }),
  duplicate: defineCommand({
    name: 'attributeScore.duplicate',
    input: z.object({ id: idSchema, name: nameSchema }),
    output: z.object({ id: idSchema }),
    errors: z.discriminatedUnion('type', [newerRules]),
    topics: ['scoring', 'accounts', 'leads'],
  }),
  /** Moves a set to the trash; its records are scored by the next set that is for them, or no longer. */
  remove: defineCommand({
    name: 'attributeScore.remove',
    input: z.object({ id: idSchema }),
    output: z.object({}),
    topics: ['scoring', 'accounts', 'leads'],
  }),
  /** What the workspace's own records would score by a draft, beside what they score now. */
  preview: defineQuery({
    name: 'attributeScore.preview',
    input: z.object({
      name: z.string().max(200).default(''),
      body: attributeRulesSchema,
      /** The set that the draft would replace; null for a new one. */
      ruleSetId: idSchema.nullable().default(null),
    }),
    output: z.object({
      account: side,
      lead: side,
      /** At most twenty each, furthest first. */
      up: z.array(mover),
      down: z.array(mover),
    }),
    runs: 'worker',
  }),
  /** The fields that criteria can look at, with how many records have them; the team's own fields included. */
  fields: defineQuery({
    name: 'attributeScore.fields',
    input: z.object({}),
    output: z.object({
      records: perEntity,
      fields: z.array(z.object({ field: z.string(), known: perEntity })),
    }),
    runs: 'worker',
  }),
  /** What stands in a field of the workspace's records, most frequent first. */
  values: defineQuery({
    name: 'attributeScore.values',
    input: z.object({
      field: z.string().max(120),
      /** Only of records whose industry contains one of these words; of all records where there is none. */
      industries: z.array(z.string().max(80)).max(60).default([]),
      limit: z.int().min(1).max(500).default(100),
    }),
    output: z.object({
      values: z.array(z.object({ value: z.string(), count: z.int() })),
      /** Of the values that are numbers: least, quartiles, greatest. */
      numbers: z.array(z.number()).length(5).nullable(),
    }),
    runs: 'worker',
  }),
  /** The score of one record, computed from its facts as they are, with what each criterion brings. A deal has its account's. */
  ofRecord: defineQuery({
    name: 'attributeScore.ofRecord',
    input: z.object({ entity: z.enum(['account', 'lead', 'opportunity']), id: idSchema }),
    output: z.object({
      /** What the facts belong to: an account for a deal; null for a deal without one. */
      record: z.object({ entity: entitySchema, id: idSchema, name: z.string() }).nullable(),
      /** Null when no set is for it. */
      set: z.object({ id: idSchema, name: z.string() }).nullable(),
      figure: figure.nullable(),
      parts: z.array(part),
      /** Groups whose weight is limited. */
      caps: z.array(z.object({ group: z.string(), weight: z.int(), earned: z.number() })),
    }),
  }),
};
