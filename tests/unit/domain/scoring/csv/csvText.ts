import type { CsvText } from '#shared/domain/scoring/csv/csvTypes.ts';

/** A file as text from its lines, cells cut at `|`; the first line is the header. */
export function csvText(...lines: readonly string[]): CsvText {
  const [headers = [], ...rows] = lines.map((line) => line.split('|'));
  return { headers, columns: headers.map((_, place) => rows.map((row) => row[place]!)), rows: rows.length };
}
