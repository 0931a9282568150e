import { z } from 'zod';
import { defineQuery } from './operation.ts';
import { daySchema, idSchema, shareSchema, stageClassSchema } from './primitives.ts';

const funnelFilter = z.object({
  processId: idSchema,
  /** Deals that entered a stage from this day … */
  from: daySchema,
  /** … to this day, both included, in the workspace's time zone. */
  to: daySchema,
  ownerIds: z.array(idSchema).max(100).optional(),
});

const interval = z.object({ low: shareSchema, high: shareSchema });

/** A stage's cohort: who entered it in the window and what became of them by now. */
const funnelStage = z.object({
  stageId: idSchema,
  name: z.string(),
  stageClass: stageClassSchema,
  entered: z.int(),
  reached: z.int(),
  open: z.int(),
  lost: z.int(),
  /** reached / (reached + lost): those whose outcome is known. */
  settled: z.int(),
  rate: shareSchema.nullable(),
  /** 95 % Wilson interval of the rate. */
  interval: interval.nullable(),
  /** The B2B benchmark for this step, where the class has one. */
  benchmark: shareSchema.nullable(),
  verdict: z.enum(['meets', 'below', 'tooFew', 'unclear', 'noBenchmark']),
  /** Average amount of entrants in the workspace currency, minor units. */
  averageAmountMinor: z.int().nullable(),
  /** Of the lost share below benchmark, what it cost: entrants × gap × average amount × downstream rate. */
  lostValueMinor: z.int().nullable(),
  downstream: shareSchema.nullable(),
  dwell: z.object({
    /** Median by Kaplan–Meier including open deals, business days; null while fewer than half have left. */
    medianDays: z.number().nullable(),
    p80Days: z.number().nullable(),
    allowedDays: z.int().nullable(),
    openOver: z.int(),
  }),
  regressions: z.int(),
});
export type FunnelStage = z.infer<typeof funnelStage>;

export const funnelContract = {
  get: defineQuery({
    name: 'funnel.get',
    input: funnelFilter,
    runs: 'worker',
    output: z.object({
      stages: z.array(funnelStage),
      entered: z.int(),
      won: z.int(),
      /** Same rates per entry quarter of each step. */
      quarters: z.array(
        z.object({
          quarter: z.string(),
          steps: z.array(
            z.object({
              stageId: idSchema,
              settled: z.int(),
              rate: shareSchema.nullable(),
              interval: interval.nullable(),
            }),
          ),
        }),
      ),
      /** Days for which history exists, to set the window sensibly. */
      history: z.object({ from: daySchema, to: daySchema }).nullable(),
    }),
  }),
  /** The deals behind one figure of the funnel. */
  rows: defineQuery({
    name: 'funnel.rows',
    input: funnelFilter.extend({
      stageId: idSchema,
      which: z.enum(['entered', 'reached', 'open', 'lost', 'over']),
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(500).default(100),
    }),
    runs: 'worker',
    output: z.object({
      rows: z.array(
        z.object({
          id: idSchema,
          name: z.string(),
          accountName: z.string(),
          ownerName: z.string(),
          amountMinor: z.int().nullable(),
          currency: z.string(),
          status: z.string(),
          stageName: z.string(),
          enteredOn: daySchema,
          days: z.int(),
        }),
      ),
      total: z.int(),
    }),
  }),
};
