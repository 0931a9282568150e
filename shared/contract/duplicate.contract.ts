import { z } from 'zod';
import { duplicateEntities, duplicateKinds } from '../domain/leads/duplicateKeys.ts';
import { matchLevels } from '../domain/leads/matchStrength.ts';
import { defineCommand, defineQuery } from './operation.ts';
import { idSchema, instantSchema, lineSchema } from './primitives.ts';

const entitySchema = z.enum(duplicateEntities);
const plainValue = z.union([z.string(), z.number(), z.null()]);

/** A record that may be the same, with what it has in common. */
export const duplicateMatchSchema = z.object({
  entity: entitySchema,
  id: idSchema,
  title: z.string(),
  subtitle: z.string(),
  /** Status of a lead, else empty. */
  status: z.string(),
  strength: z.int().min(0).max(100),
  level: z.enum(matchLevels),
  kinds: z.array(z.enum(duplicateKinds)),
});
export type DuplicateMatch = z.infer<typeof duplicateMatchSchema>;

const sideSchema = z.object({
  id: idSchema,
  title: z.string(),
  createdAt: instantSchema,
  /** Everything that can be chosen, by field. */
  fields: z.record(z.string(), plainValue),
  /** Names of what fields with ids point to. */
  names: z.record(z.string(), z.string()),
  /** How many records point to it, by kind: what a merge would move. */
  counts: z.record(z.string(), z.int()),
});
export type DuplicateSide = z.infer<typeof sideSchema>;

export const duplicateContract = {
  /** Records that may be the one being typed: the strongest first. */
  find: defineQuery({
    name: 'duplicate.find',
    input: z.object({
      entity: entitySchema,
      fields: z
        .object({
          company: lineSchema,
          shortName: lineSchema,
          creditCode: lineSchema,
          person: lineSchema,
          accountId: idSchema.nullable(),
          mobile: lineSchema,
          phone: lineSchema,
          email: lineSchema,
          wechat: lineSchema,
          website: lineSchema,
        })
        .partial(),
      exceptId: idSchema.optional(),
      limit: z.int().min(1).max(50).default(8),
    }),
    output: z.array(duplicateMatchSchema),
  }),
  /** Pairs that may be the same one twice, strongest first. */
  pairs: defineQuery({
    name: 'duplicate.pairs',
    input: z.object({
      entity: entitySchema,
      /** Also the pairs with a mere hint in common. */
      level: z.enum(matchLevels).default('likely'),
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(200).default(50),
    }),
    output: z.object({
      pairs: z.array(
        z.object({
          oneId: idSchema,
          otherId: idSchema,
          oneTitle: z.string(),
          otherTitle: z.string(),
          strength: z.int(),
          level: z.enum(matchLevels),
          kinds: z.array(z.enum(duplicateKinds)),
        }),
      ),
      total: z.int(),
    }),
    runs: 'worker',
  }),
  /** Two records side by side. */
  compare: defineQuery({
    name: 'duplicate.compare',
    input: z.object({ entity: entitySchema, oneId: idSchema, otherId: idSchema }),
    output: z.object({ one: sideSchema, other: sideSchema, fields: z.array(z.string()) }),
  }),
  /** Makes two records one: chosen values, everything that points to either, one transaction. */
  merge: defineCommand({
    name: 'duplicate.merge',
    input: z.object({
      entity: entitySchema,
      winnerId: idSchema,
      loserId: idSchema,
      /** Per field whose value stays; unnamed fields keep the winner's value unless it is empty. */
      choices: z.record(z.string(), z.enum(['winner', 'loser'])).default({}),
    }),
    output: z.object({ id: idSchema, moved: z.int() }),
    errors: z.discriminatedUnion('type', [
      z.object({ type: z.literal('sameRecord') }),
      /** Two leads that became deals stay two. */
      z.object({ type: z.literal('bothConverted') }),
      /** Such a field cannot be chosen. */
      z.object({ type: z.literal('unknownField'), field: z.string() }),
    ]),
    topics: ['leads', 'accounts', 'contacts', 'opportunities', 'activities', 'tasks', 'stakeholders'],
  }),
  /** Remembers that two records are not the same. */
  dismiss: defineCommand({
    name: 'duplicate.dismiss',
    input: z.object({ entity: entitySchema, oneId: idSchema, otherId: idSchema }),
    output: z.object({}),
    errors: z.discriminatedUnion('type', [z.object({ type: z.literal('sameRecord') })]),
    topics: ['leads', 'accounts', 'contacts'],
  }),
};
