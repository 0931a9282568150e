import type { Connection } from '../driver.ts';
import type { SqlValue } from '../handles.ts';
import { directReads } from '../statements.ts';
import { findMassDelete, type MassDelete } from './brake.ts';
import type { CapturedTable } from './capturedTable.ts';
import { nextClock } from './clock.ts';
import { type Dictionary, loadDictionary, ROW_DELETED, ROW_RETURNED } from './dictionary.ts';
import { loggedRow } from './loggedRow.ts';
import { type FieldChange, keepChangedGroups, type NetChange, netChanges, type PendingEvent } from './netChange.ts';
import { BodyEncoder } from './transactionBody.ts';

/** Who did it, what a person would call it, and when (epoch ms of the wall clock). */
export interface StampContext {
  readonly actor: string;
  readonly label: string;
  readonly at: number;
  /** Sequence numbers that this transaction takes back. */
  readonly undoes?: readonly number[];
  /** A person confirmed that many rows may go at once. */
  readonly bulkConfirmed?: boolean;
}

/** What the stamp found to do. */
export type StampOutcome =
  | { readonly type: 'nothing' }
  | { readonly type: 'stamped'; readonly seq: number; readonly hlc: number; readonly rows: number }
  | { readonly type: 'refused'; readonly massDelete: MassDelete };

/** Rows read from the file per step, so that a transaction of any size needs little memory. */
const PAGE_ROWS = 4000;

/** Turns what the triggers recorded into one entry of the log; one per connection, statements are kept. */
export class Stamper {
  readonly #connection: Connection;
  readonly #tables: ReadonlyMap<string, CapturedTable>;
  readonly #dictionary: Dictionary;
  readonly #statements;
  readonly #inserts = new Map<string, InsertStatements>();

  /** Reads the dictionary and completes it, so the connection must be able to write. */
  constructor(connection: Connection, tables: readonly CapturedTable[]) {
    this.#connection = connection;
    this.#tables = new Map(tables.map((table) => [table.name, table]));
    this.#dictionary = loadDictionary(connection, tables);
    this.#statements = prepareStatements(connection);
  }

  /** True when rows wait that no transaction of this program stamped: another program wrote into the file. */
  hasPending(): boolean {
    return this.#statements.anyPending.get() !== undefined;
  }

  /** The last statement before COMMIT. Leaves nothing behind when refused, because the caller rolls back. */
  stamp(context: StampContext): StampOutcome {
    const pending = this.#statements.pendingByTable.all();
    if (pending.length === 0) return { type: 'nothing' };
    const device = this.#statements.readMeta.get('device') ?? '';
    const seq = Number(this.#statements.readMeta.get('seq') ?? 0) + 1;
    const hlc = nextClock(Number(this.#statements.readMeta.get('hlc') ?? 0), context.at);
    const { at, actor, label } = context;
    const stamp: Stamp = { seq, hlc, encoder: new BodyEncoder({ hlc, at, actor, label, device }) };
    for (const counts of pending) {
      const table = this.#tables.get(counts.tbl);
      if (table === undefined) throw new Error(`Changes of an unknown table wait to be stamped: ${counts.tbl}`);
      const deleted = this.#stampTable(table, counts, stamp);
      const massDelete = context.bulkConfirmed === true ? null : findMassDelete(this.#connection, table.name, deleted);
      if (massDelete !== null) return { type: 'refused', massDelete };
    }
    this.#statements.clearPending.run();
    const rows = stamp.encoder.rows;
    if (rows === 0) return { type: 'nothing' };
    this.#writeTransaction(context, stamp);
    return { type: 'stamped', seq, hlc, rows };
  }

  /** Returns how many rows are gone. */
  #stampTable(table: CapturedTable, counts: PendingCounts, stamp: Stamp): number {
    if (counts.appeared === counts.events && this.#stampInserts(table, counts, stamp)) return 0;
    const events = this.#statements.events.iterate(table.name) as Iterable<PendingEvent>;
    const number = this.#number(table.name);
    const changes = netChanges(table, events, (pk) => this.#isAlive(number, pk));
    let deleted = 0;
    for (const change of changes) {
      this.#stampRow(table, change, stamp);
      if (change.kind === 'delete') deleted += 1;
    }
    return deleted;
  }

  #isAlive(table: number, pk: string): boolean {
    const row = this.#statements.rowClock.get(table, pk);
    return row !== undefined && row.gone === null;
  }

  /**
   * The fast way for a table that only got new rows: one statement for the clocks, then the rows in pages. Returns
   * false, having changed nothing, when a row has been in the log before.
   */
  #stampInserts(table: CapturedTable, counts: PendingCounts, stamp: Stamp): boolean {
    const number = this.#number(table.name);
    if (this.#statements.anyKnownBefore.get(number, table.name) !== undefined) return false;
    const added = this.#statements.addRowClocks.run(number, stamp.hlc, stamp.seq, table.name);
    if (added.changes !== counts.events) throw new Error(`Two new rows of ${table.name} have the same id`);
    const { page } = this.#insertStatements(table);
    let last = 0;
    for (;;) {
      const rows = page.all(table.name, last);
      for (const [, pk, ...values] of rows) stamp.encoder.add(table.name, pk, 'i', table.columns, values);
      const final = rows.at(-1);
      if (final === undefined || rows.length < PAGE_ROWS) return true;
      last = final[0];
    }
  }

  #stampRow(table: CapturedTable, change: NetChange, stamp: Stamp): void {
    const number = this.#number(table.name);
    const { pk } = change;
    if (change.kind === 'delete') {
      stamp.encoder.add(table.name, pk, 'd', [], []);
      this.#statements.addOp.run(number, pk, ROW_DELETED, stamp.hlc, stamp.seq, null, change.old);
      this.#statements.markGone.run(stamp.hlc, number, pk);
    } else if (change.kind === 'update') {
      this.#stampFields(table, pk, change.fields, stamp);
    } else if (change.kind === 'insert') {
      this.#stampNewRow(table, pk, stamp);
    } else {
      const before =
        change.old === null
          ? loggedRow(directReads(this.#connection), table.name, pk)
          : (JSON.parse(change.old) as Record<string, SqlValue>);
      const fields = new Map<string, FieldChange>();
      for (const [column, val] of this.#content(table, pk)) fields.set(column, { old: before[column] ?? null, val });
      this.#stampFields(table, pk, keepChangedGroups(table, fields), stamp);
    }
  }

  #stampFields(table: CapturedTable, pk: string, fields: ReadonlyMap<string, FieldChange>, stamp: Stamp): void {
    if (fields.size === 0) return;
    const number = this.#number(table.name);
    const values: SqlValue[] = [];
    for (const [column, { old, val }] of fields) {
      this.#statements.addOp.run(number, pk, this.#number(column), stamp.hlc, stamp.seq, val, old);
      values.push(val);
    }
    stamp.encoder.add(table.name, pk, 'u', [...fields.keys()], values);
  }

  #stampNewRow(table: CapturedTable, pk: string, stamp: Stamp): void {
    const number = this.#number(table.name);
    const content = this.#content(table, pk);
    const known = this.#statements.rowClock.get(number, pk) !== undefined;
    if (known) {
      const val = JSON.stringify(Object.fromEntries(content));
      this.#statements.addOp.run(number, pk, ROW_RETURNED, stamp.hlc, stamp.seq, val, null);
      this.#statements.markGone.run(null, number, pk);
    } else {
      this.#statements.addRowClock.run(number, pk, stamp.hlc, stamp.seq);
    }
    stamp.encoder.add(table.name, pk, known ? 'r' : 'i', table.columns, [...content.values()]);
  }

  #content(table: CapturedTable, pk: string): Map<string, SqlValue> {
    const values = this.#insertStatements(table).one.get(pk);
    if (values === undefined) throw new Error(`A captured row of ${table.name} is not in the file: ${pk}`);
    return new Map(table.columns.map((column, n) => [column, values[n] ?? null]));
  }

  #writeTransaction(context: StampContext, stamp: Stamp): void {
    const { seq, hlc, encoder } = stamp;
    const parts = encoder.finish();
    const undoes = context.undoes?.[0] ?? null;
    for (const [part, { codec, body }] of parts.entries()) {
      if (part === 0) {
        const { at, actor, label } = context;
        this.#statements.addTransaction.run(seq, hlc, at, actor, label, codec, body, encoder.rows, undoes);
      } else {
        this.#statements.addPart.run(seq, part, codec, body);
      }
    }
    this.#statements.writeMeta.run('seq', String(seq));
    this.#statements.writeMeta.run('hlc', String(hlc));
    for (const undone of context.undoes ?? []) {
      // What the undone transaction had itself undone counts again.
      this.#statements.clearUndone.run(undone);
      this.#statements.markUndone.run(seq, undone);
    }
  }

  #number(name: string): number {
    const number = this.#dictionary.get(name);
    if (number === undefined) throw new Error(`Not in the dictionary of this workspace: ${name}`);
    return number;
  }

  #insertStatements(table: CapturedTable): InsertStatements {
    let statements = this.#inserts.get(table.name);
    if (statements === undefined) {
      const columns = table.columns.map((column) => `t."${column}"`).join(', ');
      const page =
        `SELECT p.n, p.pk, ${columns} FROM syncPending p JOIN "${table.name}" t ON t."id" = p.pk ` +
        `WHERE p.tbl = ? AND p.n > ? ORDER BY p.n LIMIT ${PAGE_ROWS}`;
      statements = {
        page: this.#connection.prepare<[string, number], [number, string, ...SqlValue[]]>(page).raw(),
        one: this.#connection
          .prepare<[string], SqlValue[]>(`SELECT ${columns} FROM "${table.name}" t WHERE t."id" = ?`)
          .raw(),
      };
      this.#inserts.set(table.name, statements);
    }
    return statements;
  }
}

interface Stamp {
  readonly seq: number;
  readonly hlc: number;
  readonly encoder: BodyEncoder;
}

interface PendingCounts {
  readonly tbl: string;
  readonly events: number;
  readonly appeared: number;
}

interface InsertStatements {
  readonly page: { all(table: string, after: number): [number, string, ...SqlValue[]][] };
  readonly one: { get(pk: string): SqlValue[] | undefined };
}

function prepareStatements(connection: Connection) {
  const addOp = 'INSERT INTO syncOp(tbl, pk, col, hlc, seq, val, old) VALUES (?, ?, ?, ?, ?, ?, ?)';
  return {
    anyPending: connection.prepare('SELECT 1 FROM syncPending LIMIT 1'),
    pendingByTable: connection.prepare<[], PendingCounts>(
      "SELECT tbl, count(*) AS events, sum(col = '+') AS appeared FROM syncPending GROUP BY tbl ORDER BY min(n)",
    ),
    events: connection.prepare('SELECT pk, col, old, val FROM syncPending WHERE tbl = ? ORDER BY n').raw(),
    clearPending: connection.prepare('DELETE FROM syncPending'),
    readMeta: connection.prepare<[string], string>('SELECT value FROM syncMeta WHERE key = ?').pluck(),
    writeMeta: connection.prepare('INSERT OR REPLACE INTO syncMeta(key, value) VALUES (?, ?)'),
    rowClock: connection.prepare<[number, string], { gone: number | null }>(
      'SELECT gone FROM syncRow WHERE tbl = ? AND pk = ?',
    ),
    addRowClock: connection.prepare('INSERT INTO syncRow(tbl, pk, hlc, seq) VALUES (?, ?, ?, ?)'),
    addRowClocks: connection.prepare(
      'INSERT OR IGNORE INTO syncRow(tbl, pk, hlc, seq) SELECT ?, pk, ?, ? FROM syncPending WHERE tbl = ?',
    ),
    anyKnownBefore: connection.prepare(
      'SELECT 1 FROM syncPending p JOIN syncRow r ON r.tbl = ? AND r.pk = p.pk WHERE p.tbl = ? LIMIT 1',
    ),
    markGone: connection.prepare('UPDATE syncRow SET gone = ? WHERE tbl = ? AND pk = ?'),
    addOp: connection.prepare(addOp),
    addTransaction: connection.prepare(
      'INSERT INTO syncTx(seq, hlc, at, actor, label, codec, body, rows, undoes) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
    ),
    addPart: connection.prepare('INSERT INTO syncTxPart(seq, part, codec, body) VALUES (?, ?, ?, ?)'),
    clearUndone: connection.prepare('UPDATE syncTx SET undoneBy = NULL WHERE undoneBy = ?'),
    markUndone: connection.prepare('UPDATE syncTx SET undoneBy = ? WHERE seq = ?'),
  };
}
