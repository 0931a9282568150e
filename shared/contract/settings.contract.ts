import { z } from 'zod';
import { defineCommand, defineQuery } from './operation.ts';
import { idSchema, nameSchema } from './primitives.ts';

/** Personal settings of this device; they exist before any workspace is open. */
export const personalSettingsSchema = z.object({
  language: z.enum(['zh-CN', 'en']).nullable().default(null),
  theme: z.enum(['light', 'dark', 'system']).default('system'),
  /** Which win rate the board's expected amounts use. */
  expectedBy: z.enum(['stage', 'own', 'model']).default('stage'),
  /** Process shown last on the board. */
  lastProcessId: z.string().nullable().default(null),
});
export type PersonalSettings = z.infer<typeof personalSettingsSchema>;

export const memberSchema = z.object({
  id: idSchema,
  name: z.string(),
  email: z.string(),
  role: z.enum(['seller', 'manager', 'coach', 'admin']),
  active: z.boolean(),
  /** Who leads this person: escalations go there. */
  managerId: idSchema.nullable(),
});
export type Member = z.infer<typeof memberSchema>;

export const settingsContract = {
  get: defineQuery({
    name: 'settings.get',
    input: z.object({}),
    output: personalSettingsSchema,
    needsWorkspace: false,
  }),
  set: defineCommand({
    name: 'settings.set',
    input: z.object({
      language: z.enum(['zh-CN', 'en']).optional(),
      theme: z.enum(['light', 'dark', 'system']).optional(),
      expectedBy: z.enum(['stage', 'own', 'model']).optional(),
      lastProcessId: z.string().nullable().optional(),
    }),
    output: personalSettingsSchema,
    topics: ['settings'],
    needsWorkspace: false,
  }),
  members: defineQuery({ name: 'settings.members', input: z.object({}), output: z.array(memberSchema) }),
  saveMember: defineCommand({
    name: 'settings.saveMember',
    input: z.object({
      id: idSchema.optional(),
      name: nameSchema,
      email: z.string().trim().max(200).default(''),
      role: z.enum(['seller', 'manager', 'coach', 'admin']).default('seller'),
      active: z.boolean().default(true),
      /** Left out: stays as it is. */
      managerId: idSchema.nullable().optional(),
    }),
    output: z.object({ id: idSchema }),
    errors: z.discriminatedUnion('type', [
      /** Somebody would lead themselves, by however many steps. */
      z.object({ type: z.literal('managerCircle') }),
    ]),
    topics: ['members'],
  }),
  /** Chooses who works on this device. */
  setMe: defineCommand({
    name: 'settings.setMe',
    input: z.object({ memberId: idSchema }),
    output: z.object({}),
    topics: ['workspace', 'members'],
  }),
};
