import type { ImportFailure } from '#shared/contract/import.contract.ts';
import type { CsvText } from '#shared/domain/scoring/csv/csvTypes.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import { readHead } from '../../imports/reading/byteSource.ts';
import { detectDelimiter } from '../../imports/reading/detectDelimiter.ts';
import { detectEncodings } from '../../imports/reading/detectEncoding.ts';
import { importLimits } from '../../imports/reading/importLimits.ts';
import { readTable, type Table } from '../../imports/reading/readTable.ts';

/** A record with another number of cells than the header has. */
export interface RaggedRow {
  readonly type: 'raggedRow';
  readonly line: number;
  readonly cells: number;
  readonly expected: number;
}

/** Reads a CSV file (plain or gzip, any encoding and delimiter the import knows) into columns of text. */
export async function readCsvText(path: string): Promise<Result<CsvText, ImportFailure | RaggedRow>> {
  const head = await readHead(path, importLimits.bytes);
  if (!head.ok) return head;
  const { start, gzip } = head.value;
  let failure: ImportFailure = { type: 'binaryFile' };
  for (const encoding of detectEncodings(start)) {
    const delimiter = detectDelimiter(new TextDecoder(encoding).decode(start));
    const read = await readTable(path, { gzip, encoding, delimiter }, importLimits, () => {});
    if (read.ok) return columnsOf(read.value);
    failure = read.error;
    // Anything but the encoding is wrong in every encoding.
    if (failure.type !== 'wrongEncoding') break;
  }
  return err(failure);
}

/** Blank cells beyond the last header are the trace of a spreadsheet; anything else of another length is not the row it seems to be. */
function columnsOf({ headers, rows }: Table): Result<CsvText, RaggedRow> {
  try {
    const columns: string[][] = headers.map(() => []);
    for (const { line, cells } of rows.rows()) {
      const surplus = cells.slice(headers.length).some((cell) => cell.trim() !== '');
      if (cells.length < headers.length || surplus) {
        return err({ type: 'raggedRow', line, cells: cells.length, expected: headers.length });
      }
      for (const [place, column] of columns.entries()) column.push(cells[place]!);
    }
    return ok({ headers, columns, rows: rows.length });
  } finally {
    rows.close();
  }
}
