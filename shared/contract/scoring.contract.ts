import { z } from 'zod';
import { defineCommand, defineQuery } from './operation.ts';
import { idSchema, instantSchema } from './primitives.ts';
import { explanationOperations } from './scoringExplanation.ts';

/** What is scored by a model. */
export const scoredKindSchema = z.enum(['deal', 'lead']);

export const scoringContract = {
  ...explanationOperations,
  /** Brings the figures of the models in use up to date with what happened and with the day. */
  rescore: defineCommand({
    name: 'scoring.rescore',
    input: z.object({ kinds: z.array(scoredKindSchema).min(1).max(2).optional() }),
    output: z.object({
      /** Records whose figure was computed, and of these those whose figure is another now. */
      scored: z.int(),
      changed: z.int(),
      ms: z.number(),
    }),
    topics: ['scoring'],
  }),
  /** The figures that a record had, newest first: each stands until the one before it in the list. */
  history: defineQuery({
    name: 'scoring.history',
    input: z.object({
      kind: z.enum(['deal', 'lead', 'account']),
      id: idSchema,
      score: z.enum(['model', 'attribute', 'behaviour']).default('model'),
      /** Only figures up to this moment, so that the first one is what was shown then. */
      asOf: instantSchema.optional(),
      limit: z.int().min(1).max(500).default(100),
    }),
    output: z.object({
      points: z.array(
        z.object({
          at: instantSchema,
          value: z.number().nullable(),
          versionId: z.string().nullable(),
          inputHash: z.string(),
        }),
      ),
    }),
  }),
};
