import { z } from 'zod';
import { deliverableMissingSchema } from './documentShapes.ts';
import { defineCommand, defineQuery } from './operation.ts';
import { c139CodeSchema } from './moveGate.ts';
import { dealCardSchema, gateItemSchema, stageSchema } from './pipeline.contract.ts';
import {
  currencySchema,
  daySchema,
  idSchema,
  instantSchema,
  lineSchema,
  minorSchema,
  nameSchema,
  namedRefSchema,
  shareSchema,
  stageClassSchema,
  textSchema,
} from './primitives.ts';

/** Fields of a deal that a person edits in place. */
export const opportunityFieldsSchema = z.object({
  name: nameSchema,
  accountId: idSchema.nullable(),
  primaryContactId: idSchema.nullable(),
  ownerId: idSchema.nullable(),
  amountMinor: minorSchema.nullable(),
  currency: currencySchema,
  ownWinRate: shareSchema.nullable(),
  expectedClose: daySchema.nullable(),
  forecastCategory: z.enum(['', 'omitted', 'pipeline', 'bestCase', 'commit']),
  nextStep: lineSchema,
  description: textSchema,
  source: lineSchema,
  qualificationLevel: z.enum(['', 'A', 'B', 'C']),
});
export type OpportunityFields = z.infer<typeof opportunityFieldsSchema>;

const stageVisit = z.object({
  stageId: idSchema.nullable(),
  stageName: z.string(),
  enteredAt: instantSchema,
  leftAt: instantSchema.nullable(),
  kind: z.enum(['create', 'advance', 'skip', 'back', 'close', 'reopen', 'migrate']),
  reason: z.string(),
  byName: z.string(),
  stageClass: stageClassSchema,
  /** Texts of the criteria that were open when it was moved here anyway. */
  openCriteria: z.array(z.string()),
  /** How it ended here, for visits to a closed stage: outcome and reason, or empty. */
  outcome: z.string(),
  outcomeReason: z.string(),
});

const opportunityPage = z.object({
  card: dealCardSchema,
  fields: opportunityFieldsSchema,
  process: z.object({ id: idSchema, name: z.string(), stages: z.array(stageSchema) }),
  managerName: z.string().nullable(),
  createdAt: instantSchema,
  closedAt: instantSchema.nullable(),
  outcomeReason: z.string(),
  outcomeNote: z.string(),
  /** Three expected amounts, in the order stage, own, model; null where the rate is unknown. */
  expected: z.object({
    stageMinor: z.int().nullable(),
    ownMinor: z.int().nullable(),
    modelMinor: z.int().nullable(),
  }),
  model: z
    .object({
      probability: shareSchema.nullable(),
      low: shareSchema.nullable(),
      high: shareSchema.nullable(),
      asOf: instantSchema,
    })
    .nullable(),
  /** How often the expected close was moved later, from the change log. */
  closePushes: z.int(),
  /** Every stage visit, oldest first; days are business days. */
  visits: z.array(stageVisit.extend({ days: z.int() })),
  criteria: z.array(gateItemSchema),
  nextStageId: idSchema.nullable(),
  competitors: z.array(z.object({ id: idSchema, name: z.string(), position: z.string() })),
  lines: z.array(
    z.object({
      id: idSchema,
      productName: z.string(),
      quantity: z.number(),
      unitPriceMinor: z.int().nullable(),
      amountMinor: z.int().nullable(),
      currency: currencySchema,
    }),
  ),
  /** Calibrated C139 per element: self and coach, null = not judged. */
  c139: z.array(z.object({ code: z.string(), self: z.int().nullable(), coach: z.int().nullable() })),
  counts: z.object({
    stakeholders: z.int(),
    openTasks: z.int(),
    doneTasks: z.int(),
    activities: z.int(),
    documents: z.int(),
    lines: z.int(),
  }),
  custom: z.record(z.string(), z.string()),
});
export type OpportunityPage = z.infer<typeof opportunityPage>;

export const opportunityContract = {
  /** Everything the deal page shows first, in one round trip. */
  page: defineQuery({ name: 'opportunity.page', input: z.object({ id: idSchema }), output: opportunityPage }),
  /** A name and an account are enough; the account may be a new name. */
  create: defineCommand({
    name: 'opportunity.create',
    input: z.object({
      name: nameSchema,
      account: z.union([z.object({ id: idSchema }), z.object({ name: nameSchema })]),
      processId: idSchema.optional(),
      stageId: idSchema.optional(),
      amountMinor: minorSchema.nullable().optional(),
      expectedClose: daySchema.nullable().optional(),
      ownerId: idSchema.optional(),
      source: lineSchema.optional(),
    }),
    output: z.object({ card: dealCardSchema, accountCreated: z.boolean() }),
    errors: z.discriminatedUnion('type', [
      z.object({ type: z.literal('noProcess') }),
      z.object({ type: z.literal('wrongStage') }),
      /** Entry criteria of a later stage are not met: start earlier. */
      z.object({ type: z.literal('gate'), blocked: z.boolean(), items: z.array(gateItemSchema) }),
    ]),
    topics: ['opportunities', 'accounts', 'tasks'],
  }),
  /** Changes some fields; `expected` carries what the editor saw, so that a colleague's newer value is not lost unseen. */
  update: defineCommand({
    name: 'opportunity.update',
    input: z.object({
      id: idSchema,
      fields: opportunityFieldsSchema.partial(),
      expected: z.record(z.string(), z.union([z.string(), z.number(), z.null()])).optional(),
    }),
    output: z.object({ card: dealCardSchema }),
    errors: z.discriminatedUnion('type', [
      z.object({
        type: z.literal('changedMeanwhile'),
        field: z.string(),
        now: z.union([z.string(), z.number(), z.null()]),
      }),
      /** The level follows from the qualification answers and cannot be typed while there are any. */
      z.object({ type: z.literal('levelDerived') }),
    ]),
    topics: ['opportunities'],
  }),
  updateMany: defineCommand({
    name: 'opportunity.updateMany',
    input: z.object({
      ids: z.array(idSchema).min(1).max(5000),
      fields: opportunityFieldsSchema.pick({ ownerId: true, expectedClose: true, forecastCategory: true }).partial(),
    }),
    output: z.object({ changed: z.int() }),
    topics: ['opportunities'],
  }),
  /** Into the trash; undo or `restore` brings it back. */
  remove: defineCommand({
    name: 'opportunity.remove',
    input: z.object({ ids: z.array(idSchema).min(1).max(5000) }),
    output: z.object({ removed: z.int() }),
    topics: ['opportunities', 'accounts'],
  }),
  restore: defineCommand({
    name: 'opportunity.restore',
    input: z.object({ ids: z.array(idSchema).min(1).max(5000) }),
    output: z.object({ restored: z.int() }),
    topics: ['opportunities', 'accounts'],
  }),
  /** Sets or withdraws one C139 judgement; the history of judgements stays. */
  judgeC139: defineCommand({
    name: 'opportunity.judgeC139',
    input: z.object({
      id: idSchema,
      code: c139CodeSchema,
      judge: z.enum(['self', 'coach']),
      coachKind: z.enum(['', 'relationship', 'value', 'resource']).default(''),
      value: z.union([z.literal(0), z.literal(1), z.null()]),
      evidence: lineSchema.default(''),
    }),
    output: z.object({}),
    topics: ['opportunities'],
  }),
};

export const timelineEntrySchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('activity'),
    id: idSchema,
    at: instantSchema,
    kind: z.string(),
    subject: z.string(),
    note: z.string(),
    durationMinutes: z.int().nullable(),
    who: z.string(),
    contacts: z.array(namedRefSchema),
    opportunity: namedRefSchema.nullable(),
  }),
  z.object({
    type: z.literal('stage'),
    id: idSchema,
    at: instantSchema,
    kind: z.string(),
    from: z.string(),
    to: z.string(),
    reason: z.string(),
    who: z.string(),
    opportunity: namedRefSchema.nullable(),
  }),
  z.object({
    type: z.literal('change'),
    id: z.string(),
    at: instantSchema,
    who: z.string(),
    label: z.string(),
    field: z.string(),
    from: z.string(),
    to: z.string(),
    opportunity: namedRefSchema.nullable(),
  }),
  z.object({
    type: z.literal('task'),
    id: idSchema,
    at: instantSchema,
    title: z.string(),
    who: z.string(),
    opportunity: namedRefSchema.nullable(),
  }),
]);
export type TimelineEntry = z.infer<typeof timelineEntrySchema>;

const activityKind = z.enum(['visit', 'call', 'wechat', 'email', 'meeting', 'demo', 'note']);

export const activityContract = {
  /** Logs what happened in one step: the activity, who was there, and what comes next. */
  log: defineCommand({
    name: 'activity.log',
    input: z.object({
      kind: activityKind,
      at: instantSchema.optional(),
      subject: nameSchema,
      note: textSchema.default(''),
      durationMinutes: z.int().min(0).max(10_000).nullable().default(null),
      location: lineSchema.default(''),
      opportunityId: idSchema.nullable().default(null),
      accountId: idSchema.nullable().default(null),
      /** The lead it was with; a person who is no contact yet. */
      leadId: idSchema.nullable().default(null),
      contactIds: z.array(idSchema).max(50).default([]),
      private: z.boolean().default(false),
      /** The task that this completes. */
      completesTaskId: idSchema.nullable().default(null),
      next: z.object({ title: nameSchema, dueDate: daySchema.nullable() }).nullable().default(null),
    }),
    output: z.object({ id: idSchema, nextTaskId: idSchema.nullable() }),
    /** The task that it would complete. */
    errors: deliverableMissingSchema,
    topics: ['activities', 'tasks', 'opportunities', 'accounts'],
  }),
  update: defineCommand({
    name: 'activity.update',
    input: z.object({
      id: idSchema,
      fields: z
        .object({
          kind: activityKind,
          at: instantSchema,
          subject: nameSchema,
          note: textSchema,
          durationMinutes: z.int().min(0).max(10_000).nullable(),
        })
        .partial(),
    }),
    output: z.object({}),
    topics: ['activities'],
  }),
  remove: defineCommand({
    name: 'activity.remove',
    input: z.object({ id: idSchema }),
    output: z.object({}),
    topics: ['activities', 'opportunities', 'accounts'],
  }),
  /** Everything that happened, newest first: activities, stage moves, field changes, done tasks. */
  timeline: defineQuery({
    name: 'activity.timeline',
    input: z.object({
      entity: z.enum(['opportunity', 'account', 'contact', 'lead']),
      id: idSchema,
      show: z.enum(['all', 'activities', 'changes']).default('all'),
      before: instantSchema.nullable().default(null),
      limit: z.int().min(1).max(200).default(40),
    }),
    output: z.object({ entries: z.array(timelineEntrySchema), nextBefore: instantSchema.nullable() }),
  }),
};

export const taskSchema = z.object({
  id: idSchema,
  title: z.string(),
  kind: z.string(),
  status: z.enum(['open', 'done', 'cancelled']),
  dueDate: daySchema.nullable(),
  dueMinute: z.int().nullable(),
  doneAt: instantSchema.nullable(),
  deliverable: z.string(),
  /** It can be done only with a document attached. */
  deliverableRequired: z.boolean(),
  /** How many documents are attached to it. */
  documents: z.int(),
  owner: namedRefSchema.nullable(),
  opportunity: namedRefSchema.nullable(),
  account: namedRefSchema.nullable(),
  amountMinor: z.int().nullable(),
  currency: currencySchema,
  stageName: z.string(),
});
export type Task = z.infer<typeof taskSchema>;

export const taskContract = {
  /** Overdue, today and the next seven days of one person, and deals of theirs that are too long in their stage. */
  today: defineQuery({
    name: 'task.today',
    input: z.object({ ownerId: idSchema.optional() }),
    output: z.object({
      today: daySchema,
      overdue: z.array(taskSchema),
      dueToday: z.array(taskSchema),
      week: z.array(taskSchema),
      stalled: z.array(dealCardSchema),
      overdueTotal: z.int(),
      stalledTotal: z.int(),
    }),
  }),
  ofLead: defineQuery({
    name: 'task.ofLead',
    input: z.object({ leadId: idSchema }),
    output: z.array(taskSchema),
  }),
  ofOpportunity: defineQuery({
    name: 'task.ofOpportunity',
    input: z.object({ opportunityId: idSchema }),
    output: z.array(taskSchema),
  }),
  create: defineCommand({
    name: 'task.create',
    input: z.object({
      title: nameSchema,
      kind: z.enum(['task', 'visit', 'call', 'meeting', 'document', 'demo']).default('task'),
      opportunityId: idSchema.nullable().default(null),
      accountId: idSchema.nullable().default(null),
      contactId: idSchema.nullable().default(null),
      leadId: idSchema.nullable().default(null),
      ownerId: idSchema.optional(),
      dueDate: daySchema.nullable().default(null),
      dueMinute: z.int().min(0).max(1439).nullable().default(null),
    }),
    output: z.object({ id: idSchema }),
    topics: ['tasks', 'opportunities'],
  }),
  update: defineCommand({
    name: 'task.update',
    input: z.object({
      id: idSchema,
      fields: z
        .object({
          title: nameSchema,
          dueDate: daySchema.nullable(),
          dueMinute: z.int().min(0).max(1439).nullable(),
          ownerId: idSchema.nullable(),
          note: textSchema,
        })
        .partial(),
    }),
    output: z.object({}),
    topics: ['tasks', 'opportunities'],
  }),
  setStatus: defineCommand({
    name: 'task.setStatus',
    input: z.object({ id: idSchema, status: z.enum(['open', 'done', 'cancelled']) }),
    output: z.object({}),
    errors: deliverableMissingSchema,
    topics: ['tasks', 'opportunities'],
  }),
};
