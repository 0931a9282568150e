import { z } from 'zod';
import { defineCommand, defineQuery } from './operation.ts';
import { currencySchema, idSchema, instantSchema, nameSchema } from './primitives.ts';

export const importEntitySchema = z.enum([
  'opportunity',
  'account',
  'contact',
  'product',
  'member',
  'opportunityLine',
  /** Rows of one deal in time order: the deal and its stage history. */
  'stageHistory',
  'activity',
]);
export type ImportEntity = z.infer<typeof importEntitySchema>;

export const encodingSchema = z.enum(['utf-8', 'gb18030', 'utf-16le', 'utf-16be', 'windows-1252']);

/** How one column is used: a target field, kept in the record's custom fields, or left out. */
export const columnUseSchema = z.union([
  z.object({ field: z.string().max(60) }),
  z.object({ keepAs: z.string().max(200) }),
  z.object({ skip: z.literal(true) }),
]);

export const filePlanSchema = z.object({
  /** Handle from the shell. */
  file: z.string().min(1),
  entity: importEntitySchema,
  encoding: encodingSchema,
  delimiter: z.enum([',', ';', '\t', '|']),
  /** Header text → use. */
  columns: z.record(z.string(), columnUseSchema),
  /** Reads 3/4/2026 as 3 April (dmy) or March 4 (mdy). */
  dateOrder: z.enum(['ymd', 'dmy', 'mdy']),
});
export type FilePlan = z.infer<typeof filePlanSchema>;

const stageMappingSchema = z.object({
  /** Stage text in the file → stage of the target process, or an outcome. */
  toStageId: z.record(z.string(), idSchema),
});

export const importPlanSchema = z.object({
  source: nameSchema,
  files: z.array(filePlanSchema).min(1).max(12),
  /** Where deals go: an existing process with a stage for each text, or a new one made from the file's stages. */
  process: z.union([
    z.object({ processId: idSchema, stages: stageMappingSchema }),
    z.object({
      newProcess: z.object({
        name: nameSchema,
        stages: z
          .array(
            z.object({
              text: z.string().min(1),
              name: nameSchema,
              stageClass: z.enum(['verify', 'engage', 'propose', 'negotiate', 'won', 'lost', 'ignore']),
              winRateMille: z.int().min(0).max(1000),
            }),
          )
          .min(1)
          .max(60),
      }),
    }),
    z.object({ none: z.literal(true) }),
  ]),
  /** Value in the file → existing or imported record, e.g. product GTXPro → GTX Pro. */
  aliases: z.array(
    z.object({ entity: importEntitySchema, spelling: z.string(), meansText: z.string(), accepted: z.boolean() }),
  ),
  currency: currencySchema,
  /** Amounts in the file are in units (元) or 万. */
  amountUnit: z.enum(['one', 'tenThousand']).default('one'),
});
export type ImportPlan = z.infer<typeof importPlanSchema>;

export const rowProblemSchema = z.object({
  file: z.string(),
  /** 1-based line of the file, header = 1. */
  line: z.int(),
  column: z.string(),
  value: z.string(),
  /** Code of the problem; `severity` error leaves the row out, warning keeps it without the value. */
  code: z.string(),
  severity: z.enum(['error', 'warning']),
});
export type RowProblem = z.infer<typeof rowProblemSchema>;

const entityCounts = z.object({
  entity: importEntitySchema,
  create: z.int(),
  update: z.int(),
  skip: z.int(),
  conflict: z.int(),
  errors: z.int(),
});

const fileErrors = z.discriminatedUnion('type', [
  z.object({ type: z.literal('unknownFile') }),
  z.object({ type: z.literal('fileTooLarge'), bytes: z.int(), limit: z.int() }),
  z.object({ type: z.literal('emptyFile') }),
  z.object({ type: z.literal('binaryFile') }),
  z.object({ type: z.literal('brokenCsv'), line: z.int(), detail: z.string() }),
  z.object({ type: z.literal('wrongEncoding'), line: z.int(), suggested: encodingSchema.nullable() }),
  z.object({ type: z.literal('missingColumn'), file: z.string(), field: z.string() }),
  z.object({ type: z.literal('unmappedStage'), texts: z.array(z.string()) }),
  z.object({ type: z.literal('importRunning') }),
  /** The file changed between dry run and import. */
  z.object({ type: z.literal('fileChanged') }),
]);

export const importContract = {
  /** Looks at files: encoding, delimiter, headers, what they seem to be, a proposed plan. */
  inspect: defineCommand({
    name: 'import.inspect',
    input: z.object({ files: z.array(z.string().min(1)).min(1).max(12) }),
    output: z.object({
      files: z.array(
        z.object({
          file: z.string(),
          name: z.string(),
          bytes: z.int(),
          rows: z.int(),
          encodings: z.array(encodingSchema),
          headers: z.array(
            z.object({
              header: z.string(),
              samples: z.array(z.string()),
              filled: z.int(),
              distinct: z.int().nullable(),
            }),
          ),
          /** Fields that this entity accepts, for the mapping step. */
          plan: filePlanSchema,
        }),
      ),
      plan: importPlanSchema,
      /** Distinct stage texts with counts, in the order in which deals go through them. */
      stageTexts: z.array(z.object({ text: z.string(), count: z.int() })),
      fields: z.record(z.string(), z.array(z.object({ field: z.string(), required: z.boolean() }))),
    }),
    errors: fileErrors,
    topics: [],
  }),
  /** Reads everything and says what would happen, writing nothing. */
  dryRun: defineCommand({
    name: 'import.dryRun',
    input: z.object({ plan: importPlanSchema }),
    output: z.object({
      counts: z.array(entityCounts),
      stageChanges: z.int(),
      problems: z.array(rowProblemSchema),
      problemsTotal: z.int(),
      /** Up to 200 rows per outcome, for opening the figures. */
      examples: z.array(
        z.object({
          entity: importEntitySchema,
          outcome: z.enum(['create', 'update', 'skip', 'conflict']),
          line: z.int(),
          title: z.string(),
          detail: z.string(),
        }),
      ),
      /** Spellings that do not match but are close to something known. */
      aliases: z.array(
        z.object({
          entity: importEntitySchema,
          spelling: z.string(),
          meansText: z.string(),
          rows: z.int(),
          accepted: z.boolean(),
        }),
      ),
      keptColumns: z.array(z.object({ file: z.string(), header: z.string() })),
    }),
    errors: fileErrors,
    topics: [],
  }),
  /** Writes it, all or nothing; progress as events of job `import`. */
  run: defineCommand({
    name: 'import.run',
    input: z.object({ plan: importPlanSchema }),
    output: z.object({
      batchId: idSchema,
      counts: z.array(entityCounts),
      stageChanges: z.int(),
      processId: idSchema.nullable(),
      problemsTotal: z.int(),
    }),
    errors: fileErrors,
    topics: ['imports', 'opportunities', 'accounts', 'contacts', 'processes', 'members', 'activities', 'workspace'],
  }),
  batches: defineQuery({
    name: 'import.batches',
    input: z.object({}),
    output: z.array(
      z.object({
        id: idSchema,
        source: z.string(),
        files: z.array(z.string()),
        startedAt: instantSchema,
        memberName: z.string(),
        counts: z.array(entityCounts),
        undoneAt: instantSchema.nullable(),
        canUndo: z.boolean(),
      }),
    ),
  }),
  /** Takes one batch back as a whole; values edited since then stay and are listed. */
  undo: defineCommand({
    name: 'import.undo',
    input: z.object({ batchId: idSchema, keepEdited: z.boolean().default(false) }),
    output: z.object({ undoneRows: z.int(), kept: z.int() }),
    errors: z.discriminatedUnion('type', [
      z.object({ type: z.literal('alreadyUndone') }),
      z.object({ type: z.literal('editedSince'), count: z.int(), examples: z.array(z.string()) }),
    ]),
    topics: ['imports', 'opportunities', 'accounts', 'contacts', 'processes', 'members', 'activities', 'workspace'],
  }),
  saveMapping: defineCommand({
    name: 'import.saveMapping',
    input: z.object({ name: nameSchema, plan: importPlanSchema }),
    output: z.object({ id: idSchema }),
    topics: ['imports'],
  }),
};
