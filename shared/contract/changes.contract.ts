import { z } from 'zod';
import { defineCommand, defineQuery, sharedTopics } from './operation.ts';
import { idSchema, instantSchema } from './primitives.ts';

export const fieldChangeSchema = z.object({
  table: z.string(),
  id: idSchema,
  kind: z.enum(['insert', 'update', 'delete']),
  field: z.string().nullable(),
  from: z.union([z.string(), z.number(), z.null()]),
  to: z.union([z.string(), z.number(), z.null()]),
  /** Readable values where the raw ones are ids. */
  fromName: z.string().nullable(),
  toName: z.string().nullable(),
});
export const changeTransactionSchema = z.object({
  seq: z.int(),
  at: instantSchema,
  actorId: z.string(),
  actorName: z.string(),
  /** Code of what was done, e.g. `opportunity.move`. */
  label: z.string(),
  undone: z.boolean(),
  changes: z.array(fieldChangeSchema),
});
export type ChangeTransaction = z.infer<typeof changeTransactionSchema>;

export const changesContract = {
  /** Who changed what, when, from what, for one record and its own parts, newest first. */
  ofRecord: defineQuery({
    name: 'changes.ofRecord',
    input: z.object({
      entity: z.enum(['opportunity', 'account', 'contact', 'lead']),
      id: idSchema,
      before: z.int().optional(),
      limit: z.int().min(1).max(200).default(50),
    }),
    output: z.object({ transactions: z.array(changeTransactionSchema), more: z.boolean() }),
  }),
  /** Reverses one of this device's transactions as a new one; refused where a later edit would be lost. */
  undo: defineCommand({
    name: 'changes.undo',
    input: z.object({ seq: z.int().min(1) }),
    output: z.object({ seq: z.int(), label: z.string() }),
    errors: z.discriminatedUnion('type', [
      z.object({ type: z.literal('alreadyUndone') }),
      z.object({
        type: z.literal('editedSince'),
        conflicts: z.array(z.object({ table: z.string(), id: z.string(), field: z.string() })),
      }),
    ]),
    topics: sharedTopics,
  }),
};
