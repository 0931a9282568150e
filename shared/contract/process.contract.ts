import { z } from 'zod';
import { defineCommand, defineQuery } from './operation.ts';
import { idSchema, instantSchema, lineSchema, nameSchema, namedRefSchema, stageClassSchema } from './primitives.ts';
import { draftProblemSchema, processDraftSchema, toolSchema } from './processDraft.ts';

const language = z.enum(['zh-CN', 'en']).default('zh-CN');
const bothLanguages = z.object({ 'zh-CN': z.string(), en: z.string() });

const processLine = z.object({
  id: idSchema,
  name: z.string(),
  productLine: namedRefSchema.nullable(),
  allowSkip: z.boolean(),
  allowBack: z.boolean(),
  archivedAt: instantSchema.nullable(),
  /** The published version; null while it has only a draft. */
  version: z.object({ id: idSchema, number: z.int(), publishedAt: instantSchema.nullable() }).nullable(),
  /** Stages of the published version, of the draft where none is. */
  stages: z.array(z.object({ name: z.string(), stageClass: stageClassSchema })),
  /** Open and paused deals. */
  runningCount: z.int(),
  /** Of these, the ones that run in a version which is no longer the published one. */
  olderCount: z.int(),
  hasDraft: z.boolean(),
});
export type ProcessLine = z.infer<typeof processLine>;

const versionLine = z.object({
  id: idSchema,
  number: z.int(),
  note: z.string(),
  publishedAt: instantSchema.nullable(),
  isCurrent: z.boolean(),
  /** Open and paused deals that run in it. */
  runningCount: z.int(),
});

const processPage = z.object({
  process: processLine,
  /** What is published; null before the first time. */
  published: processDraftSchema.nullable(),
  draft: z
    .object({
      body: processDraftSchema,
      updatedAt: instantSchema,
      updatedBy: z.string(),
      /** Number of the version that it was begun from; null in a process that was never published. */
      basedOn: z.int().nullable(),
    })
    .nullable(),
  /** What stands in the way of publishing the draft, and what to look at. */
  problems: z.array(draftProblemSchema),
  /** Newest first. */
  versions: z.array(versionLine),
});

const stageRef = z.object({ id: idSchema, name: z.string(), stageClass: stageClassSchema });

const migrationStage = z.object({
  stage: stageRef,
  versionId: idSchema,
  versionNumber: z.int(),
  /** Open and paused deals in it. */
  count: z.int(),
  /** Proposed: the same key, else the same class, else none. */
  targetId: idSchema.nullable(),
  because: z.enum(['key', 'class', 'none']),
});
export type MigrationStage = z.infer<typeof migrationStage>;

const templateLine = z.object({
  key: z.string(),
  name: bothLanguages,
  description: bothLanguages,
  stages: z.array(
    z.object({
      name: bothLanguages,
      stageClass: stageClassSchema,
      winRateMille: z.int(),
      allowedDays: z.int().nullable(),
      criteria: z.array(bothLanguages),
      tasks: z.array(bothLanguages),
      tools: z.array(bothLanguages),
    }),
  ),
});
export type TemplateLine = z.infer<typeof templateLine>;

const notPublished = z.object({ type: z.literal('notPublished') });

export const processContract = {
  /** Every process in its order, archived ones last, and the product lines there are. */
  list: defineQuery({
    name: 'process.list',
    input: z.object({}),
    output: z.object({ processes: z.array(processLine), productLines: z.array(namedRefSchema) }),
  }),
  /** One process with what is published, what is being changed, and its versions. */
  get: defineQuery({ name: 'process.get', input: z.object({ id: idSchema }), output: processPage }),
  /** The content of one version, and of the one before it, to compare. */
  version: defineQuery({
    name: 'process.version',
    input: z.object({ versionId: idSchema }),
    output: z.object({ number: z.int(), body: processDraftSchema, previous: processDraftSchema.nullable() }),
  }),
  /** The tools of a stage, of whichever version, for the deals in it. */
  toolkit: defineQuery({
    name: 'process.toolkit',
    input: z.object({ stageId: idSchema }),
    output: z.array(toolSchema),
  }),
  /** The templates that come with the program. */
  templates: defineQuery({ name: 'process.templates', input: z.object({}), output: z.array(templateLine) }),
  /** A published process from a template, in the given language. */
  createFromTemplate: defineCommand({
    name: 'process.createFromTemplate',
    input: z.object({ templateKey: z.string().max(80), name: nameSchema.optional(), language }),
    output: z.object({ id: idSchema }),
    errors: z.discriminatedUnion('type', [z.object({ type: z.literal('unknownTemplate') })]),
    topics: ['processes', 'workspace'],
  }),
  /** A process that begins as a draft: three bare stages and the two outcomes. */
  createEmpty: defineCommand({
    name: 'process.createEmpty',
    input: z.object({ name: nameSchema, language }),
    output: z.object({ id: idSchema }),
    topics: ['processes'],
  }),
  /** A copy of what is published, published as version 1 of its own; of a process with only a draft, the draft. */
  duplicate: defineCommand({
    name: 'process.duplicate',
    input: z.object({ id: idSchema, name: nameSchema }),
    output: z.object({ id: idSchema }),
    topics: ['processes'],
  }),
  rename: defineCommand({
    name: 'process.rename',
    input: z.object({ id: idSchema, name: nameSchema }),
    output: z.object({}),
    topics: ['processes'],
  }),
  /** Puts a process between two others. */
  reorder: defineCommand({
    name: 'process.reorder',
    input: z.object({
      id: idSchema,
      /** The process that comes right after it. */
      beforeId: idSchema.nullable().default(null),
      /** The process that comes right before it. */
      afterId: idSchema.nullable().default(null),
    }),
    output: z.object({ rank: z.string() }),
    topics: ['processes'],
  }),
  /** Archives a process or takes it back. Refused while deals run in it, and for the last one that can take deals. */
  archive: defineCommand({
    name: 'process.archive',
    input: z.object({ id: idSchema, archived: z.boolean().default(true) }),
    output: z.object({}),
    errors: z.discriminatedUnion('type', [
      z.object({ type: z.literal('processInUse'), count: z.int() }),
      z.object({ type: z.literal('lastProcess') }),
    ]),
    topics: ['processes'],
  }),
  /** How deals may move in it, and the product line it belongs to (by id, or by a name that is made where it is new). */
  setRules: defineCommand({
    name: 'process.setRules',
    input: z.object({
      id: idSchema,
      allowSkip: z.boolean().optional(),
      allowBack: z.boolean().optional(),
      productLine: z.union([z.object({ id: idSchema }), z.object({ name: nameSchema }), z.null()]).optional(),
    }),
    output: z.object({}),
    topics: ['processes'],
  }),
  /** Keeps what is being changed, however incomplete. `expectedAt` is the draft that the editor saw, null for none. */
  saveDraft: defineCommand({
    name: 'process.saveDraft',
    input: z.object({
      id: idSchema,
      body: processDraftSchema,
      expectedAt: instantSchema.nullable().optional(),
    }),
    output: z.object({ updatedAt: instantSchema, problems: z.array(draftProblemSchema) }),
    errors: z.discriminatedUnion('type', [
      /** Somebody else saved meanwhile. */
      z.object({ type: z.literal('changedMeanwhile'), updatedAt: instantSchema.nullable() }),
    ]),
    topics: ['processes'],
  }),
  /** Throws the draft away; what is published stays. */
  discardDraft: defineCommand({
    name: 'process.discardDraft',
    input: z.object({ id: idSchema }),
    output: z.object({}),
    errors: z.discriminatedUnion('type', [notPublished]),
    topics: ['processes'],
  }),
  /** Makes the draft the version that new deals enter with. One problem refuses all of it. */
  publish: defineCommand({
    name: 'process.publish',
    input: z.object({ id: idSchema, note: lineSchema.default('') }),
    output: z.object({ versionId: idSchema, number: z.int() }),
    errors: z.discriminatedUnion('type', [
      z.object({ type: z.literal('draftProblems'), problems: z.array(draftProblemSchema) }),
      z.object({ type: z.literal('noDraft') }),
      z.object({ type: z.literal('nothingChanged') }),
    ]),
    topics: ['processes'],
  }),
  /** Which deals would move: those that run in older versions, or with `toProcessId` all of this process to another one. */
  migrationPreview: defineQuery({
    name: 'process.migrationPreview',
    input: z.object({ id: idSchema, toProcessId: idSchema.optional() }),
    output: z.object({
      target: z.object({ processId: idSchema, name: z.string(), number: z.int(), stages: z.array(stageRef) }),
      stages: z.array(migrationStage),
      total: z.int(),
    }),
    errors: z.discriminatedUnion('type', [notPublished]),
  }),
  /**
   * Moves running deals to the published version of this process, or of another one: one transaction, one undo. Stages that
   * the mapping does not name stay as they are.
   */
  migrate: defineCommand({
    name: 'process.migrate',
    input: z.object({
      id: idSchema,
      toProcessId: idSchema.optional(),
      mapping: z
        .array(z.object({ fromStageId: idSchema, toStageId: idSchema }))
        .min(1)
        .max(500),
    }),
    output: z.object({
      /** Deals that run in another version now. */
      moved: z.int(),
      /** Of these, the ones that came into a stage of another key. */
      changedStage: z.int(),
      /** Transaction to undo; null when no deal was concerned. */
      transaction: z.int().nullable(),
    }),
    errors: z.discriminatedUnion('type', [
      notPublished,
      /** A stage that is none of the source, or none of the target: published anew meanwhile, an outcome, another process. */
      z.object({ type: z.literal('wrongMapping'), stageId: idSchema }),
    ]),
    topics: ['processes', 'opportunities', 'tasks'],
  }),
};
