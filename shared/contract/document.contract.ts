import { z } from 'zod';
import {
  contentErrorSchema,
  documentEntitySchema,
  documentKindSchema,
  documentSchema,
  documentTargetSchema,
  storeErrorSchema,
} from './documentShapes.ts';
import { defineCommand, defineQuery } from './operation.ts';
import { idSchema, nameSchema } from './primitives.ts';

export * from './documentShapes.ts';

export const documentContract = {
  /** The documents of a record, newest first; of a deal, an account or a person also those of their parts. */
  list: defineQuery({
    name: 'document.list',
    input: z.object({ entity: documentEntitySchema, id: idSchema }),
    output: z.object({ documents: z.array(documentSchema), more: z.boolean() }),
  }),
  /** Takes files into the workspace and attaches them, all or none. */
  attach: defineCommand({
    name: 'document.attach',
    input: z
      .object({
        /** Handles that the shell gave for chosen, dropped or uploaded files. */
        files: z.array(z.string().min(1).max(200)).min(1).max(50),
        target: documentTargetSchema,
        kind: documentKindSchema.default(''),
        /** Also ticks the task off that they are attached to. */
        thenDone: z.boolean().default(false),
      })
      .refine(({ target, thenDone }) => !thenDone || target.entity === 'task', {
        error: 'thenDone',
        path: ['thenDone'],
      }),
    output: z.object({ documents: z.array(z.object({ id: idSchema, name: z.string() })) }),
    errors: z.union([
      storeErrorSchema,
      /** The criterion asks for something that no file can prove. */
      z.object({ type: z.literal('notProvenByFile') }),
    ]),
    topics: ['documents', 'tasks', 'opportunities'],
  }),
  update: defineCommand({
    name: 'document.update',
    input: z.object({ id: idSchema, fields: z.object({ name: nameSchema, kind: documentKindSchema }).partial() }),
    output: z.object({}),
    topics: ['documents'],
  }),
  /** Into the trash, everywhere it is attached; undo or `restore` brings it back. Its content stays in the folder. */
  remove: defineCommand({
    name: 'document.remove',
    input: z.object({ id: idSchema }),
    output: z.object({}),
    topics: ['documents', 'tasks', 'opportunities'],
  }),
  restore: defineCommand({
    name: 'document.restore',
    input: z.object({ id: idSchema }),
    output: z.object({}),
    topics: ['documents', 'tasks', 'opportunities'],
  }),
  /** Checks the content against its hash and lends it to the shell under a handle that lives for some minutes. */
  open: defineQuery({
    name: 'document.open',
    input: z.object({ id: idSchema }),
    output: z.object({ handle: z.string(), name: z.string(), mime: z.string(), bytes: z.int() }),
    errors: contentErrorSchema,
  }),
  /** Writes the content to a file of the person's choice; for the command line, a page names no paths. */
  saveCopy: defineCommand({
    name: 'document.saveCopy',
    input: z.object({ id: idSchema, path: z.string().min(1).max(4000) }),
    output: z.object({ path: z.string(), bytes: z.int() }),
    errors: z.union([
      contentErrorSchema,
      z.object({ type: z.literal('pathNotAbsolute') }),
      z.object({ type: z.literal('fileExists'), path: z.string() }),
    ]),
    topics: [],
  }),
};
