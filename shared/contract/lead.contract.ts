import { z } from 'zod';
import { leadStatuses } from '../domain/leads/leadAction.ts';
import { accountFieldsSchema, contactFieldsSchema } from './account.contract.ts';
import { attributeMarkSchema } from './attributeScore.contract.ts';
import { duplicateMatchSchema } from './duplicate.contract.ts';
import { defineCommand, defineQuery } from './operation.ts';
import { opportunityContract } from './opportunity.contract.ts';
import {
  daySchema,
  idSchema,
  instantSchema,
  lineSchema,
  minorSchema,
  nameSchema,
  namedRefSchema,
  textSchema,
} from './primitives.ts';

/** Fields of a lead that a person edits in place. */
export const leadFieldsSchema = z.object({
  company: lineSchema,
  personName: lineSchema,
  title: lineSchema,
  department: lineSchema,
  mobile: lineSchema,
  phone: lineSchema,
  email: lineSchema,
  wechat: lineSchema,
  creditCode: lineSchema,
  industry: lineSchema,
  region: lineSchema,
  city: lineSchema,
  website: lineSchema,
  source: lineSchema,
  /** The four things to verify, each as what was said and by whom. */
  need: textSchema,
  budgetMinor: minorSchema.min(0).nullable(),
  authority: textSchema,
  timing: textSchema,
  note: textSchema,
});
export type LeadFields = z.infer<typeof leadFieldsSchema>;

export const leadStatusSchema = z.enum(leadStatuses);
export const disqualifyReasons = [
  'noNeed',
  'noBudget',
  'wrongPerson',
  'notOurCustomer',
  'competitor',
  'noResponse',
  'invalid',
  'duplicate',
  'other',
] as const;
const disqualifyReasonSchema = z.enum(disqualifyReasons);

const holdingSchema = z.object({
  /** Left of the holding time, 0..1 in business time. */
  share: z.number().min(0).max(1),
  daysLeft: z.int().min(0),
  over: z.boolean(),
  urgent: z.boolean(),
  until: instantSchema,
});

const leadRowSchema = z.object({
  id: idSchema,
  company: z.string(),
  personName: z.string(),
  title: z.string(),
  need: z.string(),
  source: z.string(),
  status: leadStatusSchema,
  owner: namedRefSchema.nullable(),
  /** 行为: points now and whether it is heating up; null without events. */
  behaviour: z
    .object({ points: z.number(), surging: z.boolean(), recent: z.int(), usual: z.number().nullable() })
    .nullable(),
  /** 属性 */
  attribute: attributeMarkSchema,
  createdAt: instantSchema,
  lastTouchAt: instantSchema.nullable(),
  holding: holdingSchema.nullable(),
  reasonCode: z.string(),
  recycled: z.int(),
});
export type LeadRow = z.infer<typeof leadRowSchema>;

const idsSchema = z.array(idSchema).min(1).max(5000);
/** What an action over several leads did; those whose state did not allow it are left as they were. */
const actedSchema = z.object({ changed: z.int(), skipped: z.int() });
/** None of the leads is in a state that allows it. */
const wrongStatus = z.object({ type: z.literal('wrongStatus'), status: z.string() });
const changedMeanwhile = z.object({
  type: z.literal('changedMeanwhile'),
  field: z.string(),
  now: z.union([z.string(), z.number(), z.null()]),
});
/** A lead needs a company or a person. */
const nameless = z.object({ type: z.literal('leadNameless') });

const filterSchema = z.object({
  view: z.enum(['mine', 'all', 'pool', 'converted', 'disqualified']).default('all'),
  text: z.string().max(200).optional(),
  ownerIds: z.array(idSchema).max(100).optional(),
  /** The empty string stands for leads without a source. */
  sources: z.array(z.string().max(500)).max(100).optional(),
  statuses: z.array(leadStatusSchema).max(leadStatuses.length).optional(),
  /** Only leads whose last seven days were far busier than usual when their figures were kept. */
  surging: z.boolean().optional(),
  /** Only leads that nobody owns. */
  ownerless: z.boolean().optional(),
  /** Created from this day on and up to that day, both included. */
  createdFrom: daySchema.optional(),
  createdTo: daySchema.optional(),
});

export const leadContract = {
  list: defineQuery({
    name: 'lead.list',
    input: filterSchema.extend({
      sortBy: z.enum(['created', 'holding', 'company', 'attribute']).default('created'),
      descending: z.boolean().default(true),
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(500).default(100),
    }),
    output: z.object({ rows: z.array(leadRowSchema), total: z.int() }),
    // By name over all leads it sorts every one of them: a tenth of a second at 50,000.
    runs: 'worker',
  }),
  /** Figures of the room: how many in each view, how many about to be lost, and the sources in use. */
  overview: defineQuery({
    name: 'lead.overview',
    input: z.object({}),
    output: z.object({
      counts: z.object({
        mine: z.int(),
        all: z.int(),
        pool: z.int(),
        converted: z.int(),
        disqualified: z.int(),
      }),
      sources: z.array(z.string()),
      holdingDays: z.int(),
    }),
  }),
  page: defineQuery({
    name: 'lead.page',
    input: z.object({ id: idSchema }),
    output: z.object({
      id: idSchema,
      fields: leadFieldsSchema,
      status: leadStatusSchema,
      owner: namedRefSchema.nullable(),
      holding: holdingSchema.nullable(),
      reasonCode: z.string(),
      reason: z.string(),
      recycled: z.int(),
      account: namedRefSchema.nullable(),
      contact: namedRefSchema.nullable(),
      opportunity: namedRefSchema.nullable(),
      createdAt: instantSchema,
      convertedAt: instantSchema.nullable(),
      disqualifiedAt: instantSchema.nullable(),
      lastTouchAt: instantSchema.nullable(),
      /** Records that may be the same, strongest first; what a person judged otherwise is left out. */
      likely: z.array(duplicateMatchSchema),
      custom: z.record(z.string(), z.string()),
    }),
    errors: z.discriminatedUnion('type', [z.object({ type: z.literal('merged'), intoId: idSchema })]),
  }),
  /** Keeps a lead, unless it is likely to be known already and nobody said to create it anyway. */
  create: defineCommand({
    name: 'lead.create',
    input: z.object({
      fields: leadFieldsSchema.partial(),
      /** Whose it is; null puts it into the pool. Whoever creates it, unless said. */
      ownerId: idSchema.nullable().optional(),
      createAnyway: z.boolean().default(false),
    }),
    output: z.object({ id: idSchema }),
    errors: z.discriminatedUnion('type', [
      nameless,
      z.object({ type: z.literal('likelyDuplicate'), matches: z.array(duplicateMatchSchema) }),
    ]),
    topics: ['leads'],
  }),
  update: defineCommand({
    name: 'lead.update',
    input: z.object({
      id: idSchema,
      fields: leadFieldsSchema.partial(),
      expected: z.record(z.string(), z.union([z.string(), z.number(), z.null()])).optional(),
    }),
    output: z.object({}),
    errors: z.discriminatedUnion('type', [changedMeanwhile, nameless]),
    topics: ['leads'],
  }),
  /** Begins to verify; the holding time starts again. */
  verify: defineCommand({
    name: 'lead.verify',
    input: z.object({ ids: idsSchema }),
    output: actedSchema,
    errors: z.discriminatedUnion('type', [wrongStatus]),
    topics: ['leads'],
  }),
  assign: defineCommand({
    name: 'lead.assign',
    input: z.object({ ids: idsSchema, ownerId: idSchema }),
    output: actedSchema,
    errors: z.discriminatedUnion('type', [wrongStatus]),
    topics: ['leads'],
  }),
  /** Takes leads out of the pool for whoever asks. */
  claim: defineCommand({
    name: 'lead.claim',
    input: z.object({ ids: idsSchema }),
    output: actedSchema,
    errors: z.discriminatedUnion('type', [wrongStatus]),
    topics: ['leads'],
  }),
  disqualify: defineCommand({
    name: 'lead.disqualify',
    input: z.object({ ids: idsSchema, reasonCode: disqualifyReasonSchema, reason: lineSchema.default('') }),
    output: actedSchema,
    errors: z.discriminatedUnion('type', [
      wrongStatus,
      /** "Other" says nothing without words. */
      z.object({ type: z.literal('reasonMissing') }),
    ]),
    topics: ['leads'],
  }),
  /** Gives leads back to the pool. */
  recycle: defineCommand({
    name: 'lead.recycle',
    input: z.object({ ids: idsSchema, reason: lineSchema.default('') }),
    output: actedSchema,
    errors: z.discriminatedUnion('type', [wrongStatus]),
    topics: ['leads'],
  }),
  /** Takes disqualified leads up again. */
  reopen: defineCommand({
    name: 'lead.reopen',
    input: z.object({ ids: idsSchema }),
    output: actedSchema,
    errors: z.discriminatedUnion('type', [wrongStatus]),
    topics: ['leads'],
  }),
  remove: defineCommand({
    name: 'lead.remove',
    input: z.object({ ids: idsSchema }),
    output: z.object({ removed: z.int() }),
    topics: ['leads'],
  }),
  restore: defineCommand({
    name: 'lead.restore',
    input: z.object({ ids: idsSchema }),
    output: z.object({ restored: z.int() }),
    topics: ['leads'],
  }),
  /** What a conversion would be made of: known records that match, and what new ones would be called. */
  conversion: defineQuery({
    name: 'lead.conversion',
    input: z.object({ id: idSchema }),
    output: z.object({
      status: leadStatusSchema,
      fields: leadFieldsSchema,
      accounts: z.array(duplicateMatchSchema),
      contacts: z.array(duplicateMatchSchema.extend({ accountId: idSchema.nullable() })),
      /** Open deals of the accounts that match. */
      deals: z.array(z.object({ id: idSchema, name: z.string(), accountId: idSchema, stageName: z.string() })),
      processes: z.array(namedRefSchema),
      dealName: z.string(),
    }),
  }),
  /** Makes a lead an account, a contact and a deal, each found or new; its history goes with it. One transaction. */
  convert: defineCommand({
    name: 'lead.convert',
    input: z.object({
      id: idSchema,
      account: z.union([
        z.object({ id: idSchema }),
        z.object({ fields: accountFieldsSchema.partial().required({ name: true }) }),
      ]),
      contact: z
        .union([
          z.object({ id: idSchema }),
          z.object({
            fields: contactFieldsSchema.omit({ accountId: true, reportsToId: true }).partial().required({ name: true }),
          }),
        ])
        .nullable(),
      deal: z.union([
        z.object({ id: idSchema }),
        z.object({
          name: nameSchema,
          processId: idSchema.optional(),
          amountMinor: minorSchema.nullable().optional(),
          expectedClose: daySchema.nullable().optional(),
          ownerId: idSchema.optional(),
        }),
      ]),
    }),
    output: z.object({ accountId: idSchema, contactId: idSchema.nullable(), opportunityId: idSchema }),
    errors: z.discriminatedUnion('type', [
      ...opportunityContract.create.errors.options,
      wrongStatus,
      /** The chosen person, or the chosen deal, belongs to another account. */
      z.object({ type: z.literal('contactElsewhere') }),
      z.object({ type: z.literal('dealElsewhere') }),
    ]),
    topics: ['leads', 'opportunities', 'accounts', 'contacts', 'activities', 'tasks'],
  }),
  /** How many leads of a period of creation became deals, by source or by owner. */
  rate: defineQuery({
    name: 'lead.rate',
    input: z.object({
      by: z.enum(['source', 'owner']),
      createdFrom: daySchema.optional(),
      createdTo: daySchema.optional(),
    }),
    output: z.object({
      rows: z.array(
        z.object({
          /** Source, or id of the owner; null for leads that nobody owns. */
          key: z.string().nullable(),
          name: z.string(),
          leads: z.int(),
          converted: z.int(),
          disqualified: z.int(),
          /** Neither converted nor disqualified yet. */
          open: z.int(),
          /** 95 % interval of the rate; null without leads. */
          interval: z.object({ low: z.number(), high: z.number() }).nullable(),
          tooFew: z.boolean(),
        }),
      ),
      total: z.object({ leads: z.int(), converted: z.int() }),
      /** How many leads a row needs before its rate says something. */
      enough: z.int(),
    }),
    runs: 'worker',
  }),
  /** Business days for which a lead stays with its owner; for the whole team, from the next holder on. */
  setHoldingDays: defineCommand({
    name: 'lead.setHoldingDays',
    input: z.object({ days: z.int().min(1).max(250) }),
    output: z.object({}),
    topics: ['leads', 'settings'],
  }),
};
