import { readFile } from 'node:fs/promises';
import { type CsvModel, parseCsvModel, scoreCsv } from '#shared/domain/scoring/csv/csvModel.ts';
import { csvTable, type CsvTraining } from '#shared/domain/scoring/csv/csvTable.ts';
import type { CsvText } from '#shared/domain/scoring/csv/csvTypes.ts';
import { columnNamed } from '#shared/domain/scoring/csv/nameColumns.ts';
import { outcomesOf } from '#shared/domain/scoring/csv/readTarget.ts';
import { sampleTable } from '#shared/domain/scoring/csv/sampleTable.ts';
import { probabilityMetrics } from '#shared/domain/scoring/learning/metrics.ts';
import type { ProbabilityMetrics } from '#shared/domain/scoring/learning/learningTypes.ts';
import { trainModel } from '#shared/domain/scoring/learning/trainModel.ts';
import { readCsvText } from '../../features/scoring/csv/readCsvText.ts';
import { type CliCommand, CliFailure } from '../command.ts';
import { inWords } from '../inWords.ts';
import { csvProblemText } from '../scoring/csvProblemText.ts';
import { misuse, type ScoreCsvPlan, scoreCsvPlan } from '../scoring/scoreCsvPlan.ts';
import { type ScoredFile, tellScores, writeText } from '../scoring/tellScores.ts';

/** `kongdan score-csv`: learns from one CSV file and scores another, so that anyone can check the model on data of their own. */
export const scoreCsvCommand: CliCommand = {
  name: 'score-csv',
  summary: 'learn from one CSV file, score another (no workspace needed)',
  usage: `TRAIN.csv SCORE.csv --target COLUMN [--positive VALUE] [--negative VALUE] [--id COLUMN]
                         [--exclude COLUMN]… [--time COLUMN] [--group COLUMN]… [--seed N]
                         [--output FILE] [--model FILE]
       kongdan score-csv TRAIN.csv --target COLUMN --model FILE …
       kongdan score-csv SCORE.csv --use MODEL.json [--id COLUMN] [--output FILE]

Learns win probabilities the way the program does for deals, and writes a CSV file with the id (or the row number) and the
probability of every row of SCORE.csv to --output, or to standard output; what was learned, how good it is on rows not
learned from and which columns were left out is told on standard error. If SCORE.csv holds the target too, the figures for
it are told as well.

Files may be plain or .gz; encoding and delimiter are found. Columns go by their headers and are read as numbers, dates or
answers by what TRAIN.csv holds. Rows whose target is blank are not learned from; of more than 20,000 others, so many are
drawn by the seed. Every row of SCORE.csv is scored.

--target    the column with the outcome; it must have two values (Won/Lost, 1/0, Yes/No, 赢/输 …)
--positive  the value whose probability is wanted, where it does not tell by its word; with --negative, rows with any
            other value count as not decided
--id        the column that names a row; never learned from
--exclude   a column not to learn from, above all one that is only known afterwards; may be given again, or with commas
--time      a date or number that rises with time: validation then goes forward in it. A date is learned from as well
--group     rows with the same value here are never split in validation; without it, rows that agree in every answer are
            kept together where that is sensible
--model     keep the model as JSON; --use scores with it later
--seed      a whole number; the same files and seed give the same figures (1 when left out)`,
  options: {
    target: { type: 'string' },
    positive: { type: 'string' },
    negative: { type: 'string' },
    id: { type: 'string' },
    exclude: { type: 'string', multiple: true },
    time: { type: 'string' },
    group: { type: 'string', multiple: true },
    seed: { type: 'string', default: '1' },
    output: { type: 'string' },
    model: { type: 'string' },
    use: { type: 'string' },
  },
  async run(args, context) {
    const work = scoreCsvPlan(args);
    // Read before learning: what is wrong with the second file should not take minutes to be told.
    const toScore = work.score === null ? null : await readText(work.score);
    const ids = toScore === null ? null : idsOf(toScore, work);
    const training = work.use === null ? learn(await readText(work.train), work) : null;
    const model = training?.model ?? (await readModel(work.use!));
    if (work.model !== null) await writeText(work.model, `${JSON.stringify(model)}\n`);
    const scored = toScore === null ? null : { ...ids!, ...score(model, toScore, work) };
    await tellScores(context, work, { model, training: training?.table ?? null, scored });
    return 0;
  },
};

async function readText(path: string): Promise<CsvText> {
  let read;
  try {
    read = await readCsvText(path);
  } catch (error) {
    throw misuse(`${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
  if (read.ok) return read.value;
  const { error } = read;
  if (error.type === 'raggedRow')
    throw misuse(
      `${path}, line ${error.line}: ${error.cells} cells, and the header has ${error.expected}. Mend the row, or check the delimiter and quotes.`,
    );
  throw new CliFailure(`${path}: ${inWords(error)}`, 2, error);
}

async function readModel(path: string): Promise<CsvModel> {
  const json = await readFile(path, 'utf8').catch((error: Error) => {
    throw misuse(`${path} cannot be read: ${error.message}`);
  });
  const model = parseCsvModel(json);
  if (model === null) throw misuse(`${path} is not a model that "kongdan score-csv --model" of this version kept.`);
  return model;
}

function learn(
  text: CsvText,
  { train, seed, choices }: ScoreCsvPlan,
): { readonly model: CsvModel; readonly table: CsvTraining } {
  const made = csvTable(text, choices);
  if (!made.ok) throw new CliFailure(csvProblemText(made.error, train), 2, made.error);
  const { target, features, table, unresolved, unresolvedRows } = made.value;
  const trained = trainModel(sampleTable(table, seed), { seed, ...(unresolvedRows > 0 && { unresolved }) });
  return { model: { format: 'kongdan-csv-model', version: 1, target, features, ...trained }, table: made.value };
}

function idsOf(text: CsvText, { id, score: file }: ScoreCsvPlan): Pick<ScoredFile, 'idHeader' | 'ids'> {
  if (id === undefined) return { idHeader: 'row', ids: Array.from({ length: text.rows }, (_, row) => String(row + 1)) };
  const header = columnNamed(text.headers, id);
  if (header !== null) return { idHeader: header, ids: text.columns[text.headers.indexOf(header)]! };
  const problem = { type: 'noSuchColumn', column: id, headers: text.headers } as const;
  throw new CliFailure(csvProblemText(problem, file!), 2, problem);
}

function score(model: CsvModel, text: CsvText, { score: file }: ScoreCsvPlan): Omit<ScoredFile, 'idHeader' | 'ids'> {
  const scored = scoreCsv(model, text);
  if (!scored.ok) throw new CliFailure(csvProblemText(scored.error, file!), 2, scored.error);
  const target = text.columns[text.headers.indexOf(model.target.header)];
  const metrics = target === undefined ? null : metricsOf(scored.value.probabilities, outcomesOf(target, model.target));
  return { ...scored.value, metrics };
}

function metricsOf(probabilities: Float64Array, outcomes: Int8Array): ProbabilityMetrics | null {
  const rows = Array.from(outcomes.keys()).filter((row) => outcomes[row]! >= 0);
  if (rows.length === 0) return null;
  return probabilityMetrics({
    probability: Float64Array.from(rows, (row) => probabilities[row]!),
    outcome: Uint8Array.from(rows, (row) => outcomes[row]!),
  });
}
