import { z } from 'zod';
import { defineQuery } from './operation.ts';
import { currencySchema, daySchema, idSchema, instantSchema, namedRefSchema, shareSchema } from './primitives.ts';

/** A feature of one record with its value in raw form; `unit` says what the number means, `values` what the text names. */
const factorSchema = z.object({
  name: z.string(),
  kind: z.enum(['number', 'category']),
  /** days | decades | share | count | ratio | flag; of a category: process | productLine | member | stageClass | words */
  unit: z.string(),
  /** Null = unknown. */
  value: z.number().nullable(),
  /** Of a category: what is shown; empty = unknown. */
  text: z.string(),
  logOdds: z.number(),
  /** Past records alike in it. */
  support: z.int(),
});
export type ScoreFactor = z.infer<typeof factorSchema>;

const reasonSchema = z.object({
  /** A group of features, or a feature. */
  code: z.string(),
  direction: z.enum(['up', 'down']),
  logOdds: z.number(),
  /** Change of the shown probability, −1..1. */
  points: z.number(),
  support: z.int(),
  /** Its features, the one that gives the words first. */
  features: z.array(z.string()),
});
export type ScoreReason = z.infer<typeof reasonSchema>;

/** The model behind a figure, as far as a panel needs it. */
const modelSchema = z.object({
  id: idSchema,
  version: z.int(),
  trainedAt: instantSchema,
  verdict: z.enum(['usable', 'cautious', 'abstains']),
  /** Why it abstains or is to be used with caution. */
  why: z.array(z.string()),
  /** Closed records that it learned from, and how many of them were won or converted. */
  records: z.int(),
  positives: z.int(),
  /** Calibration error on records it did not learn from, 0..1. */
  ece: z.number(),
  base: z.object({ rate: z.number(), low: z.number(), high: z.number() }),
});
export type ScoreModelRef = z.infer<typeof modelSchema>;

const leverKinds = [
  'meetDecider',
  'meetPerson',
  'contact',
  'findCoach',
  'winSupporter',
  'clearElement',
  'winFirst',
  'proveCriterion',
  'finishTask',
] as const;

/** Something a seller can do about a deal, and what it went with in past deals. */
const stepSchema = z.object({
  kind: z.enum(leverKinds),
  /** Whom it concerns, where the map knows. */
  person: z.object({ contactId: idSchema, name: z.string(), title: z.string() }).nullable(),
  /** Element code, text of the criterion, title of the task or what a vacant role is called; else empty. */
  subject: z.string(),
  /** An open task that is about this already. */
  taskId: idSchema.nullable(),
  /** Association in past deals, not cause; null where the model says nothing. */
  effect: z.object({ from: shareSchema, to: shareSchema, gain: z.number(), support: z.int() }).nullable(),
});
export type DealStep = z.infer<typeof stepSchema>;

const figureSchema = z.object({
  probability: z.number(),
  low: z.number(),
  high: z.number(),
  /** Validated past records behind the interval. */
  alike: z.int(),
  asOf: instantSchema,
  baseLogOdds: z.number(),
  /** baseLogOdds + Σ factors + rest = logOdds = logit(probability), exactly. */
  logOdds: z.number(),
  /** What calibration and limits add that no factor is answerable for. */
  rest: z.number(),
});
export type ScoreFigure = z.infer<typeof figureSchema>;

const explanation = {
  /** noModel: none was trained. abstains: `model` says why. closed: the outcome is known. */
  state: z.enum(['noModel', 'abstains', 'scored', 'closed']),
  model: modelSchema.nullable(),
  /** Closed records of this workspace so far. */
  closed: z.int(),
  figure: figureSchema.nullable(),
  factors: z.array(factorSchema),
  reasons: z.array(reasonSchema),
  /** Business days in the present stage and what it allows, as the head of the page counts them; null for leads. */
  stay: z.object({ days: z.int(), allowedDays: z.int().nullable() }).nullable(),
};

/** Why now: what makes this week different from another. */
const whyNowSchema = z.object({
  code: z.enum(['overdueStage', 'closePast', 'closeNear', 'quiet', 'surge']),
  days: z.int(),
});
export type WhyNow = z.infer<typeof whyNowSchema>;

const attentionRow = z.object({
  id: idSchema,
  name: z.string(),
  account: namedRefSchema.nullable(),
  owner: namedRefSchema.nullable(),
  stageName: z.string(),
  amountMinor: z.int(),
  /** Of the model; null where it abstains. */
  probability: shareSchema.nullable(),
  stageWinRate: shareSchema,
  expectedClose: daySchema.nullable(),
  step: stepSchema,
  /** Amount × gain of the step; null where the model says nothing. */
  worthMinor: z.int().nullable(),
  why: z.array(whyNowSchema),
});
export type AttentionRow = z.infer<typeof attentionRow>;

/** Explanations of figures, spread into the contract of scoring. */
export const explanationOperations = {
  /** The model's figure of a deal with its reasons and what could be done about it. */
  ofDeal: defineQuery({
    name: 'scoring.ofDeal',
    input: z.object({ id: idSchema }),
    output: z.object({ ...explanation, steps: z.array(stepSchema) }),
  }),
  /** How likely a lead becomes a deal, with its reasons. */
  ofLead: defineQuery({ name: 'scoring.ofLead', input: z.object({ id: idSchema }), output: z.object(explanation) }),
  /** Open deals of an account by each of the three win rates, per currency, the workspace's own first. */
  ofAccount: defineQuery({
    name: 'scoring.ofAccount',
    input: z.object({ id: idSchema }),
    output: z.object({
      sums: z.array(
        z.object({
          currency: currencySchema,
          count: z.int(),
          amountMinor: z.int(),
          stageMinor: z.int(),
          ownMinor: z.int(),
          modelMinor: z.int(),
          /** Deals without that figure: they are not in the sum. */
          ownUnrated: z.int(),
          modelUnrated: z.int(),
        }),
      ),
    }),
  }),
  /**
   * Open deals in the order in which effort pays: amount × the best step's gain; where the model abstains, deals with a known
   * gap by amount × stage win rate. Of at most 500 deals with the most at stake; others in `beyond`.
   */
  attention: defineQuery({
    name: 'scoring.attention',
    runs: 'worker',
    input: z.object({
      ownerId: idSchema.optional(),
      processId: idSchema.optional(),
      closeFrom: daySchema.optional(),
      closeTo: daySchema.optional(),
      limit: z.int().min(1).max(200).default(50),
    }),
    output: z.object({
      /** gain: by the model. gap: by stage weight and known gaps, because no model says anything. */
      rule: z.enum(['gain', 'gap']),
      model: modelSchema.nullable(),
      rows: z.array(attentionRow),
      /** Deals looked at, of these with something to do, and those that were not looked at: too little at stake. */
      looked: z.int(),
      ranked: z.int(),
      beyond: z.int(),
      /** Open deals without amount, and those in another currency: neither can be ranked. */
      noAmount: z.int(),
      otherCurrency: z.int(),
      /** Without a figure of the model yet. */
      unscored: z.int(),
    }),
  }),
};
