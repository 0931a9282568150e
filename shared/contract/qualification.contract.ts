import { z } from 'zod';
import { defineCommand, defineQuery } from './operation.ts';
import { idSchema, instantSchema, lineSchema } from './primitives.ts';

/** From the lowest to the highest: C a real lead, B worth the effort, A worth everything. */
export const qualificationLevelSchema = z.enum(['C', 'B', 'A']);
export type QualificationLevel = z.infer<typeof qualificationLevelSchema>;

export const qualificationTopicSchema = z.enum([
  'need',
  'budget',
  'authority',
  'timing',
  'fit',
  'competition',
  'other',
]);
export type QualificationTopic = z.infer<typeof qualificationTopicSchema>;

export const qualificationValueSchema = z.enum(['yes', 'no', 'unknown']);
export type QualificationValue = z.infer<typeof qualificationValueSchema>;

/** What a person answers; `unknown` without evidence takes an answer back. A `yes` needs evidence. */
export const qualificationAnswerInputSchema = z.object({
  questionId: idSchema,
  value: qualificationValueSchema,
  evidence: lineSchema.default(''),
});

const questionFields = z.object({
  /** Only deals of this process; null = deals of every process, and leads. */
  processId: idSchema.nullable(),
  level: qualificationLevelSchema,
  topic: qualificationTopicSchema,
  text: z.string().trim().min(1).max(300),
  hint: lineSchema,
  /** A "no" means false demand. */
  decisive: z.boolean(),
});

const question = questionFields.extend({ id: idSchema });
export type QualificationQuestion = z.infer<typeof question>;

const answered = question.extend({
  answer: z
    .object({
      value: qualificationValueSchema,
      evidence: z.string(),
      at: instantSchema,
      byName: z.string(),
    })
    .nullable(),
});
export type AnsweredQuestion = z.infer<typeof answered>;

const qualification = z.object({
  /** The level that the answers give; empty while the lowest is not reached. */
  reached: z.enum(['', 'C', 'B', 'A']),
  /** Any question is answered: then the level follows from the answers and cannot be typed. */
  derived: z.boolean(),
  questions: z.array(answered),
  /** Decisive questions answered with no. */
  decisiveNos: z.array(idSchema),
});
export type Qualification = z.infer<typeof qualification>;

const target = z.object({ opportunityId: idSchema.optional(), leadId: idSchema.optional() });
/** Exactly one of the two. */
const isOne = ({ opportunityId, leadId }: z.infer<typeof target>): boolean =>
  (opportunityId === undefined) !== (leadId === undefined);

export const qualificationContract = {
  /** The whole set in order, for the settings. */
  questions: defineQuery({
    name: 'qualification.questions',
    input: z.object({}),
    output: z.array(question.extend({ processName: z.string() })),
  }),
  /** Adds or changes a question; the levels of running deals that have answers follow in the same step. */
  saveQuestion: defineCommand({
    name: 'qualification.saveQuestion',
    input: questionFields.extend({
      id: idSchema.optional(),
      processId: idSchema.nullable().default(null),
      hint: lineSchema.default(''),
      decisive: z.boolean().default(false),
    }),
    output: z.object({ id: idSchema, changedDeals: z.int() }),
    topics: ['processes', 'opportunities'],
  }),
  /** Puts a question between two others. */
  reorder: defineCommand({
    name: 'qualification.reorder',
    input: z.object({
      id: idSchema,
      afterId: idSchema.nullable().default(null),
      beforeId: idSchema.nullable().default(null),
    }),
    output: z.object({}),
    topics: ['processes'],
  }),
  /** Takes a question out of the set; its answers stay and count again when the step is undone. */
  removeQuestion: defineCommand({
    name: 'qualification.removeQuestion',
    input: z.object({ id: idSchema }),
    output: z.object({ changedDeals: z.int() }),
    topics: ['processes', 'opportunities'],
  }),
  ofDeal: defineQuery({
    name: 'qualification.ofDeal',
    input: z.object({ opportunityId: idSchema }),
    output: qualification,
  }),
  ofLead: defineQuery({ name: 'qualification.ofLead', input: z.object({ leadId: idSchema }), output: qualification }),
  /** Answers questions about one deal or lead; the deal's level follows in the same step. */
  answer: defineCommand({
    name: 'qualification.answer',
    input: target
      .extend({ answers: z.array(qualificationAnswerInputSchema).min(1).max(200) })
      .refine(isOne, { error: 'oneTarget' }),
    output: z.object({ reached: z.enum(['', 'C', 'B', 'A']) }),
    errors: z.discriminatedUnion('type', [z.object({ type: z.literal('evidenceMissing'), questionId: idSchema })]),
    topics: ['opportunities'],
  }),
};
