import { writeFile } from 'node:fs/promises';
import type { CsvModel } from '#shared/domain/scoring/csv/csvModel.ts';
import type { CsvTraining } from '#shared/domain/scoring/csv/csvTable.ts';
import type { ProbabilityMetrics } from '#shared/domain/scoring/learning/learningTypes.ts';
import { type CliContext, CliFailure } from '../command.ts';
import type { ScoreCsvPlan } from './scoreCsvPlan.ts';
import { metricLines, trainingLines } from './trainingLines.ts';

/** The scored file. */
export interface ScoredFile {
  readonly idHeader: string;
  readonly ids: readonly string[];
  readonly probabilities: Float64Array;
  readonly absent: readonly string[];
  /** Against the target of the scored file; null when it does not hold it. */
  readonly metrics: ProbabilityMetrics | null;
}

/** What was learned and scored. */
export interface Told {
  readonly model: CsvModel;
  readonly training: CsvTraining | null;
  readonly scored: ScoredFile | null;
}

/** Writes the probabilities and tells what was learned. */
export async function tellScores(
  context: CliContext,
  { output, model: kept }: ScoreCsvPlan,
  { model, training, scored }: Told,
): Promise<void> {
  const csv = scored === null ? '' : scoresAsCsv(scored);
  if (output !== null) await writeText(output, `${csv}\n`);
  if (context.json) {
    const scores = scored !== null && output === null ? scoresAsList(scored) : null;
    const { absent = [], metrics = null } = scored ?? {};
    const value = { target: model.target, report: model.report, absent, metrics, scores };
    context.print(JSON.stringify({ ok: true, value }));
    return;
  }
  for (const line of trainingLines(model.report, model.target, training)) context.note(line);
  if (kept !== null) context.note(`The model is in ${kept}.`);
  if (scored === null) return;
  for (const header of scored.absent)
    context.note(`There is no column "${header}" in the scored file: it counts as unknown.`);
  if (scored.metrics !== null)
    for (const line of metricLines(`on the scored file`, [
      { name: `${scored.metrics.rows} rows`, metrics: scored.metrics },
    ]))
      context.note(line);
  if (output === null) context.print(csv);
  else context.note(`${scored.ids.length} rows are scored in ${output}.`);
}

const scoresAsList = ({ ids, probabilities }: ScoredFile): { id: string; probability: number }[] =>
  ids.map((id, row) => ({ id, probability: probabilities[row]! }));

function scoresAsCsv({ idHeader, ids, probabilities }: ScoredFile): string {
  const lines = ids.map((id, row) => `${quoted(id)},${probabilities[row]!.toFixed(6)}`);
  return [`${quoted(idHeader)},probability`, ...lines].join('\n');
}

const quoted = (text: string): string => (/[",\n\r]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Writes a file; a failure is told in words. */
export async function writeText(path: string, text: string): Promise<void> {
  await writeFile(path, text).catch((error: Error) => {
    throw new CliFailure(`${path} cannot be written: ${error.message}`, 1, { type: 'cannotWrite' });
  });
}
