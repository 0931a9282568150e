import type { ReadDb } from '../../handles.ts';
import type { ScoredKind } from './scoredRecords.ts';

/** One figure that a record had from this moment on. */
export interface HistoryFigure {
  readonly at: number;
  readonly value: number | null;
  readonly modelId: string | null;
  readonly inputHash: string;
}

/** Inputs per page of figures; a page is a list of entries: place in the block (2 bytes), figure (4), input hash (6). */
export const PAGE_BLOCK = 1024;
/** Bytes of one entry. */
export const PAGE_ENTRY_BYTES = 12;
/** Length of an input hash in bytes. */
export const INPUT_HASH_BYTES = 6;

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
    Math.floor(input.no / PAGE_BLOCK),
    asOf,
  );
  for (const page of pages) {
    const entry = entryOf(page.body, input.no % PAGE_BLOCK);
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
    for (let at = 0; at < page.body.length; at += PAGE_ENTRY_BYTES) {
      const id = idOf.get(page.block * PAGE_BLOCK + page.body.readUInt16LE(at));
      if (id !== undefined) figures.set(id, { at: page.asOf, modelId: page.modelId, ...readEntry(page.body, at) });
    }
  }
  return figures;
}

function entryOf(body: Buffer, place: number): Pick<HistoryFigure, 'value' | 'inputHash'> | null {
  for (let at = 0; at < body.length; at += PAGE_ENTRY_BYTES)
    if (body.readUInt16LE(at) === place) return readEntry(body, at);
  return null;
}

function readEntry(body: Buffer, at: number): Pick<HistoryFigure, 'value' | 'inputHash'> {
  const value = body.readFloatLE(at + 2);
  return {
    // A 32-bit float keeps seven digits; a ten-thousandth of a per cent is more than any screen shows.
    value: Number.isNaN(value) ? null : Math.round(value * 1e6) / 1e6,
    inputHash: body.toString('hex', at + 6, at + 6 + INPUT_HASH_BYTES),
  };
}
