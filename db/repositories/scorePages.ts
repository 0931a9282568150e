import type { WriteDb } from '../handles.ts';
import { INPUT_HASH_BYTES, PAGE_BLOCK, PAGE_ENTRY_BYTES } from '../queries/scoring/scorePages.ts';
import type { ScoredKind } from '../queries/scoring/scoredRecords.ts';

/** A figure that goes into the history; `no` is the number of its input. */
export interface PagedFigure {
  readonly no: number;
  readonly probability: number | null;
  readonly inputHash: string;
}

/** Appends figures to the history: one page per block that has any. Figures come in the order of their numbers. */
export function appendScorePages(
  db: WriteDb,
  kind: ScoredKind,
  scored: { readonly modelId: string | null; readonly asOf: number },
  figures: readonly PagedFigure[],
): void {
  for (let from = 0; from < figures.length;) {
    const block = Math.floor(figures[from]!.no / PAGE_BLOCK);
    let to = from;
    while (to < figures.length && Math.floor(figures[to]!.no / PAGE_BLOCK) === block) to += 1;
    const body = Buffer.alloc((to - from) * PAGE_ENTRY_BYTES);
    for (let n = from; n < to; n += 1) writeEntry(body, (n - from) * PAGE_ENTRY_BYTES, figures[n]!);
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
  body.writeUInt16LE(no % PAGE_BLOCK, at);
  body.writeFloatLE(probability ?? Number.NaN, at + 2);
  body.write(inputHash, at + 6, INPUT_HASH_BYTES, 'hex');
}
