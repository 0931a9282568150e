import type { ReadDb, WriteDb } from '../handles.ts';
import type { ScoredKind } from '../queries/scoring/scoredRecords.ts';

/** A figure that goes into the history; `no` is the number of its input. */
export interface PagedFigure {
  readonly no: number;
  readonly probability: number | null;
  readonly inputHash: string;
}

/** One figure that a record had from this moment on. */
export interface HistoryFigure {
  readonly at: number;
  readonly value: number | null;
  readonly modelId: string | null;
  readonly inputHash: string;
}

/** Inputs per page. */
const BLOCK = 1024;
/** An entry: place in the block (2 bytes), figure (4), input hash (6). */
const ENTRY = 12;
const HASH_BYTES = 6;
/** Length of an input hash in hexadecimal digits. */
export const INPUT_HASH_DIGITS = HASH_BYTES * 2;

/** Appends figures to the history: one page per block that has any. Figures come in the order of their numbers. */
export function appendScorePages(
  db: WriteDb,
  kind: ScoredKind,
  scored: { readonly modelId: string | null; readonly asOf: number },
  figures: readonly PagedFigure[],
): void {
  for (let from = 0; from < figures.length;) {
    const block = Math.floor(figures[from]!.no / BLOCK);
    let to = from;
    while (to < figures.length && Math.floor(figures[to]!.no / BLOCK) === block) to += 1;
    const body = Buffer.alloc((to - from) * ENTRY);
    for (let n = from; n < to; n += 1) writeEntry(body, (n - from) * ENTRY, figures[n]!);
    db.run(
      'INSERT INTO scorePage(kind, block, asOf, modelId, body) VALUES (?, ?, ?, ?, ?)',
      kind,
      block,
      scored.asOf,
      scored.modelId,
      body,
    );
    from = to;
  }
}

function writeEntry(body: Buffer, at: number, { no, probability, inputHash }: PagedFigure): void {
  body.writeUInt16LE(no % BLOCK, at);
  body.writeFloatLE(probability ?? Number.NaN, at + 2);
  body.write(inputHash, at + 6, HASH_BYTES, 'hex');
}

/** The figures of a record up to a moment, newest first, at most `limit`. */
export function scoreHistoryOf(
  db: ReadDb,
  kind: ScoredKind,
  id: string,
  { asOf, limit }: { readonly asOf: number; readonly limit: number },
): HistoryFigure[] {
  const input = db.get<{ no: number }>('SELECT no FROM scoreInput WHERE kind = ? AND entityId = ?', kind, id);
  if (input === undefined) return [];
  const found: HistoryFigure[] = [];
  const pages = db.iterate<{ asOf: number; modelId: string | null; body: Buffer }>(
    'SELECT asOf, modelId, body FROM scorePage WHERE kind = ? AND block = ? AND asOf <= ? ORDER BY asOf DESC, rowid DESC',
    kind,
    Math.floor(input.no / BLOCK),
    asOf,
  );
  for (const page of pages) {
    const entry = entryOf(page.body, input.no % BLOCK);
    if (entry !== null) found.push({ at: page.asOf, modelId: page.modelId, ...entry });
    if (found.length === limit) break;
  }
  return found;
}

/** The figure that each record of a kind had at a moment, by its id: what a later check compares with what happened. */
export function figuresAt(db: ReadDb, kind: ScoredKind, asOf: number): Map<string, HistoryFigure> {
  const idOf = new Map<number, string>();
  for (const { no, id } of db.iterate<{ no: number; id: string }>(
    'SELECT no, entityId AS id FROM scoreInput WHERE kind = ?',
    kind,
  ))
    idOf.set(no, id);
  const figures = new Map<string, HistoryFigure>();
  const pages = db.iterate<{ block: number; asOf: number; modelId: string | null; body: Buffer }>(
    'SELECT block, asOf, modelId, body FROM scorePage WHERE kind = ? AND asOf <= ? ORDER BY block, asOf, rowid',
    kind,
    asOf,
  );
  for (const page of pages) {
    for (let at = 0; at < page.body.length; at += ENTRY) {
      const id = idOf.get(page.block * BLOCK + page.body.readUInt16LE(at));
      if (id !== undefined) figures.set(id, { at: page.asOf, modelId: page.modelId, ...readEntry(page.body, at) });
    }
  }
  return figures;
}

function entryOf(body: Buffer, place: number): Pick<HistoryFigure, 'value' | 'inputHash'> | null {
  for (let at = 0; at < body.length; at += ENTRY) if (body.readUInt16LE(at) === place) return readEntry(body, at);
  return null;
}

function readEntry(body: Buffer, at: number): Pick<HistoryFigure, 'value' | 'inputHash'> {
  const value = body.readFloatLE(at + 2);
  return {
    // A 32-bit float keeps seven digits; a ten-thousandth of a per cent is more than any screen shows.
    value: Number.isNaN(value) ? null : Math.round(value * 1e6) / 1e6,
    inputHash: body.toString('hex', at + 6, at + 6 + HASH_BYTES),
  };
}
