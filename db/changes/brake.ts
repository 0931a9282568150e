import type { Connection } from '../driver.ts';

/** A transaction that would remove suspiciously much; nothing was changed. */
export interface MassDelete {
  readonly table: string;
  readonly deleted: number;
  /** Rows of the table before. */
  readonly of: number;
}

/** More rows than this in one transaction need a person's word (reference: sync design §4.17). */
const MOST_ROWS = 50;
/** So does more than this share of a table ... */
const MOST_SHARE = 0.3;
/** ... that had at least this many rows; in a smaller table every delete would be a large share. */
const SHARE_COUNTS_FROM = 20;

/** Looks at the net deletes of one table in the running transaction; null when they are within bounds. */
export function findMassDelete(connection: Connection, table: string, deleted: number): MassDelete | null {
  if (deleted === 0) return null;
  const countLeft = (atMost: number): number =>
    connection.prepare<[], number>(`SELECT count(*) FROM (SELECT 1 FROM "${table}" LIMIT ${atMost})`).pluck().get() ??
    0;
  // Beyond this size no share of 30 % stays below 50 rows, so an ordinary delete need not count a large table.
  const before = countLeft(Math.ceil(MOST_ROWS / MOST_SHARE)) + deleted;
  const tooMany = deleted > MOST_ROWS || (before >= SHARE_COUNTS_FROM && deleted / before > MOST_SHARE);
  return tooMany ? { table, deleted, of: countLeft(-1) + deleted } : null;
}
