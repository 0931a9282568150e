import type { CsvProblem } from '#shared/domain/scoring/csv/csvTypes.ts';

const list = (texts: readonly string[]): string => texts.map((text) => `"${text}"`).join(', ');

/** What is wrong with a file, and what to do about it, in one or two sentences. */
export function csvProblemText(problem: CsvProblem, file: string): string {
  switch (problem.type) {
    case 'noRows':
      return `${file} has a header and no rows.`;
    case 'noSuchColumn':
      return `${file} has no column "${problem.column}". It has: ${list(problem.headers)}.`;
    case 'usedTwice':
      return `"${problem.column}" is the target and cannot be id, time, group or excluded as well.`;
    case 'targetBlank':
      return `The target "${problem.column}" of ${file} is blank in every row; name the column that holds the outcome.`;
    case 'oneAnswer':
      return `The target "${problem.column}" of ${file} only ever says "${problem.answer}"; learning needs both outcomes.`;
    case 'manyAnswers':
      return (
        `The target "${problem.column}" of ${file} has ${problem.count} different values (${list(problem.answers)}), and two are wanted. ` +
        'Say which two with --positive VALUE --negative VALUE; the others then count as not decided.'
      );
    case 'whichIsPositive':
      return `It is not clear which of ${list(problem.answers)} in "${problem.column}" is the wanted outcome. Say it: --positive VALUE.`;
    case 'noSuchAnswer':
      return `The target "${problem.column}" of ${file} never says "${problem.answer}". It says: ${list(problem.answers)}.`;
    case 'noTimes':
      return (
        `Only ${problem.readable} of ${problem.rows} rows have a date or number in "${problem.column}". ` +
        'Choose another --time column, or leave it out.'
      );
    case 'noFeatures':
      return `${file} has no column to learn from besides target, id and excluded ones.`;
    default:
      return `${file} has none of the columns the model was trained on: ${list(problem.columns)}.`;
  }
}
