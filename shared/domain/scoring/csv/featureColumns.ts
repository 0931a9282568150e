import { DAY_MS } from '../../../lib/time.ts';
import { tidyText } from '../../imports/foldText.ts';
import { isMissing } from '../../imports/missingValue.ts';
import type { LearningColumn } from '../learning/learningTypes.ts';
import type { CsvFeature, CsvText } from './csvTypes.ts';
import { dayOfText, numberOfText } from './readCell.ts';

/** Beyond this many date columns the gaps between them are not taken: they grow with the square. */
const MOST_DATES_FOR_GAPS = 4;

/**
 * The columns to learn from, the same for the file trained on and the file scored. A number is itself; a date becomes its
 * day and its month, and two dates the days between them; anything else is an answer, spaces levelled. A column that the file does not have is
 * unknown throughout.
 */
export function featureColumns(text: CsvText, features: readonly CsvFeature[]): LearningColumn[] {
  const dates: { readonly header: string; readonly values: Float64Array }[] = [];
  const columns = features.flatMap(({ header, reading }): LearningColumn[] => {
    const cells = text.columns[text.headers.indexOf(header)];
    if (reading.kind === 'category') return [{ name: header, kind: 'category', values: answers(cells, text.rows) }];
    if (reading.kind === 'number') {
      const { decimal } = reading;
      return [
        { name: header, kind: 'number', values: numbers(cells, text.rows, (cell) => numberOfText(cell, decimal)) },
      ];
    }
    const { order } = reading;
    const days = numbers(cells, text.rows, (cell) => dayOfText(cell, order));
    dates.push({ header, values: days });
    return [
      { name: header, kind: 'number', values: days },
      { name: `${header} · month`, kind: 'category', values: Array.from(days, monthOf) },
    ];
  });
  return [...columns, ...gaps(dates)];
}

function answers(cells: readonly string[] | undefined, rows: number): string[] {
  const known = new Map<string, string>();
  return Array.from({ length: rows }, (_, row) => {
    const cell = cells?.[row] ?? '';
    let answer = known.get(cell);
    if (answer === undefined) {
      answer = isMissing(cell) ? '' : tidyText(cell);
      known.set(cell, answer);
    }
    return answer;
  });
}

function numbers(cells: readonly string[] | undefined, rows: number, read: (cell: string) => number): Float64Array {
  const values = new Float64Array(rows).fill(Number.NaN);
  if (cells === undefined) return values;
  for (let row = 0; row < rows; row++) {
    const cell = cells[row]!.trim();
    if (!isMissing(cell)) values[row] = read(cell);
  }
  return values;
}

const monthOf = (day: number): string =>
  Number.isNaN(day) || Math.abs(day) > 8e7 ? '' : String(new Date(day * DAY_MS).getUTCMonth() + 1).padStart(2, '0');

function gaps(dates: readonly { readonly header: string; readonly values: Float64Array }[]): LearningColumn[] {
  if (dates.length > MOST_DATES_FOR_GAPS) return [];
  return dates.flatMap((first, place) =>
    dates.slice(place + 1).map((second): LearningColumn => ({
      name: `${first.header} → ${second.header}`,
      kind: 'number',
      values: first.values.map((day, row) => second.values[row]! - day),
    })),
  );
}
