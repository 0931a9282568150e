import type Database from 'better-sqlite3';
import { BetterSQLiteSession } from 'drizzle-orm/better-sqlite3/session';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import { BaseSQLiteDatabase, SQLiteSyncDialect } from 'drizzle-orm/sqlite-core';
import type { Connection } from './driver.ts';
import type { ReadDb, SqlValue, WriteDb } from './handles.ts';

type Statement = Database.Statement;

/** Statements kept per connection. Texts built at run time would otherwise fill memory. */
const KEPT_STATEMENTS = 1000;

/** The prepared statements of one connection, by their text; the oldest is forgotten when there are too many. */
export class StatementCache {
  readonly connection: Connection;
  readonly #reads = new Map<string, Statement>();
  readonly #writes = new Map<string, Statement>();

  constructor(connection: Connection) {
    this.connection = connection;
  }

  /** Throws an Error for a statement that could change the file. */
  reader(sql: string): Statement {
    const known = this.#reads.get(sql);
    // A statement that is being iterated cannot be started again.
    if (known !== undefined && !known.busy) return known;
    const statement = this.connection.prepare(sql);
    if (!statement.readonly) throw new Error(`A read may not change the workspace: ${sql}`);
    keep(this.#reads, sql, statement);
    return statement;
  }

  writer(sql: string): Statement {
    const known = this.#writes.get(sql) ?? this.#reads.get(sql);
    if (known !== undefined && !known.busy) return known;
    const statement = this.connection.prepare(sql);
    keep(statement.readonly ? this.#reads : this.#writes, sql, statement);
    return statement;
  }
}

function keep(statements: Map<string, Statement>, sql: string, statement: Statement): void {
  if (statements.size >= KEPT_STATEMENTS) {
    const oldest = statements.keys().next();
    if (oldest.done !== true) statements.delete(oldest.value);
  }
  statements.set(sql, statement);
}

/** Runs single statements on a raw connection, for the few places that work before handles exist. */
export function directReads(connection: Connection): Pick<ReadDb, 'all' | 'get'> {
  return {
    all: <Row>(sql: string, ...params: readonly SqlValue[]) => connection.prepare(sql).all(...params) as Row[],
    get: <Row>(sql: string, ...params: readonly SqlValue[]) =>
      connection.prepare(sql).get(...params) as Row | undefined,
  };
}

/** The reading side of a connection; refuses every statement that could write. */
export function createReadDb(cache: StatementCache): ReadDb {
  let orm: BetterSQLite3Database | undefined;
  const read = {
    all: (sql: string, ...params: readonly SqlValue[]) => cache.reader(sql).all(...params),
    get: (sql: string, ...params: readonly SqlValue[]) => cache.reader(sql).get(...params),
    iterate: (sql: string, ...params: readonly SqlValue[]) => cache.reader(sql).iterate(...params),
    get orm() {
      orm ??= createOrm((sql) => {
        const statement = cache.connection.prepare(sql);
        if (!statement.readonly) throw new Error(`A read may not change the workspace: ${sql}`);
        return statement;
      });
      return orm;
    },
  };
  return read as unknown as ReadDb;
}

/** The writing side of a connection; every call throws once `isAlive` says that its transaction is over. */
export function createWriteDb(cache: StatementCache, isAlive: () => boolean): WriteDb {
  let orm: BetterSQLite3Database | undefined;
  const statement = (sql: string): Statement => {
    if (!isAlive()) throw new Error('The change transaction is over; this WriteDb can no longer be used.');
    return cache.writer(sql);
  };
  const write = {
    all: (sql: string, ...params: readonly SqlValue[]) => statement(sql).all(...params),
    get: (sql: string, ...params: readonly SqlValue[]) => statement(sql).get(...params),
    iterate: (sql: string, ...params: readonly SqlValue[]) => statement(sql).iterate(...params),
    run: (sql: string, ...params: readonly SqlValue[]) => statement(sql).run(...params),
    get orm() {
      orm ??= createOrm((sql) => {
        if (!isAlive()) throw new Error('The change transaction is over; this WriteDb can no longer be used.');
        return cache.connection.prepare(sql);
      });
      return orm;
    },
  };
  return write as unknown as WriteDb;
}

/**
 * drizzle's builder over a connection. Built from its parts, because `drizzle-orm/better-sqlite3` itself imports the
 * binding at once, which must not happen before the Node.js version has been looked at (driver.ts).
 */
function createOrm(prepare: (sql: string) => Statement): BetterSQLite3Database {
  const client = {
    prepare,
    transaction: () => {
      throw new Error('Transactions are opened by WorkspaceDb.write, nowhere else.');
    },
  };
  const dialect = new SQLiteSyncDialect();
  const session = new BetterSQLiteSession(client as unknown as Connection, dialect, undefined);
  return new BaseSQLiteDatabase('sync', dialect, session, undefined) as unknown as BetterSQLite3Database;
}
