import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';

/** One file of the public data, every row by its headers. */
export function readCsv(path: string): Record<string, string>[] {
  const bytes = readFileSync(path);
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return parse(text, { columns: true, bom: true });
}

/** The named columns of rows, as text. */
export const pick = (rows: readonly Record<string, string>[], headers: readonly string[]): string[][] =>
  rows.map((row) => headers.map((header) => row[header]!));
