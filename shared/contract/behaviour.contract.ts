import { z } from 'zod';
import { defineCommand, defineQuery } from './operation.ts';
import { idSchema, instantSchema, lineSchema } from './primitives.ts';

/** Records that have a behaviour score. */
export const behaviourEntitySchema = z.enum(['lead', 'contact', 'account', 'opportunity']);

const pointsSchema = z.number().min(-100).max(100);
const capSchema = z.number().min(0.1).max(1000).nullable();

export const behaviourRuleSchema = z.object({
  kind: z.string().trim().min(1).max(80),
  name: z.string().trim().max(60),
  points: pointsSchema,
  perMinute: z.number().min(-10).max(10),
  maxMinutes: z.number().min(0).max(600),
  halfLifeDays: z.number().min(0.5).max(3650),
  dayCap: capSchema,
  totalCap: capSchema,
});
const rulesSchema = z.array(behaviourRuleSchema).max(200);

const ruleProblemSchema = z.object({
  index: z.int(),
  code: z.enum([
    'kindTwice',
    'nameMissing',
    'nameTwice',
    'pointsZero',
    'signsDiffer',
    'minutesMissing',
    'dayCapTooSmall',
    'totalBelowDay',
  ]),
});

const surgeSchema = z.object({
  verdict: z.enum(['surging', 'usual', 'new']),
  recent: z.int(),
  usual: z.number().nullable(),
  weeks: z.int(),
});

/** How many records stand in each fifth of 0..100; the first counts those above 0 only. */
const distributionSchema = z.array(z.int()).length(5);

const scoredEventSchema = z.object({
  id: idSchema,
  origin: z.enum(['event', 'activity']),
  kind: z.string(),
  at: instantSchema,
  durationSeconds: z.int().nullable(),
  detail: z.string(),
  source: z.string(),
  personName: z.string(),
  /** When it happened, and what is left of it. */
  given: z.number(),
  now: z.number(),
  cappedBy: z.enum(['day', 'total']).nullable(),
});

const problemTextSchema = z.enum(['unknown', 'ambiguous', 'nobody']);

export const behaviourContract = {
  rules: defineQuery({
    name: 'behaviour.rules',
    input: z.object({}),
    output: z.object({
      rules: rulesSchema,
      /** The shipped rules still count. */
      shipped: z.boolean(),
      /** Kinds of kept events that no rule speaks of, with how many events they have. */
      withoutRule: z.array(z.object({ kind: z.string(), count: z.int() })),
    }),
  }),
  saveRules: defineCommand({
    name: 'behaviour.saveRules',
    input: z.object({ rules: rulesSchema }),
    output: z.object({}),
    errors: z.discriminatedUnion('type', [
      z.object({ type: z.literal('badRules'), problems: z.array(ruleProblemSchema) }),
    ]),
    topics: ['scoring'],
  }),
  /** What a draft would do to the workspace's own records, as of now. */
  preview: defineQuery({
    name: 'behaviour.preview',
    input: z.object({ rules: rulesSchema, entity: behaviourEntitySchema.default('lead') }),
    output: z.object({
      problems: z.array(ruleProblemSchema),
      /** Records that have any event; the newest ones only where there are more than `limit`. */
      records: z.int(),
      limit: z.int(),
      now: distributionSchema,
      draft: distributionSchema,
      /** Records whose score differs by a point or more. */
      moved: z.int(),
      /** Those that move most. */
      movers: z.array(z.object({ id: idSchema, name: z.string(), now: z.number(), draft: z.number() })),
    }),
    runs: 'worker',
  }),
  ofRecord: defineQuery({
    name: 'behaviour.ofRecord',
    input: z.object({
      entity: behaviourEntitySchema,
      id: idSchema,
      asOf: instantSchema.optional(),
      limit: z.int().min(1).max(200).default(20),
    }),
    output: z.object({
      asOf: instantSchema,
      /** 0..100 */
      points: z.number(),
      /** Sum of the contributions. */
      raw: z.number(),
      /** Points at the ends of the last 14 weeks, oldest first; the last one is `points`. */
      weeks: z.array(z.object({ at: instantSchema, points: z.number() })),
      surge: surgeSchema,
      caps: z.array(z.object({ kind: z.string(), cap: z.enum(['day', 'total']), lost: z.number() })),
      kinds: z.array(z.object({ kind: z.string(), name: z.string(), events: z.int(), points: z.number() })),
      /** Newest first. */
      events: z.array(scoredEventSchema),
      total: z.int(),
    }),
  }),
  events: defineQuery({
    name: 'behaviour.events',
    input: z.object({
      entity: behaviourEntitySchema,
      id: idSchema,
      asOf: instantSchema.optional(),
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(500).default(50),
    }),
    output: z.object({ events: z.array(scoredEventSchema), total: z.int() }),
  }),
  /** Points now of many records at once, for lists; records without events are not there. */
  pointsOf: defineQuery({
    name: 'behaviour.pointsOf',
    input: z.object({ entity: behaviourEntitySchema, ids: z.array(idSchema).max(500) }),
    output: z.array(z.object({ id: idSchema, points: z.number(), surge: surgeSchema })),
  }),
  /** Events that belong to nobody yet, newest first. */
  unmatched: defineQuery({
    name: 'behaviour.unmatched',
    input: z.object({ offset: z.int().min(0).default(0), limit: z.int().min(1).max(500).default(50) }),
    output: z.object({
      rows: z.array(
        z.object({
          id: idSchema,
          kind: z.string(),
          at: instantSchema,
          detail: z.string(),
          source: z.string(),
          reason: problemTextSchema,
          /** Whom the file named, by field. */
          who: z.record(z.string(), z.string()),
        }),
      ),
      total: z.int(),
    }),
  }),
  /** Says whose events are; the same person's other events that are nobody's yet come along. */
  assign: defineCommand({
    name: 'behaviour.assign',
    input: z.object({
      ids: z.array(idSchema).min(1).max(5000),
      to: z.object({ entity: behaviourEntitySchema, id: idSchema }),
      /** Also every other unmatched event whose file names the same one. */
      alike: z.boolean().default(true),
    }),
    output: z.object({ assigned: z.int() }),
    errors: z.discriminatedUnion('type', [z.object({ type: z.literal('alreadyMatched') })]),
    topics: ['scoring', 'leads'],
  }),
  /** Takes unmatched events out of the list without making them anybody's; undo brings them back. */
  dismiss: defineCommand({
    name: 'behaviour.dismiss',
    input: z.object({ ids: z.array(idSchema).min(1).max(5000) }),
    output: z.object({ dismissed: z.int() }),
    topics: ['scoring'],
  }),
  watched: defineQuery({
    name: 'behaviour.watched',
    input: z.object({}),
    output: z.object({
      /** Null while nothing is watched. */
      folder: lineSchema.nullable(),
      /** Since when looks at the folder fail, and why; null while all is well. */
      trouble: z.object({ since: instantSchema, code: z.string() }).nullable(),
      lastLookAt: instantSchema.nullable(),
      /** The last files, newest first. */
      files: z.array(
        z.object({
          name: z.string(),
          at: instantSchema,
          outcome: z.enum(['imported', 'known', 'problem']),
          /** Code of what was wrong; empty otherwise. */
          problem: z.string(),
          created: z.int(),
          unmatched: z.int(),
          skipped: z.int(),
          batchId: idSchema.nullable(),
        }),
      ),
    }),
  }),
  /** Watches a folder of this device, or none. */
  watch: defineCommand({
    name: 'behaviour.watch',
    input: z.object({ folder: z.string().trim().max(2000).nullable() }),
    output: z.object({ folder: z.string().nullable() }),
    errors: z.discriminatedUnion('type', [
      z.object({ type: z.literal('notAbsolute') }),
      z.object({ type: z.literal('noFolder') }),
      /** It can be read but files in it cannot be moved. */
      z.object({ type: z.literal('notWritable') }),
    ]),
    topics: ['scoring'],
  }),
  /** Looks into the watched folder at once. */
  look: defineCommand({
    name: 'behaviour.look',
    input: z.object({}),
    output: z.object({ imported: z.int(), problems: z.int(), waiting: z.int() }),
    errors: z.discriminatedUnion('type', [
      z.object({ type: z.literal('noFolder') }),
      z.object({ type: z.literal('busy') }),
    ]),
    topics: ['scoring', 'imports', 'leads'],
  }),
};
