import { z } from 'zod';
import { idSchema, instantSchema, namedRefSchema } from './primitives.ts';

/** Bytes. */
export const MEGABYTE = 1024 * 1024;
/** Largest file that may be attached, bytes. */
export const DOCUMENT_LIMIT = 200 * MEGABYTE;

/** What a document is to the sale; the empty string where nobody has said. */
export const documentKindSchema = z.enum([
  '',
  'analysis',
  'proposal',
  'quotation',
  'tender',
  'contract',
  'minutes',
  'other',
]);
export type DocumentKind = z.infer<typeof documentKindSchema>;

/** Records that a document is attached to. */
export const documentEntitySchema = z.enum([
  'opportunity',
  'account',
  'contact',
  'activity',
  'task',
  'criterionEvidence',
  'process',
]);
export type DocumentEntity = z.infer<typeof documentEntitySchema>;

/**
 * Where files go. `criterion` proves an exit criterion of a deal: the file lands on the task that delivers it where there
 * is one, else on the criterion's evidence, which is made when nobody has given any. `stageTask` is a task that the stage
 * prescribes: where the deal was never given it (an import, a changed process), it is made, open, with the file.
 */
export const documentTargetSchema = z.union([
  z.object({ entity: documentEntitySchema, id: idSchema }),
  z.object({ entity: z.literal('criterion'), opportunityId: idSchema, criterionId: idSchema }),
  z.object({ entity: z.literal('stageTask'), opportunityId: idSchema, stageTaskId: idSchema }),
]);
export type DocumentTarget = z.infer<typeof documentTargetSchema>;

/** One place that a document is attached to. */
export const documentPlaceSchema = z.object({
  entity: documentEntitySchema,
  id: idSchema,
  /** Name of the record. */
  label: z.string(),
  /** Deal that the record belongs to, or is. */
  opportunity: namedRefSchema.nullable(),
});

/** A document as lists show it. */
export const documentSchema = z.object({
  id: idSchema,
  name: z.string(),
  /** Media type by its name; a hint for icons, never trusted. */
  mime: z.string(),
  bytes: z.int(),
  kind: documentKindSchema,
  createdAt: instantSchema,
  by: namedRefSchema.nullable(),
  places: z.array(documentPlaceSchema),
});
export type DocumentItem = z.infer<typeof documentSchema>;

/** A task that is done only with a document attached, and none is. */
export const deliverableMissingSchema = z.object({
  type: z.literal('deliverableMissing'),
  /** Where to attach it: the task, or the stage's task that the deal does not have yet. */
  target: documentTargetSchema,
  title: z.string(),
  /** What is to be attached, in the words of the process, else the task's title. */
  deliverable: z.string(),
});
export type DeliverableMissing = z.infer<typeof deliverableMissingSchema>;

/** Why files could not be taken into the workspace; nothing was attached. */
export const storeErrorSchema = z.discriminatedUnion('type', [
  /** The shell knows no such file, or it cannot be read (any more), or it is a folder. */
  z.object({ type: z.literal('fileUnreadable'), name: z.string() }),
  /** Larger than DOCUMENT_LIMIT. */
  z.object({ type: z.literal('documentTooLarge'), name: z.string(), bytes: z.int(), limitMegabytes: z.int() }),
]);
export type StoreError = z.infer<typeof storeErrorSchema>;

/** Why a document's content cannot be handed out; its row stays. */
export const contentErrorSchema = z.discriminatedUnion('type', [
  /** Not in the workspace's files folder. */
  z.object({ type: z.literal('contentMissing'), name: z.string() }),
  /** What lies there is not what was attached. */
  z.object({ type: z.literal('contentDamaged'), name: z.string() }),
]);
export type ContentError = z.infer<typeof contentErrorSchema>;
