import { gunzipSync, gzipSync } from 'node:zlib';
import type { SqlValue } from '../handles.ts';

/** insert, update, delete, return of a deleted row. */
export type OperationKind = 'i' | 'u' | 'd' | 'r';

/** One row's net change within a transaction. `fields` and `values` run in step; both are empty for a delete. */
export interface RowOperation {
  readonly table: string;
  readonly pk: string;
  readonly kind: OperationKind;
  readonly fields: readonly string[];
  readonly values: readonly SqlValue[];
}

/** What a body says about itself, so that the log can be read without any other table. */
export interface BodyHeader {
  readonly hlc: number;
  readonly at: number;
  readonly actor: string;
  readonly label: string;
  readonly device: string;
}

/** A piece of a transaction as it lies in the file. */
export interface BodyPart {
  readonly codec: 'json' | 'gzip';
  readonly body: Buffer;
}

/** Text longer than this starts a new part, so that no single value of the file grows beyond a few megabytes. */
const PART_CHARACTERS = 2_000_000;
/** Below this, compressing costs more time than it saves room. */
const GZIP_FROM_CHARACTERS = 4096;
/** A part never unpacks to more than this; a damaged or hostile file must not eat the memory. */
const MAX_PART_BYTES = 64 * 1024 * 1024;

/**
 * Collects the operations of one transaction into parts. Format (version 1), one JSON value per line: a header with the
 * dictionaries of this part, then `[table, pk, kind, set?, values?]` per row, `table` and `set` counting into the
 * dictionaries. Every part can be read alone.
 */
export class BodyEncoder {
  readonly parts: BodyPart[] = [];
  rows = 0;
  readonly #header: BodyHeader;
  #tables = new Map<string, number>();
  #sets = new Map<string, number>();
  #fieldSets: (readonly string[])[] = [];
  #lines: string[] = [];
  #characters = 0;
  #lastFields: readonly string[] | null = null;
  #lastSet = 0;

  constructor(header: BodyHeader) {
    this.#header = header;
  }

  add(table: string, pk: string, kind: OperationKind, fields: readonly string[], values: readonly SqlValue[]): void {
    const number = this.#tableNumber(table);
    const line =
      kind === 'd'
        ? JSON.stringify([number, pk, kind])
        : JSON.stringify([number, pk, kind, this.#setNumber(fields), encodeValues(values)]);
    this.#lines.push(line);
    this.rows += 1;
    this.#characters += line.length + 1;
    if (this.#characters > PART_CHARACTERS) this.#endPart();
  }

  /** Ends the last part and returns all of them; at least one. */
  finish(): readonly BodyPart[] {
    if (this.#lines.length > 0 || this.parts.length === 0) this.#endPart();
    return this.parts;
  }

  #tableNumber(table: string): number {
    const known = this.#tables.get(table);
    if (known !== undefined) return known;
    this.#tables.set(table, this.#tables.size);
    return this.#tables.size - 1;
  }

  #setNumber(fields: readonly string[]): number {
    // Bulk work hands in the same array again and again.
    if (fields === this.#lastFields) return this.#lastSet;
    const key = fields.join('\u0000');
    let number = this.#sets.get(key);
    if (number === undefined) {
      number = this.#fieldSets.push(fields) - 1;
      this.#sets.set(key, number);
    }
    this.#lastFields = fields;
    this.#lastSet = number;
    return number;
  }

  #endPart(): void {
    const header = JSON.stringify({
      format: 'kongdan-tx',
      version: 1,
      part: this.parts.length,
      ...this.#header,
      tables: [...this.#tables.keys()],
      sets: this.#fieldSets,
    });
    const text = `${header}\n${this.#lines.join('\n')}`;
    const plain = Buffer.from(text, 'utf8');
    this.parts.push(
      text.length < GZIP_FROM_CHARACTERS
        ? { codec: 'json', body: plain }
        : { codec: 'gzip', body: gzipSync(plain, { level: text.length > 200_000 ? 1 : 6 }) },
    );
    this.#tables = new Map();
    this.#sets = new Map();
    this.#fieldSets = [];
    this.#lines = [];
    this.#characters = 0;
    this.#lastFields = null;
  }
}

/** Reads one part back. Throws an Error when the bytes are not what the encoder writes (a damaged file). */
export function decodeBodyPart(codec: string, body: Buffer): { header: BodyHeader; operations: RowOperation[] } {
  const plain = codec === 'gzip' ? gunzipSync(body, { maxOutputLength: MAX_PART_BYTES }) : body;
  const lines = plain.toString('utf8').split('\n');
  const header = JSON.parse(lines[0] ?? '') as BodyHeader & {
    format: string;
    version: number;
    tables: string[];
    sets: string[][];
  };
  if (header.format !== 'kongdan-tx' || header.version !== 1) {
    throw new Error(`Unknown form of a change transaction: ${header.format} ${header.version}`);
  }
  const operations: RowOperation[] = [];
  for (let n = 1; n < lines.length; n += 1) {
    const line = lines[n];
    if (line === undefined || line === '') continue;
    const [table, pk, kind, set, values] = JSON.parse(line) as [
      number,
      string,
      OperationKind,
      number?,
      EncodedValue[]?,
    ];
    operations.push({
      table: header.tables[table] ?? '',
      pk,
      kind,
      fields: set === undefined ? [] : (header.sets[set] ?? []),
      values: values === undefined ? [] : values.map(decodeValue),
    });
  }
  return { header, operations };
}

type EncodedValue = string | number | null | { readonly b: string } | { readonly r: string } | { readonly i: string };

/** JSON knows neither bytes nor infinity nor integers beyond 2^53; those are wrapped, everything else stands as it is. */
function encodeValues(values: readonly SqlValue[]): readonly EncodedValue[] {
  for (const value of values) {
    if (isPlain(value)) continue;
    return values.map(encodeValue);
  }
  return values as readonly EncodedValue[];
}

function isPlain(value: SqlValue): boolean {
  return typeof value === 'number' ? Number.isFinite(value) : typeof value === 'string' || value === null;
}

function encodeValue(value: SqlValue): EncodedValue {
  if (typeof value === 'bigint') return { i: value.toString() };
  if (typeof value === 'number') return Number.isFinite(value) ? value : { r: String(value) };
  if (value === null || typeof value === 'string') return value;
  return { b: value.toString('base64') };
}

function decodeValue(value: EncodedValue): SqlValue {
  if (value === null || typeof value !== 'object') return value;
  if ('b' in value) return Buffer.from(value.b, 'base64');
  return 'i' in value ? BigInt(value.i) : Number(value.r);
}
