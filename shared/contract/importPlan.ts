import { z } from 'zod';
import { currencySchema, idSchema, nameSchema } from './primitives.ts';

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
  'lead',
  /** What customers do: visits to the site, downloads, events attended. */
  'behaviourEvent',
]);
export type ImportEntity = z.infer<typeof importEntitySchema>;

export const encodingSchema = z.enum(['utf-8', 'gb18030', 'utf-16le', 'utf-16be', 'windows-1252']);

export type ImportEncoding = z.infer<typeof encodingSchema>;

export const delimiterSchema = z.enum([',', ';', '\t', '|']);
export type Delimiter = z.infer<typeof delimiterSchema>;

export const dateOrderSchema = z.enum(['ymd', 'dmy', 'mdy']);

/** What the numbers of an amount column count: 元, 千, 万, 百万, 亿. */
export const amountUnitSchema = z.enum(['one', 'thousand', 'tenThousand', 'million', 'hundredMillion']);
export type AmountUnit = z.infer<typeof amountUnitSchema>;

/** How one column is used: a target field, kept in the record's custom fields, or left out. */
export const columnUseSchema = z.union([
  z.object({
    field: z.string().max(60),
    /** For amounts; without it the plan's `amountUnit`. */
    unit: amountUnitSchema.optional(),
    /** For dates; without it the file's `dateOrder`. */
    dateOrder: dateOrderSchema.optional(),
    /** For numbers: which mark begins the fraction. Default dot. */
    decimal: z.enum(['dot', 'comma']).optional(),
    /** For shares: 30 or 0.3. Default hundred. */
    percent: z.enum(['hundred', 'one']).optional(),
  }),
  z.object({ keepAs: z.string().max(200) }),
  z.object({ skip: z.literal(true) }),
]);
export type ColumnUse = z.infer<typeof columnUseSchema>;

export const filePlanSchema = z.object({
  /** Handle from the shell. */
  file: z.string().min(1),
  entity: importEntitySchema,
  encoding: encodingSchema,
  delimiter: delimiterSchema,
  /** Header text → use. A header that is not named here is kept as it is. The second column of one name is `name (2)`. */
  columns: z.record(z.string(), columnUseSchema),
  /** Reads 3/4/2026 as 3 April (dmy) or March 4 (mdy). */
  dateOrder: dateOrderSchema,
  /** Digest of the file as it was inspected; when given, a file that changed since is refused (`fileChanged`). */
  sha256: z.string().length(64).optional(),
});
export type FilePlan = z.infer<typeof filePlanSchema>;

/** How a person says that a file is to be read; what is left out is guessed. */
export const fileChoiceSchema = filePlanSchema.omit({ sha256: true }).partial().required({ file: true });
export type FileChoice = z.infer<typeof fileChoiceSchema>;

const stageMappingSchema = z.object({
  /** Stage text in the file → stage of the target process; `ignore` leaves its rows out of the history. */
  toStageId: z.record(z.string(), z.union([idSchema, z.literal('ignore')])),
});

export const importPlanSchema = z.object({
  /** Where the files come from; together with a record's id there it makes a second import an update. */
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
              /** Stage (or status) text in the file; empty for a stage that only the process needs. */
              text: z.string().max(200),
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
  /**
   * Stage text in which a deal of a file without history began, when the file tells that it began before its last stage
   * (won and lost deals, `stageEnteredAt`). Null: the first open stage.
   */
  entryStage: z.string().max(200).nullable().default(null),
  /** Value in the file → existing or imported record, e.g. product GTXPro → GTX Pro. */
  aliases: z.array(
    z.object({ entity: importEntitySchema, spelling: z.string(), meansText: z.string(), accepted: z.boolean() }),
  ),
  currency: currencySchema,
  /** What amounts count when their column does not say. */
  amountUnit: amountUnitSchema.default('one'),
});
export type ImportPlan = z.infer<typeof importPlanSchema>;
