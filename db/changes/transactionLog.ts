import type { ReadDb } from '../handles.ts';
import { decodeBodyPart, type RowOperation } from './transactionBody.ts';

/** One entry of the log without its content. */
export interface TransactionHeader {
  /** Counts the change transactions of this device from 1. */
  readonly seq: number;
  /** Hybrid clock, see clock.ts. */
  readonly hlc: number;
  /** Wall clock of the writer, epoch ms. */
  readonly at: number;
  /** Id of the member, or a word such as `unknownTool`. */
  readonly actor: string;
  /** Code of what was done, e.g. `opportunity.move`. */
  readonly label: string;
  /** Rows that it changed. */
  readonly rows: number;
  /** What it takes back, and what took it back, both as seq. */
  readonly undoes: number | null;
  readonly undoneBy: number | null;
}

const HEADER = 'seq, hlc, at, actor, label, rows, undoes, undoneBy';

/** One entry of the log; undefined when there is none with this number. */
export function transactionHeader(db: ReadDb, seq: number): TransactionHeader | undefined {
  return db.get<TransactionHeader>(`SELECT ${HEADER} FROM syncTx WHERE seq = ?`, seq);
}

/** Entries after this number, oldest first, at most `limit`. */
export function changesSince(db: ReadDb, seq: number, limit = 1000): TransactionHeader[] {
  return db.all<TransactionHeader>(`SELECT ${HEADER} FROM syncTx WHERE seq > ? ORDER BY seq LIMIT ?`, seq, limit);
}

/** The newest entry, undefined in a workspace in which nothing has happened yet. */
export function newestTransaction(db: ReadDb): TransactionHeader | undefined {
  return db.get<TransactionHeader>(`SELECT ${HEADER} FROM syncTx ORDER BY seq DESC LIMIT 1`);
}

/** The row operations of an entry, part by part, so that even a huge import is read in little memory. */
export function* operationsOf(db: Pick<ReadDb, 'get'>, seq: number): Generator<RowOperation> {
  const first = db.get<{ codec: string; body: Buffer }>('SELECT codec, body FROM syncTx WHERE seq = ?', seq);
  if (first === undefined) return;
  yield* decodeBodyPart(first.codec, first.body).operations;
  for (let part = 1; ; part += 1) {
    const next = db.get<{ codec: string; body: Buffer }>(
      'SELECT codec, body FROM syncTxPart WHERE seq = ? AND part = ?',
      seq,
      part,
    );
    if (next === undefined) return;
    yield* decodeBodyPart(next.codec, next.body).operations;
  }
}

/** How much of the log somebody wants to read; with more than this it is cheaper to read everything anew. */
export interface LogBounds {
  readonly transactions: number;
  readonly rows: number;
}

/** Row operations of all entries after this number, oldest first; null where there is too much. */
export function operationsSince(db: ReadDb, seq: number, most: LogBounds): Iterable<RowOperation> | null {
  const entries = changesSince(db, seq, most.transactions);
  const rows = entries.reduce((sum, entry) => sum + entry.rows, 0);
  if (entries.length === most.transactions || rows > most.rows) return null;
  return operationsOfAll(db, entries);
}

function* operationsOfAll(db: ReadDb, entries: readonly TransactionHeader[]): Generator<RowOperation> {
  for (const entry of entries) yield* operationsOf(db, entry.seq);
}
