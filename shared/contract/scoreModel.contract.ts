import { z } from 'zod';
import { defineCommand, defineQuery } from './operation.ts';
import { daySchema, idSchema, instantSchema, lineSchema } from './primitives.ts';

/** deal: 商机赢率, lead: 线索转化率. */
export const modelKindSchema = z.enum(['deal', 'lead']);
export type ModelKind = z.infer<typeof modelKindSchema>;

const verdictSchema = z.enum(['usable', 'cautious', 'abstains']);
const metricsSchema = z.object({
  rows: z.int(),
  auc: z.number(),
  logLoss: z.number(),
  brier: z.number(),
  ece: z.number(),
});
const reliabilitySchema = z.array(
  z.object({
    rows: z.int(),
    meanPredicted: z.number(),
    meanActual: z.number(),
    low: z.number(),
    high: z.number(),
  }),
);
const baseRateSchema = z.object({ rate: z.number(), low: z.number(), high: z.number() });
const gainSchema = z.object({ logLoss: z.number(), error: z.number() });

const counts = z.array(z.number());
/** How open records lay in the bins of a column when the version was trained. */
const profileSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('number'), name: z.string(), edges: z.array(z.number()), counts }),
  z.object({ kind: z.literal('category'), name: z.string(), levels: z.array(z.string()), counts }),
]);

/** What is kept of a training: `TrainingReport` of the learning, and how many records there were. */
export const modelReportSchema = z.object({
  verdict: verdictSchema,
  reasons: z.array(z.enum(['tooFewClosed', 'oneSided', 'notBetterThanBase', 'fewClosed', 'fewOfASide', 'smallGain'])),
  rows: z.int(),
  /** Those that are always validated together (deals of one account begun together) are one record. */
  records: z.int(),
  positives: z.int(),
  /** Closed deals, or leads with an outcome, and how many of them turned out well. */
  closed: z.object({ count: z.int(), positives: z.int() }),
  open: z.array(profileSchema),
  base: baseRateSchema,
  candidates: z.array(z.object({ name: z.enum(['base', 'logistic', 'boosting', 'blend']), metrics: metricsSchema })),
  chosen: z.enum(['base', 'logistic', 'boosting', 'blend']),
  calibration: z.enum(['none', 'platt', 'isotonic']),
  metrics: metricsSchema,
  gain: gainSchema,
  reliability: reliabilitySchema,
  columns: z.array(
    z.object({
      name: z.string(),
      kind: z.enum(['number', 'category']),
      importance: z.number(),
      direction: z.enum(['up', 'down', 'mixed']),
      known: z.int(),
    }),
  ),
  leftOut: z.array(
    z.object({
      name: z.string(),
      reason: z.enum(['separates', 'lateFilled', 'constant', 'identifier']),
      figure: z.number(),
    }),
  ),
});
export type ModelReport = z.infer<typeof modelReportSchema>;

const driftSchema = z.object({
  name: z.string(),
  index: z.number(),
  state: z.enum(['steady', 'shifted', 'moved', 'tooFew']),
  most: z.object({
    place: z.enum(['unknown', 'value', 'others', 'range']),
    value: z.string(),
    from: z.number().nullable(),
    to: z.number().nullable(),
    before: z.number(),
    now: z.number(),
  }),
});

/** What is kept of a check. */
export const checkBodySchema = z.object({
  verdict: z.enum(['ok', 'watch', 'refit', 'tooFew']),
  reasons: z.array(
    z.enum([
      'noneClosed',
      'allLearned',
      'fewClosed',
      'oneSided',
      'worseThanBase',
      'noGain',
      'tooLow',
      'tooHigh',
      'inputsMoved',
      'baseMoved',
      'asExpected',
    ]),
  ),
  /** Records that were closed in the window. */
  closed: z.int(),
  /** Of these, the ones that the version had learned from: they prove nothing and are left out. */
  learned: z.int(),
  /** Of these, too young for a figure before they closed. */
  unseen: z.int(),
  /** Of those compared, with the figure that was shown then; the others were computed again from what was known then. */
  asShown: z.int(),
  /** Null when nothing can be compared. */
  quality: z
    .object({
      metrics: metricsSchema,
      positives: z.int(),
      base: z.object({ rate: z.number(), logLoss: z.number(), brier: z.number() }),
      gain: gainSchema,
      deviation: z.number(),
      reliability: reliabilitySchema,
    })
    .nullable(),
  drift: z.array(driftSchema),
});
export type CheckBody = z.infer<typeof checkBodySchema>;

const checkSchema = checkBodySchema.extend({
  id: idSchema,
  modelId: idSchema,
  at: instantSchema,
  from: daySchema,
  to: daySchema,
});
export type ModelCheck = z.infer<typeof checkSchema>;

const versionSchema = z.object({
  id: idSchema,
  kind: modelKindSchema,
  version: z.int(),
  trainedAt: instantSchema,
  trainedBy: z.string(),
  /** First and last closing day of what was learned from; null when nothing was closed. */
  from: daySchema.nullable(),
  to: daySchema.nullable(),
  verdict: verdictSchema,
  note: z.string(),
  activatedAt: instantSchema.nullable(),
  inUse: z.boolean(),
  records: z.int(),
  positives: z.int(),
  base: baseRateSchema,
  /** On records that it did not learn from, beside the same for the base rate; null where it could not be measured. */
  logLoss: z.object({ own: z.number(), base: z.number() }).nullable(),
  brier: z.object({ own: z.number(), base: z.number() }).nullable(),
  lastCheck: z.object({ at: instantSchema, verdict: checkBodySchema.shape.verdict }).nullable(),
});
export type ModelVersion = z.infer<typeof versionSchema>;

/** What a training lacks. */
const needsSchema = z.object({
  closed: z.int(),
  needed: z.int(),
  rarer: z.enum(['positive', 'negative']),
  ofRarer: z.int(),
  sideNeeded: z.int(),
});
export type TrainingNeedsAnswer = z.infer<typeof needsSchema>;

const comparedSchema = z.object({
  id: idSchema,
  name: z.string(),
  accountName: z.string(),
  ownerName: z.string(),
  /** In the workspace's currency; null when there is none or it is in another. */
  amountMinor: z.int().nullable(),
  a: z.number(),
  b: z.number(),
});

const SHOWN = 500;

export const scoreModelContract = {
  /** Every version of a kind, the newest first, and what a training would have to learn from. */
  list: defineQuery({
    name: 'scoreModel.list',
    input: z.object({ kind: modelKindSchema }),
    output: z.object({
      versions: z.array(versionSchema),
      /** Closed records now, and what is missing for a model. */
      closed: z.int(),
      positives: z.int(),
      needs: needsSchema.nullable(),
    }),
    runs: 'worker',
  }),
  /** A version with all that is known of it, and its checks, the newest first. */
  card: defineQuery({
    name: 'scoreModel.card',
    input: z.object({ id: idSchema }),
    output: z.object({
      version: versionSchema,
      report: modelReportSchema,
      needs: needsSchema.nullable(),
      checks: z.array(checkSchema),
    }),
  }),
  /** Which open records would move from version a to version b. */
  compare: defineQuery({
    name: 'scoreModel.compare',
    input: z.object({ a: idSchema, b: idSchema, limit: z.int().min(1).max(SHOWN).default(100) }),
    output: z.object({
      a: versionSchema,
      b: versionSchema,
      records: z.int(),
      moved: z.int(),
      raised: z.int(),
      lowered: z.int(),
      amountMinor: z.int(),
      expectedA: z.int(),
      expectedB: z.int(),
      /** The weightiest first, up to `limit`. */
      rows: z.array(comparedSchema),
    }),
    errors: z.discriminatedUnion('type', [z.object({ type: z.literal('otherKind') })]),
    runs: 'worker',
  }),
  /**
   * Learns a new version from the closed records, in a worker (job `scoreModel.train`). The first of its kind is taken into
   * use at once, a later one only when `activate` says so.
   */
  train: defineCommand({
    name: 'scoreModel.train',
    input: z.object({ kind: modelKindSchema, note: lineSchema.default(''), activate: z.boolean().default(false) }),
    output: z.object({
      id: idSchema,
      version: z.int(),
      verdict: verdictSchema,
      activated: z.boolean(),
      /** What was missing, where that is why it abstains. */
      needs: needsSchema.nullable(),
      ms: z.int(),
      /** The change transaction, to be taken back by it. */
      transaction: z.int().nullable(),
    }),
    errors: z.discriminatedUnion('type', [z.object({ type: z.literal('alreadyTraining') })]),
    topics: ['scoring'],
  }),
  /** Takes a version into use; open records are then scored by it. */
  activate: defineCommand({
    name: 'scoreModel.activate',
    input: z.object({ id: idSchema }),
    output: z.object({ version: z.int() }),
    errors: z.discriminatedUnion('type', [z.object({ type: z.literal('alreadyInUse') })]),
    topics: ['scoring'],
  }),
  /** Compares what was predicted with what happened to the records that were closed from one day to another; the last quarter when left out. */
  check: defineCommand({
    name: 'scoreModel.check',
    input: z.object({
      /** The version in use of `kind` when left out. */
      id: idSchema.optional(),
      kind: modelKindSchema.default('deal'),
      from: daySchema.optional(),
      to: daySchema.optional(),
    }),
    output: checkSchema.extend({ transaction: z.int().nullable() }),
    errors: z.discriminatedUnion('type', [
      z.object({ type: z.literal('noModel') }),
      z.object({ type: z.literal('emptyWindow') }),
      z.object({ type: z.literal('alreadyChecking') }),
    ]),
    topics: ['scoring'],
  }),
} as const;
