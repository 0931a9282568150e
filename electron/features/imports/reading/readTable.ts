import { type CsvError, parse, type Parser } from 'csv-parse';
import type { Delimiter, ImportEncoding, ImportFailure } from '#shared/contract/import.contract.ts';
import { tidyText } from '#shared/domain/imports/foldText.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import { readBytes, ReadFailure } from './byteSource.ts';
import { readsAs } from './detectEncoding.ts';
import type { ImportLimits } from './importLimits.ts';
import { RowStore } from './rowStore.ts';

/** A file read through: its headers, made different from each other, and its rows. */
export interface Table {
  readonly headers: readonly string[];
  readonly rows: RowStore;
  readonly sha256: string;
}

/** How a file is to be read. */
export interface TableFormat {
  readonly gzip: boolean;
  readonly encoding: ImportEncoding;
  readonly delimiter: Delimiter;
}

/**
 * Reads a whole file into a row store, memory bounded by `limits`; faults are told with their line. `progress` hears of
 * bytes read and may throw to stop. The caller closes the rows.
 */
export async function readTable(
  path: string,
  format: TableFormat,
  limits: ImportLimits,
  progress: (bytes: number) => void,
): Promise<Result<Table, ImportFailure>> {
  const rows = new RowStore(limits.memoryBytes);
  const records = new RecordReader(format, limits, rows);
  let bytes = 0;
  try {
    const read = await readBytes(path, format.gzip, limits.bytes, (chunk) => {
      bytes += chunk.length;
      progress(bytes);
      records.take(chunk);
    });
    const ended = read.ok ? await records.end() : read;
    if (!ended.ok) {
      rows.close();
      return ended;
    }
    if (!read.ok) return read;
    if (records.headers.length === 0) {
      rows.close();
      return err({ type: 'emptyFile' });
    }
    return ok({ headers: records.headers, rows, sha256: read.value.sha256 });
  } catch (error) {
    rows.close();
    throw error;
  }
}

/** Bytes in, records out: decodes strictly, cuts into records, stages them. */
class RecordReader {
  headers: string[] = [];
  private readonly format: TableFormat;
  private readonly limits: ImportLimits;
  private readonly rows: RowStore;
  private readonly decoder: InstanceType<typeof TextDecoder>;
  private readonly parser: Parser;
  private readonly finished: Promise<void>;
  private failure: CsvError | null = null;
  private lastLine = 0;
  private lines = 1;

  constructor(format: TableFormat, limits: ImportLimits, rows: RowStore) {
    this.format = format;
    this.limits = limits;
    this.rows = rows;
    this.decoder = new TextDecoder(format.encoding, { fatal: true });
    this.parser = parse({
      delimiter: format.delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: this.limits.recordCharacters,
      on_record: (record: string[], context) => {
        this.record(record, context.lines);
        return null;
      },
    });
    this.finished = new Promise((resolve) => {
      this.parser.on('end', resolve);
      this.parser.on('error', (error) => {
        this.failure = error as CsvError;
        resolve();
      });
    });
    this.parser.resume();
  }

  take(chunk: Buffer): void {
    let text: string;
    try {
      text = this.decoder.decode(chunk, { stream: true });
    } catch {
      throw new ReadFailure(this.wrongEncoding(chunk));
    }
    if (text.includes('\u0000')) throw new ReadFailure({ type: 'binaryFile' });
    if (text !== '') this.parser.write(text);
    if (this.failure) throw new ReadFailure(this.brokenCsv(this.failure));
    for (const byte of chunk) if (byte === 10) this.lines++;
  }

  async end(): Promise<Result<null, ImportFailure>> {
    try {
      const rest = this.decoder.decode();
      if (rest !== '') this.parser.write(rest);
    } catch {
      return err({ type: 'wrongEncoding', line: this.lines, suggested: null });
    }
    this.parser.end();
    await this.finished;
    return this.failure ? err(this.brokenCsv(this.failure)) : ok(null);
  }

  private record(cells: string[], endLine: number): void {
    let breaks = 0;
    for (const cell of cells)
      if (cell.includes('\n') || cell.includes('\r')) breaks += cell.split(/\r\n|\n|\r/u).length - 1;
    this.lastLine = endLine;
    if (cells.every((cell) => cell.trim() === '')) return;
    if (this.headers.length === 0) this.headers = distinctHeaders(cells);
    else this.rows.add(endLine - breaks, cells);
  }

  private brokenCsv(error: CsvError): ImportFailure {
    const details = {
      CSV_QUOTE_NOT_CLOSED: 'quoteNotClosed',
      CSV_INVALID_CLOSING_QUOTE: 'textAfterQuote',
      INVALID_OPENING_QUOTE: 'quoteInsideText',
      CSV_MAX_RECORD_SIZE: 'recordTooLong',
    } as const;
    const code: string = error.code;
    // The parser names the line where it gave up; the record that it could not read begins after the last good one.
    return {
      type: 'brokenCsv',
      line: this.lastLine + 1,
      detail: Object.hasOwn(details, code) ? details[code as keyof typeof details] : 'other',
    };
  }

  /** Finds the first line of the chunk that does not read; UTF-16 cannot be cut at line feeds, so there it is the chunk's. */
  private wrongEncoding(chunk: Buffer): ImportFailure {
    const { encoding } = this.format;
    const suggested =
      (['utf-8', 'gb18030', 'windows-1252'] as const).find((other) => other !== encoding && readsAs(other, chunk)) ??
      null;
    if (encoding.startsWith('utf-16')) return { type: 'wrongEncoding', line: this.lines, suggested };
    let line = this.lines;
    let from = 0;
    while (from < chunk.length) {
      const feed = chunk.indexOf(10, from);
      const to = feed < 0 ? chunk.length : feed + 1;
      // A character may have begun in the chunk before, so a faulty first piece is only believed when no other is faulty.
      if (from > 0 && !readsAs(encoding, chunk.subarray(from, to))) return { type: 'wrongEncoding', line, suggested };
      from = to;
      line++;
    }
    return { type: 'wrongEncoding', line: this.lines, suggested };
  }
}

/** Headers tidied; a second column of one name becomes `name (2)`, one without a name `#3`. */
function distinctHeaders(cells: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return cells.map((cell, index) => {
    const name = tidyText(cell) || `#${index + 1}`;
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return times === 1 ? name : `${name} (${times})`;
  });
}
