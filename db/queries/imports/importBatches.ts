import type { ReadDb } from '../../handles.ts';

/** One import run of this device; `files` and `counts` are JSON. */
export interface ImportBatchRow {
  readonly id: string;
  readonly source: string;
  readonly files: string;
  readonly startedAt: number;
  readonly memberName: string;
  readonly counts: string;
  readonly firstSeq: number | null;
  readonly lastSeq: number | null;
  readonly undoneAt: number | null;
}

const COLUMNS = `b.id, b.source, b.files, b.startedAt, coalesce(m.name, '') AS memberName, b.counts, b.firstSeq,
  b.lastSeq, b.undoneAt`;

/** Every import of this device, newest first. */
export function importBatches(db: ReadDb): ImportBatchRow[] {
  return db.all(
    `SELECT ${COLUMNS} FROM importBatch b LEFT JOIN member m ON m.id = b.memberId ORDER BY b.startedAt DESC, b.id DESC`,
  );
}

/** The import that a file of this content made and that still stands, or undefined. */
export function importOfContent(db: ReadDb, contentHash: string): { readonly id: string } | undefined {
  return db.get('SELECT id FROM importBatch WHERE contentHash = ? AND undoneAt IS NULL LIMIT 1', contentHash);
}

/** One import by its id. */
export function importBatch(db: ReadDb, id: string): ImportBatchRow | undefined {
  return db.get(`SELECT ${COLUMNS} FROM importBatch b LEFT JOIN member m ON m.id = b.memberId WHERE b.id = ?`, id);
}

/** Sequence that the running change transaction will get; ask inside of it. */
export function nextSequence(db: ReadDb): number {
  return Number(db.get<{ value: string }>("SELECT value FROM syncMeta WHERE key = 'seq'")?.value ?? 0) + 1;
}

/** Saved column mappings, newest first; `mapping` is JSON. */
export function importMappings(db: ReadDb): { id: string; name: string; source: string; mapping: string }[] {
  return db.all(
    'SELECT id, name, source, mapping FROM importMapping WHERE removedAt IS NULL ORDER BY createdAt DESC, id DESC',
  );
}
