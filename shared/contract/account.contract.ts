import { z } from 'zod';
import { attributeMarkSchema } from './attributeScore.contract.ts';
import { defineCommand, defineQuery } from './operation.ts';
import { dealCardSchema } from './pipeline.contract.ts';
import {
  daySchema,
  idSchema,
  instantSchema,
  lineSchema,
  minorSchema,
  moneySumSchema,
  nameSchema,
  namedRefSchema,
  textSchema,
} from './primitives.ts';

export const accountFieldsSchema = z.object({
  name: nameSchema,
  shortName: lineSchema,
  creditCode: lineSchema,
  industry: lineSchema,
  grade: lineSchema,
  tier: z.enum(['', 'A', 'B', 'C']),
  ownership: lineSchema,
  region: lineSchema,
  city: lineSchema,
  address: lineSchema,
  website: lineSchema,
  phone: lineSchema,
  employees: z.int().min(0).max(100_000_000).nullable(),
  annualRevenueMinor: minorSchema.nullable(),
  foundedYear: z.int().min(0).max(3000).nullable(),
  parentId: idSchema.nullable(),
  ownerId: idSchema.nullable(),
  source: lineSchema,
  note: textSchema,
});
export type AccountFields = z.infer<typeof accountFieldsSchema>;

export const contactFieldsSchema = z.object({
  accountId: idSchema.nullable(),
  name: nameSchema,
  title: lineSchema,
  department: lineSchema,
  mobile: lineSchema,
  phone: lineSchema,
  email: lineSchema,
  wechat: lineSchema,
  reportsToId: idSchema.nullable(),
  note: textSchema,
});
export type ContactFields = z.infer<typeof contactFieldsSchema>;

const contactRow = z.object({
  id: idSchema,
  name: z.string(),
  title: z.string(),
  department: z.string(),
  mobile: z.string(),
  email: z.string(),
  reportsTo: namedRefSchema.nullable(),
  lastTouchAt: instantSchema.nullable(),
  openDeals: z.int(),
});
export type ContactRow = z.infer<typeof contactRow>;

const accountRow = z.object({
  id: idSchema,
  name: z.string(),
  industry: z.string(),
  grade: z.string(),
  tier: z.string(),
  city: z.string(),
  owner: namedRefSchema.nullable(),
  parent: namedRefSchema.nullable(),
  openDeals: z.int(),
  openAmountMinor: z.int(),
  wonAmountMinor: z.int(),
  lastTouchAt: instantSchema.nullable(),
  /** 属性 */
  attribute: attributeMarkSchema,
});
export type AccountRow = z.infer<typeof accountRow>;

/** A field's value was changed by somebody else since the editor saw it. */
const editErrors = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('changedMeanwhile'),
    field: z.string(),
    now: z.union([z.string(), z.number(), z.null()]),
  }),
  /** The chosen parent or superior would close a circle. */
  z.object({ type: z.literal('circle'), field: z.string() }),
]);
const expectedValues = z.record(z.string(), z.union([z.string(), z.number(), z.null()])).optional();

export const accountContract = {
  list: defineQuery({
    name: 'account.list',
    input: z.object({
      text: z.string().max(200).optional(),
      ownerIds: z.array(idSchema).max(100).optional(),
      industry: z.string().max(200).optional(),
      sortBy: z.enum(['name', 'openAmount', 'lastTouch', 'created', 'attribute']).default('openAmount'),
      descending: z.boolean().default(true),
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(500).default(100),
    }),
    output: z.object({ rows: z.array(accountRow), total: z.int(), industries: z.array(z.string()) }),
  }),
  page: defineQuery({
    name: 'account.page',
    input: z.object({ id: idSchema }),
    output: z.object({
      id: idSchema,
      fields: accountFieldsSchema,
      owner: namedRefSchema.nullable(),
      parent: namedRefSchema.nullable(),
      /** The whole group: every account under the top parent, with its own open amount. */
      group: z.array(
        z.object({
          id: idSchema,
          name: z.string(),
          parentId: idSchema.nullable(),
          openAmountMinor: z.int(),
          openDeals: z.int(),
        }),
      ),
      createdAt: instantSchema,
      open: z.array(moneySumSchema),
      won: z.array(moneySumSchema),
      lost: z.array(moneySumSchema),
      lastTouchAt: instantSchema.nullable(),
      next: z.object({ taskId: idSchema, title: z.string(), dueDate: daySchema.nullable() }).nullable(),
      deals: z.array(dealCardSchema.extend({ stageName: z.string() })),
      dealsTotal: z.int(),
      contacts: z.array(contactRow),
      facts: z.array(
        z.object({
          id: idSchema,
          kind: z.string(),
          label: z.string(),
          value: z.string(),
          date: daySchema.nullable(),
          source: z.string(),
        }),
      ),
      custom: z.record(z.string(), z.string()),
    }),
  }),
  create: defineCommand({
    name: 'account.create',
    input: z.object({ fields: accountFieldsSchema.partial().required({ name: true }) }),
    output: z.object({ id: idSchema }),
    errors: editErrors,
    topics: ['accounts'],
  }),
  update: defineCommand({
    name: 'account.update',
    input: z.object({ id: idSchema, fields: accountFieldsSchema.partial(), expected: expectedValues }),
    output: z.object({}),
    errors: editErrors,
    topics: ['accounts', 'opportunities'],
  }),
  remove: defineCommand({
    name: 'account.remove',
    input: z.object({ id: idSchema }),
    output: z.object({}),
    errors: z.discriminatedUnion('type', [z.object({ type: z.literal('hasOpenDeals'), count: z.int() })]),
    topics: ['accounts'],
  }),
  /** Names for pickers: best matches first. */
  suggest: defineQuery({
    name: 'account.suggest',
    input: z.object({ text: z.string().max(200), limit: z.int().min(1).max(50).default(8) }),
    output: z.array(z.object({ id: idSchema, name: z.string(), city: z.string(), openDeals: z.int() })),
  }),
};

export const contactContract = {
  page: defineQuery({
    name: 'contact.page',
    input: z.object({ id: idSchema }),
    output: z.object({
      id: idSchema,
      fields: contactFieldsSchema,
      account: namedRefSchema.nullable(),
      reportsTo: namedRefSchema.nullable(),
      reports: z.array(namedRefSchema),
      createdAt: instantSchema,
      lastTouchAt: instantSchema.nullable(),
      /** Part in each deal's decision. */
      parts: z.array(
        z.object({
          stakeholderId: idSchema,
          opportunity: namedRefSchema,
          status: z.string(),
          stageName: z.string(),
          roles: z.array(z.string()),
          stance: z.string(),
          influence: z.int().nullable(),
          coverage: z.string(),
        }),
      ),
      custom: z.record(z.string(), z.string()),
    }),
  }),
  create: defineCommand({
    name: 'contact.create',
    input: z.object({ fields: contactFieldsSchema.partial().required({ name: true }) }),
    output: z.object({ id: idSchema }),
    errors: editErrors,
    topics: ['contacts', 'accounts'],
  }),
  update: defineCommand({
    name: 'contact.update',
    input: z.object({ id: idSchema, fields: contactFieldsSchema.partial(), expected: expectedValues }),
    output: z.object({}),
    errors: editErrors,
    topics: ['contacts', 'accounts', 'stakeholders'],
  }),
  remove: defineCommand({
    name: 'contact.remove',
    input: z.object({ id: idSchema }),
    output: z.object({}),
    topics: ['contacts', 'accounts', 'stakeholders'],
  }),
  suggest: defineQuery({
    name: 'contact.suggest',
    input: z.object({
      text: z.string().max(200),
      accountId: idSchema.nullable().default(null),
      limit: z.int().min(1).max(50).default(8),
    }),
    output: z.array(z.object({ id: idSchema, name: z.string(), title: z.string(), accountName: z.string() })),
  }),
};
