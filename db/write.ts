import { err, type Result } from '#shared/lib/result.ts';
import { findBrokenReferences } from './changes/brokenReferences.ts';
import type { CapturedTable } from './changes/capturedTable.ts';
import { type StampContext, Stamper, type StampOutcome } from './changes/stamp.ts';
import { type Connection, sqliteCode } from './driver.ts';
import type { WriteDb } from './handles.ts';
import { drainDuplicateKeys, hasDuplicateKeys, hasUnkeyed } from './repositories/duplicateKeys.ts';
import { drainAttributeScores, hasAttributeScores, hasUnscored } from './repositories/scoringAttributes.ts';
import { drainSearchIndex, hasSearchIndex, hasUnindexed } from './repositories/searchIndex.ts';
import { createReadDb, createWriteDb, directReads, type StatementCache } from './statements.ts';

/** Who changes something, what it is called in the history, and when (epoch ms of the wall clock). */
export type ChangeContext = StampContext;

/** The disk or a brake refused; nothing was changed. `code` is SQLite's, or `massDelete`. */
export interface StorageError {
  readonly type: 'storage';
  readonly code: string;
  /** For people who look into the log. */
  readonly detail?: string;
}

/** What became of a change transaction. `transaction` is null when it failed or changed nothing. */
export interface WriteOutcome<T, E> {
  readonly result: Result<T, E | StorageError>;
  readonly transaction: number | null;
}

/** Failures of the disk and of other programs; everything else SQLite says is a defect of ours. */
const STORAGE_CODES = ['SQLITE_FULL', 'SQLITE_IOERR', 'SQLITE_READONLY', 'SQLITE_BUSY', 'SQLITE_CORRUPT'];
const isStorageCode = (code: string): boolean => STORAGE_CODES.some((known) => code.startsWith(known));

/** Stands for whoever changed the file past this program. */
const UNKNOWN_TOOL = 'unknownTool';

/** The only way to change a workspace: one call, one transaction, one entry of the log. */
export class Writer {
  readonly #cache: StatementCache;
  readonly #connection: Connection;
  readonly #tables: readonly CapturedTable[];
  readonly #stamper: Stamper;
  readonly #hasSearchIndex: boolean;
  readonly #hasDuplicateKeys: boolean;
  readonly #hasAttributeScores: boolean;
  #running = false;

  constructor(cache: StatementCache, tables: readonly CapturedTable[]) {
    this.#cache = cache;
    this.#hasSearchIndex = hasSearchIndex(createReadDb(cache));
    this.#hasDuplicateKeys = hasDuplicateKeys(createReadDb(cache));
    this.#hasAttributeScores = hasAttributeScores(createReadDb(cache));
    this.#connection = cache.connection;
    this.#tables = tables;
    this.#stamper = new Stamper(cache.connection, tables);
  }

  /**
   * Runs `run` in a transaction, stamps what it changed and commits. An error result, a refused stamp or an exception
   * leaves the file as it was; exceptions go on to the caller. Throws when called within itself.
   */
  write<T, E>(context: ChangeContext, run: (db: WriteDb) => Result<T, E>): WriteOutcome<T, E> {
    if (this.#running) throw new Error('A change transaction is already running; pass its WriteDb on instead.');
    this.#running = true;
    let alive = true;
    // The undo of a large import deletes tens of thousands of parents; checking once at the end is what makes that fast.
    const undoing = context.undoes !== undefined;
    try {
      this.#begin(undoing, context.at);
      const result = run(createWriteDb(this.#cache, () => alive));
      alive = false;
      if (isPromise(result)) throw new Error('A change transaction cannot wait: its function must not be async.');
      if (!result.ok) {
        this.#connection.exec('ROLLBACK');
        return { result, transaction: null };
      }
      const outcome = this.#end(undoing, context);
      if (outcome.type === 'refused') return { result: err(refusal(outcome)), transaction: null };
      return { result, transaction: outcome.type === 'stamped' ? outcome.seq : null };
    } catch (thrown) {
      alive = false;
      this.#rollBack();
      const code = sqliteCode(thrown);
      if (code === null || !isStorageCode(code)) throw thrown;
      const detail = thrown instanceof Error ? thrown.message : '';
      return { result: err({ type: 'storage', code, detail }), transaction: null };
    } finally {
      this.#running = false;
      if (undoing) this.#connection.pragma('foreign_keys = ON');
    }
  }

  /** Stamps what another program left behind and indexes what it or a migration changed. Call it once after opening. */
  adoptForeignChanges(at: number): void {
    const read = createReadDb(this.#cache);
    const unindexed = this.#hasSearchIndex && hasUnindexed(read);
    const unkeyed = this.#hasDuplicateKeys && hasUnkeyed(read);
    const unscored = this.#hasAttributeScores && hasUnscored(read);
    if (unindexed || unkeyed || unscored || this.#stamper.hasPending())
      this.write({ actor: UNKNOWN_TOOL, label: UNKNOWN_TOOL, at }, () => nothing);
  }

  #begin(undoing: boolean, at: number): void {
    if (undoing) this.#connection.pragma('foreign_keys = OFF');
    this.#cache.writer('BEGIN IMMEDIATE').run();
    if (this.#stamper.hasPending()) {
      this.#stamper.stamp({ actor: UNKNOWN_TOOL, label: UNKNOWN_TOOL, at, bulkConfirmed: true });
    }
    if (undoing) this.#connection.exec('UPDATE syncSwitch SET undoing = 1');
  }

  #end(undoing: boolean, context: ChangeContext): StampOutcome {
    // In the same transaction, so that whatever is confirmed can be found (docs/adr/0005-search.md).
    const derived = createWriteDb(this.#cache, () => true);
    if (this.#hasSearchIndex) drainSearchIndex(derived);
    if (this.#hasDuplicateKeys) drainDuplicateKeys(derived);
    if (this.#hasAttributeScores) drainAttributeScores(derived, context.at);
    if (undoing) {
      const broken = findBrokenReferences(directReads(this.#connection), this.#tables, 1)[0];
      if (broken !== undefined) throw new Error(`An undo left ${broken.table}.${broken.field} pointing nowhere`);
      this.#connection.exec('UPDATE syncSwitch SET undoing = 0');
    }
    const outcome = this.#stamper.stamp(undoing ? { ...context, bulkConfirmed: true } : context);
    if (outcome.type === 'refused') this.#connection.exec('ROLLBACK');
    else this.#cache.writer('COMMIT').run();
    return outcome;
  }

  #rollBack(): void {
    // SQLite has rolled back by itself after some failures of the disk.
    if (this.#connection.inTransaction) this.#connection.exec('ROLLBACK');
  }
}

const nothing: Result<null, never> = { ok: true, value: null };

const isPromise = (value: unknown): boolean => typeof value === 'object' && value !== null && 'then' in value;

function refusal(outcome: Extract<StampOutcome, { type: 'refused' }>): StorageError {
  const { table, deleted, of } = outcome.massDelete;
  return { type: 'storage', code: 'massDelete', detail: `${deleted} of ${of} rows of ${table}` };
}
