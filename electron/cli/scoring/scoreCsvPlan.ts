import { resolve } from 'node:path';
import type { CsvChoices } from '#shared/domain/scoring/csv/csvTypes.ts';
import { type CliArguments, CliFailure } from '../command.ts';

/** What a command line of `kongdan score-csv` asks for. */
export interface ScoreCsvPlan {
  readonly train: string;
  readonly score: string | null;
  readonly use: string | null;
  readonly model: string | null;
  readonly output: string | null;
  readonly id: string | undefined;
  readonly seed: number;
  readonly choices: CsvChoices;
}

/** Reads the command line; throws a `CliFailure` that says what is wrong with it. */
export function scoreCsvPlan({ words, values }: CliArguments): ScoreCsvPlan {
  const text = (name: string): string | undefined => (typeof values[name] === 'string' ? values[name] : undefined);
  const texts = (name: string): string[] => [values[name] ?? []].flat().map(String);
  const [use, target, model] = [text('use'), text('target'), text('model')];
  if (use !== undefined) {
    if (words.length !== 1 || target !== undefined || model !== undefined)
      throw misuse('--use scores one file with a kept model: kongdan score-csv SCORE.csv --use MODEL.json');
  } else if (target === undefined || words.length === 0 || words.length > 2) {
    throw misuse('Use: kongdan score-csv TRAIN.csv SCORE.csv --target COLUMN');
  } else if (words.length === 1 && model === undefined) {
    throw misuse('Name the file to score as well, or keep the model: --model FILE.');
  }
  const seed = Number(text('seed') ?? '1');
  if (!Number.isInteger(seed) || seed < 0 || seed > 2 ** 31) throw misuse('--seed takes a whole number from 0.');
  const inputs = [...words, ...(use === undefined ? [] : [use])];
  for (const file of [text('output'), model])
    if (file !== undefined && inputs.some((input) => resolve(input) === resolve(file)))
      throw misuse(`${file} is read from and would be overwritten; choose another file to write.`);
  return {
    train: words[0]!,
    score: use === undefined ? (words[1] ?? null) : words[0]!,
    use: use ?? null,
    model: model ?? null,
    output: text('output') ?? null,
    id: text('id'),
    seed,
    choices: {
      target: target ?? '',
      exclude: texts('exclude'),
      group: texts('group'),
      ...optional('positive', text('positive')),
      ...optional('negative', text('negative')),
      ...optional('id', text('id')),
      ...optional('time', text('time')),
    },
  };
}

const optional = <Name extends string>(name: Name, value: string | undefined): { [Key in Name]?: string } =>
  value === undefined ? {} : ({ [name]: value } as { [Key in Name]?: string });

/** Wrong use, told in words. */
export const misuse = (text: string): CliFailure => new CliFailure(text, 2, { type: 'usage' });
