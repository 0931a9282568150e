import { z } from 'zod';
import { isIsoDate } from '../lib/time.ts';

/** Id of any record. */
export const idSchema = z.string().min(1).max(80);
/** An instant in epoch milliseconds. */
export const instantSchema = z.int().min(-8.64e15).max(8.64e15);
/** A calendar day. */
export const daySchema = z.string().refine(isIsoDate, { error: 'day' });
/** Money in minor units; ±90 trillion minor units keeps sums of 100,000 deals within safe integers. */
export const minorSchema = z.int().min(-90_000_000_000_000).max(90_000_000_000_000);
export const currencySchema = z.string().regex(/^[A-Z]{3}$/);
/** A share or probability. */
export const shareSchema = z.number().min(0).max(1);
/** A one-line name that somebody typed. */
export const nameSchema = z.string().trim().min(1).max(200);
/** One line that may be empty. */
export const lineSchema = z.string().trim().max(500);
/** Long text. */
export const textSchema = z.string().max(100_000);

export const stageClassSchema = z.enum(['verify', 'engage', 'propose', 'negotiate', 'won', 'lost']);
export type StageClass = z.infer<typeof stageClassSchema>;
export const opportunityStatusSchema = z.enum(['open', 'paused', 'won', 'lost', 'noDecision']);
export type OpportunityStatus = z.infer<typeof opportunityStatusSchema>;

/** How a deal can end. */
export const outcomeSchema = z.enum(['won', 'lost', 'noDecision']);
export type Outcome = z.infer<typeof outcomeSchema>;
/** Why a deal was won. */
export const wonReasonSchema = z.enum([
  'product',
  'price',
  'relationship',
  'service',
  'delivery',
  'reputation',
  'other',
]);
/** Why it went to somebody else. */
export const lostReasonSchema = z.enum([
  'price',
  'product',
  'relationship',
  'competitor',
  'service',
  'delivery',
  'tooLate',
  'other',
]);
/** Why nobody got it. */
export const noDecisionReasonSchema = z.enum([
  'noDecision',
  'budgetCut',
  'projectCancelled',
  'timing',
  'priority',
  'notQualified',
  'other',
]);
/** A reason of any outcome; which fit which is said by the three lists. */
export const outcomeReasonSchema = z.enum([
  ...new Set([...wonReasonSchema.options, ...lostReasonSchema.options, ...noDecisionReasonSchema.options]),
]);
export type OutcomeReason = z.infer<typeof outcomeReasonSchema>;

/** A sum per currency, the workspace's own first. */
export const moneySumSchema = z.object({
  currency: currencySchema,
  amountMinor: z.int(),
  /** Σ amount × win rate; which of the three rates says the operation, by stage where it says nothing. */
  expectedMinor: z.int(),
  count: z.int(),
  /** Of `count`: deals whose win rate by that basis is unknown. They add nothing to `expectedMinor`, and are said beside it. */
  unrated: z.int(),
});
export type MoneySum = z.infer<typeof moneySumSchema>;

/** A reference to a record with what is needed to show it. */
export const namedRefSchema = z.object({ id: idSchema, name: z.string() });
