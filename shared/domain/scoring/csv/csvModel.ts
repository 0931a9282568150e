import { z } from 'zod';
import { err, ok, type Result } from '../../../lib/result.ts';
import type { TrainedModel, TrainingReport } from '../learning/modelTypes.ts';
import { predict } from '../learning/predict.ts';
import type { CsvFeature, CsvProblem, CsvTarget, CsvText } from './csvTypes.ts';
import { featureColumns } from './featureColumns.ts';

/** A trained model with how the columns of a file are read for it; plain JSON. */
export interface CsvModel {
  readonly format: 'kongdan-csv-model';
  readonly version: 1;
  readonly target: CsvTarget;
  readonly features: readonly CsvFeature[];
  readonly model: TrainedModel;
  readonly report: TrainingReport;
}

const readingSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('number'), decimal: z.enum(['dot', 'comma']) }),
  z.object({ kind: z.literal('date'), order: z.enum(['ymd', 'dmy', 'mdy']) }),
  z.object({ kind: z.literal('category') }),
]);

const envelopeSchema = z.object({
  format: z.literal('kongdan-csv-model'),
  version: z.literal(1),
  target: z.object({ header: z.string(), positive: z.string(), negative: z.string() }),
  features: z.array(z.object({ header: z.string(), reading: readingSchema })).min(1),
  model: z.looseObject({
    format: z.literal(1),
    baseRate: z.number(),
    columns: z.array(z.looseObject({ name: z.string() })),
  }),
  report: z.looseObject({ verdict: z.enum(['usable', 'cautious', 'abstains']) }),
});

/** Reads a saved model; null when it is not one (or one of a later version). */
export function parseCsvModel(json: string): CsvModel | null {
  try {
    const value: unknown = JSON.parse(json);
    return envelopeSchema.safeParse(value).success ? (value as CsvModel) : null;
  } catch {
    return null;
  }
}

/** Probabilities for the rows of a file, and the columns the model looked for in vain (they count as unknown). */
export function scoreCsv(
  { features, model }: CsvModel,
  text: CsvText,
): Result<{ readonly probabilities: Float64Array; readonly absent: readonly string[] }, CsvProblem> {
  const absent = features.map(({ header }) => header).filter((header) => !text.headers.includes(header));
  if (text.rows === 0) return err({ type: 'noRows' });
  if (absent.length === features.length) return err({ type: 'noKnownColumn', columns: absent });
  return ok({ probabilities: predict(model, featureColumns(text, features), text.rows), absent });
}
