import { z } from 'zod';
import { defineCommand, defineQuery } from './operation.ts';
import {
  daySchema,
  idSchema,
  instantSchema,
  lineSchema,
  nameSchema,
  namedRefSchema,
  textSchema,
} from './primitives.ts';

export const buyingRoleSchema = z.enum(['approver', 'decider', 'user', 'gatekeeper', 'purchasing', 'coach']);
export const stanceSchema = z.enum(['champion', 'support', 'neutral', 'resist', 'oppose', 'unknown']);
export type Stance = z.infer<typeof stanceSchema>;
export const coverageSchema = z.enum(['unknown', 'none', 'brief', 'multiple', 'deep']);
export type Coverage = z.infer<typeof coverageSchema>;
export const relationKindSchema = z.enum(['reportsTo', 'influences', 'alliance', 'conflict', 'introduces', 'blocks']);
export type RelationKind = z.infer<typeof relationKindSchema>;
export const confidenceSchema = z.enum(['consensus', 'explicit', 'inferred', 'unclear']);

export const stakeholderFieldsSchema = z.object({
  vacantLabel: lineSchema,
  department: lineSchema,
  roles: z.array(buyingRoleSchema).max(6),
  influence: z.int().min(0).max(100).nullable(),
  stance: stanceSchema,
  stanceDate: daySchema.nullable(),
  coverage: coverageSchema,
  politicalStatus: z.enum(['inner', 'structure', 'outside', 'unknown']),
  orientation: z.enum(['financial', 'technical', 'relationship', 'business', 'unknown']),
  responseMode: z.enum(['growth', 'trouble', 'evenKeel', 'overconfident', 'unknown']),
  confidence: confidenceSchema,
  source: lineSchema,
  note: textSchema,
  privateNote: textSchema,
});
export type StakeholderFields = z.infer<typeof stakeholderFieldsSchema>;

const stakeholderNode = stakeholderFieldsSchema.extend({
  id: idSchema,
  contact: namedRefSchema.nullable(),
  title: z.string(),
  /** Own override or the contact's department. */
  departmentShown: z.string(),
  lastTouchAt: instantSchema.nullable(),
  /** Activities with this person on this deal in the last 90 days. */
  touches90: z.int(),
});
export type StakeholderNode = z.infer<typeof stakeholderNode>;

export const relationFieldsSchema = z.object({
  kind: relationKindSchema,
  strength: z.int().min(1).max(3).nullable(),
  confirmed: z.boolean(),
  note: lineSchema,
  source: lineSchema,
  date: daySchema.nullable(),
});
const relationEdge = relationFieldsSchema.extend({ id: idSchema, fromId: idSchema, toId: idSchema });
export type RelationEdge = z.infer<typeof relationEdge>;

export const powerMapContract = {
  get: defineQuery({
    name: 'powerMap.get',
    input: z.object({ opportunityId: idSchema }),
    output: z.object({
      opportunity: namedRefSchema,
      account: namedRefSchema.nullable(),
      stakeholders: z.array(stakeholderNode),
      relations: z.array(relationEdge),
      /** Contacts of the account who are not on the map yet. */
      candidates: z.array(z.object({ id: idSchema, name: z.string(), title: z.string(), department: z.string() })),
    }),
  }),
  /** Adds a known contact, a new person, or a vacant role. */
  add: defineCommand({
    name: 'powerMap.add',
    input: z.object({
      opportunityId: idSchema,
      who: z.union([
        z.object({ contactId: idSchema }),
        z.object({
          newPerson: z.object({ name: nameSchema, title: lineSchema.default(''), department: lineSchema.default('') }),
        }),
        z.object({ vacantLabel: nameSchema }),
      ]),
      fields: stakeholderFieldsSchema.partial().default({}),
      reportsToId: idSchema.nullable().default(null),
    }),
    output: z.object({ id: idSchema, contactId: idSchema.nullable() }),
    errors: z.discriminatedUnion('type', [z.object({ type: z.literal('alreadyOnMap'), stakeholderId: idSchema })]),
    topics: ['stakeholders', 'contacts', 'opportunities'],
  }),
  update: defineCommand({
    name: 'powerMap.update',
    input: z.object({ id: idSchema, fields: stakeholderFieldsSchema.partial() }),
    output: z.object({}),
    topics: ['stakeholders', 'opportunities'],
  }),
  /** Takes a person off this map with the lines to them; the contact stays. */
  remove: defineCommand({
    name: 'powerMap.remove',
    input: z.object({ id: idSchema }),
    output: z.object({}),
    topics: ['stakeholders', 'opportunities'],
  }),
  /** Draws or changes a line. A second superior replaces the first; a circle of superiors is refused. */
  relate: defineCommand({
    name: 'powerMap.relate',
    input: z.object({
      id: idSchema.optional(),
      opportunityId: idSchema,
      fromId: idSchema,
      toId: idSchema,
      fields: relationFieldsSchema.partial().required({ kind: true }),
    }),
    output: z.object({ id: idSchema }),
    errors: z.discriminatedUnion('type', [
      z.object({ type: z.literal('circle') }),
      z.object({ type: z.literal('toItself') }),
      z.object({ type: z.literal('otherMap') }),
    ]),
    topics: ['stakeholders'],
  }),
  unrelate: defineCommand({
    name: 'powerMap.unrelate',
    input: z.object({ id: idSchema }),
    output: z.object({}),
    topics: ['stakeholders'],
  }),
};
