import type { SharedTableName } from '#db/schema/schema.ts';
import type { ReadDb, SqlValue } from '../handles.ts';
import { lastClockAt } from './clock.ts';
import { ROW_DELETED, ROW_RETURNED } from './dictionary.ts';

/** A moment of the past: the end of a transaction, a clock stamp, or an instant in epoch ms. */
export type Moment = { readonly seq: number } | { readonly hlc: number } | { readonly at: number };

/** A row as it was; keys are column names of today's schema. */
export type PastRow = Record<string, SqlValue>;

/** The last clock stamp that counts for a moment. */
export function clockOf(db: ReadDb, moment: Moment): number {
  if ('hlc' in moment) return moment.hlc;
  if ('at' in moment) return lastClockAt(moment.at);
  // A seq that does not exist yet stands for now.
  return db.get<{ hlc: number | null }>('SELECT max(hlc) AS hlc FROM syncTx WHERE seq <= ?', moment.seq)?.hlc ?? 0;
}

interface LaterOperation {
  readonly pk: string;
  readonly col: number;
  readonly field: string | null;
  readonly old: SqlValue;
}

const LATER = `SELECT o.pk, o.col, f.name AS field, o.old FROM syncDict d
  JOIN syncOp o ON o.tbl = d.no LEFT JOIN syncDict f ON f.no = o.col WHERE d.name = ? AND o.hlc > ?`;

/**
 * One row as it was at a moment, undefined when it did not exist then. Starts from the row of today and takes back what
 * was written later, so it costs as much as the row has later changes, whatever the size of the log.
 */
export function rowAsOf(db: ReadDb, table: SharedTableName, id: string, moment: Moment): PastRow | undefined {
  const clock = clockOf(db, moment);
  const born = db.get<{ hlc: number }>(
    'SELECT r.hlc FROM syncDict d JOIN syncRow r ON r.tbl = d.no AND r.pk = ? WHERE d.name = ?',
    id,
    table,
  );
  if (born === undefined || born.hlc > clock) return undefined;
  const later = db.all<LaterOperation>(`${LATER} AND o.pk = ? ORDER BY o.hlc DESC`, table, clock, id);
  return takeBack(db.get<PastRow>(`SELECT * FROM "${table}" WHERE "id" = ?`, id), id, later);
}

/** All rows of a table as they were at a moment, ordered by id. Holds the table in memory; run it in a worker. */
export function rowsAsOf(db: ReadDb, table: SharedTableName, moment: Moment): PastRow[] {
  const clock = clockOf(db, moment);
  const rows = new Map<string, PastRow>();
  const bornLater = new Set(
    db
      .all<{ pk: string }>(
        'SELECT r.pk FROM syncDict d JOIN syncRow r ON r.tbl = d.no WHERE d.name = ? AND r.hlc > ?',
        table,
        clock,
      )
      .map((row) => row.pk),
  );
  for (const row of db.iterate<PastRow>(`SELECT * FROM "${table}"`)) {
    const id = String(row['id']);
    if (!bornLater.has(id)) rows.set(id, row);
  }
  for (const [id, later] of groupByRow(
    db.iterate<LaterOperation>(`${LATER} ORDER BY o.pk, o.hlc DESC`, table, clock),
  )) {
    if (bornLater.has(id)) continue;
    const row = takeBack(rows.get(id), id, later);
    if (row === undefined) rows.delete(id);
    else rows.set(id, row);
  }
  return [...rows.keys()].toSorted().map((id) => rows.get(id) ?? {});
}

function* groupByRow(operations: Iterable<LaterOperation>): Generator<[string, LaterOperation[]]> {
  let group: LaterOperation[] = [];
  for (const operation of operations) {
    const first = group[0];
    if (first !== undefined && first.pk !== operation.pk) {
      yield [first.pk, group];
      group = [];
    }
    group.push(operation);
  }
  const first = group[0];
  if (first !== undefined) yield [first.pk, group];
}

function takeBack(today: PastRow | undefined, id: string, later: readonly LaterOperation[]): PastRow | undefined {
  let row = today;
  for (const { col, field, old } of later) {
    if (col === ROW_DELETED) row = { id, ...(JSON.parse(String(old)) as PastRow) };
    else if (col === ROW_RETURNED) row = undefined;
    else if (row !== undefined && field !== null) row[field] = old;
  }
  return row;
}
