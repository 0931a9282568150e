import { isMissing } from '#shared/domain/imports/missingValue.ts';
import { tidyText } from '#shared/domain/imports/foldText.ts';
import type { ColumnLook } from '#shared/domain/imports/proposeColumns.ts';
import type { Table } from './reading/readTable.ts';

/** Different values kept per column for guessing. */
const VALUES = 300;
/** Different values counted per column; above that it says "many". */
const COUNTED = 20_000;

/** Goes through a file once and tells of every column how often it says something, and what. */
export function lookAtColumns({ headers, rows }: Table): ColumnLook[] {
  const looks = headers.map((header) => ({
    header,
    values: [] as string[],
    filled: 0,
    seen: new Set<string>(),
    many: false,
  }));
  for (const { cells } of rows.rows()) {
    for (const [index, look] of looks.entries()) {
      const cell = cells[index];
      if (cell === undefined || isMissing(cell)) continue;
      look.filled += 1;
      if (look.many || look.seen.has(cell)) continue;
      if (look.seen.size >= COUNTED) {
        look.many = true;
        look.seen.clear();
        continue;
      }
      look.seen.add(cell);
      if (look.values.length < VALUES) look.values.push(tidyText(cell));
    }
  }
  return looks.map(({ header, values, filled, seen, many }) => ({
    header,
    values,
    filled,
    distinct: many ? null : seen.size,
  }));
}
