import type Database from 'better-sqlite3';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';

declare const readBrand: unique symbol;
declare const writeBrand: unique symbol;

/** What a statement may be given: better-sqlite3 binds exactly these. */
export type SqlValue = string | number | null | Buffer | bigint;

/**
 * A connection that may be read. Statements are prepared once per text and kept.
 * `Row` is what the caller states the SQL returns; every query file has a test that runs it.
 */
export interface ReadDb {
  readonly [readBrand]: true;
  all<Row>(sql: string, ...params: readonly SqlValue[]): Row[];
  get<Row>(sql: string, ...params: readonly SqlValue[]): Row | undefined;
  /** Rows one by one, for streams that must not be held in memory. */
  iterate<Row>(sql: string, ...params: readonly SqlValue[]): IterableIterator<Row>;
  /** drizzle's typed builder, for queries whose shape varies. */
  readonly orm: BetterSQLite3Database;
}

/** A connection inside a change transaction; exists only within `WorkspaceDb.write`. */
export interface WriteDb extends ReadDb {
  readonly [writeBrand]: true;
  run(sql: string, ...params: readonly SqlValue[]): Database.RunResult;
}
