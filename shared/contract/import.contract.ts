import { z } from 'zod';
import { defineCommand, defineQuery, sharedTopics } from './operation.ts';
import {
  encodingSchema,
  fileChoiceSchema,
  filePlanSchema,
  importEntitySchema,
  importPlanSchema,
} from './importPlan.ts';
import { idSchema, instantSchema, nameSchema, shareSchema } from './primitives.ts';

export * from './importPlan.ts';

/** What a field's cells are read as. */
export const importFieldKindSchema = z.enum([
  'text',
  'reference',
  'amount',
  'number',
  'integer',
  'percent',
  'day',
  'instant',
  'currency',
  'stage',
  'status',
]);
export type ImportFieldKind = z.infer<typeof importFieldKindSchema>;

export const rowProblemSchema = z.object({
  file: z.string(),
  /** 1-based line of the file, header = 1. */
  line: z.int(),
  column: z.string(),
  value: z.string(),
  /** `severity` error leaves the row out, warning keeps it without the value, which stays readable in the custom fields. */
  code: z.enum([
    'missingRequired',
    'invalidAmount',
    'invalidNumber',
    'invalidPercent',
    'invalidDate',
    'implausibleDate',
    'invalidCurrency',
    'unknownDeal',
    'unknownPerson',
    'ambiguousPerson',
    'repeatedRow',
    'tooManyCells',
    'footerRow',
    'inTrash',
    'historyDiffers',
    'ownParent',
  ]),
  severity: z.enum(['error', 'warning']),
});
export type RowProblem = z.infer<typeof rowProblemSchema>;

const entityCounts = z.object({
  entity: importEntitySchema,
  /** Rows that make a record; for stageHistory and opportunityLine: deals and lines, not rows. */
  create: z.int(),
  update: z.int(),
  /** Nothing new in the file. */
  skip: z.int(),
  /** A person changed a value that the file has differently; the person's value stays, the row's other values go in. */
  conflict: z.int(),
  /** Rows left out because of an error. */
  errors: z.int(),
  /** Made besides, because rows of other kinds name them (a customer that only its deals mention). */
  implied: z.int(),
});
export type EntityCounts = z.infer<typeof entityCounts>;

/** Something worth knowing about many rows at once. */
const importNotes = z.array(
  z.object({
    code: z.enum([
      /** Deals whose row names no account. */
      'dealsWithoutAccount',
      /** Lost deals with amount 0: the amount is taken as unknown. */
      'lostAmountUnknown',
      /** Deals whose row says nothing of their beginning: they begin with the import. */
      'creationUnknown',
      /** Rows of a history in which the stage is as before. */
      'rowsWithoutStageChange',
      /** Rows of a history whose stage is left out by the plan. */
      'ignoredStageRows',
      /** Changes of the planned close found in a history. */
      'closeDateChanges',
      /** Moves into an existing process past criteria that were open. */
      'movesPastCriteria',
      /** Records of the file that lie in the trash here; they stay there. */
      'inTrash',
      /** Rows that repeat a record of the same file. */
      'repeatedRows',
      /** Events that belong to nobody known here; they are kept and can be assigned. */
      'unmatchedEvents',
      /** Events of a kind that no rule speaks of; they are kept and count once it has one. */
      'eventsWithoutRule',
    ]),
    count: z.int(),
  }),
);
export type ImportNotes = z.infer<typeof importNotes>;

const fileErrors = z.discriminatedUnion('type', [
  z.object({ type: z.literal('unknownFile') }),
  z.object({ type: z.literal('fileTooLarge'), bytes: z.int(), limit: z.int() }),
  z.object({ type: z.literal('emptyFile') }),
  z.object({ type: z.literal('binaryFile') }),
  /** The .gz cannot be unpacked to its end. */
  z.object({ type: z.literal('brokenArchive') }),
  /** `line`: where the record begins that cannot be read; `detail`: what kind of fault. */
  z.object({
    type: z.literal('brokenCsv'),
    line: z.int(),
    detail: z.enum(['quoteNotClosed', 'textAfterQuote', 'quoteInsideText', 'recordTooLong', 'other']),
  }),
  z.object({ type: z.literal('wrongEncoding'), line: z.int(), suggested: encodingSchema.nullable() }),
  z.object({ type: z.literal('missingColumn'), file: z.string(), field: z.string() }),
  z.object({ type: z.literal('unmappedStage'), texts: z.array(z.string()) }),
  /** The plan's process or one of its stages does not exist (any more). */
  z.object({ type: z.literal('unknownProcess') }),
  /** The file changed between dry run and import. */
  z.object({ type: z.literal('fileChanged') }),
]);

/** How looking at files, dry run and import can fail. */
export type ImportFailure = z.infer<typeof fileErrors>;

export const importContract = {
  /** Looks at files: encoding, delimiter, headers, what they seem to be, a proposed plan. */
  inspect: defineCommand({
    name: 'import.inspect',
    input: z.object({
      files: z.array(z.string().min(1)).min(1).max(12),
      /** What a person changed of an earlier look; stage texts and proposals follow it. */
      choices: z.array(fileChoiceSchema).max(12).optional(),
    }),
    output: z.object({
      files: z.array(
        z.object({
          file: z.string(),
          name: z.string(),
          bytes: z.int(),
          rows: z.int(),
          /** Encodings in which the whole file reads without a fault, the likeliest first. */
          encodings: z.array(encodingSchema),
          /** How sure the kind of records (plan.entity) is, 0..1. */
          confidence: shareSchema,
          headers: z.array(
            z.object({
              header: z.string(),
              samples: z.array(z.string()),
              filled: z.int(),
              distinct: z.int().nullable(),
              /** How sure the proposed use is, 0..1; 0 for columns that are only kept. */
              confidence: shareSchema,
            }),
          ),
          plan: filePlanSchema,
        }),
      ),
      plan: importPlanSchema,
      /** Distinct stage texts with row counts, in the order in which deals go through them. */
      stageTexts: z.array(z.object({ text: z.string(), count: z.int() })),
      /** Name of the saved mapping that the proposal follows. */
      usedMapping: z.string().nullable(),
      /** Fields that each entity accepts, for the mapping step. */
      fields: z.partialRecord(
        importEntitySchema,
        z.array(z.object({ field: z.string(), required: z.boolean(), kind: importFieldKindSchema })),
      ),
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
      /** Rows of stage history that would be written, the beginnings of deals included. */
      stageChanges: z.int(),
      notes: importNotes,
      /** The first of each kind; `problemsTotal` counts all. */
      problems: z.array(rowProblemSchema),
      problemsTotal: z.int(),
      /** Up to 200 rows per outcome, for opening the figures. */
      examples: z.array(
        z.object({
          entity: importEntitySchema,
          outcome: z.enum(['create', 'update', 'skip', 'conflict']),
          file: z.string(),
          line: z.int(),
          title: z.string(),
          /** For update and conflict: what is here, what the file says. */
          fields: z.array(z.object({ field: z.string(), here: z.string(), inFile: z.string(), kept: z.boolean() })),
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
  /** Writes it, all or nothing; progress as events of job `import.run`. */
  run: defineCommand({
    name: 'import.run',
    input: z.object({ plan: importPlanSchema }),
    output: z.object({
      batchId: idSchema,
      counts: z.array(entityCounts),
      stageChanges: z.int(),
      notes: importNotes,
      processId: idSchema.nullable(),
      problemsTotal: z.int(),
      /** Rows written per table, for those who want to check. */
      written: z.record(z.string(), z.int()),
    }),
    errors: fileErrors,
    topics: ['imports', ...sharedTopics],
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
    topics: ['imports', ...sharedTopics],
  }),
  saveMapping: defineCommand({
    name: 'import.saveMapping',
    input: z.object({ name: nameSchema, plan: importPlanSchema }),
    output: z.object({ id: idSchema }),
    topics: ['imports'],
  }),
};
