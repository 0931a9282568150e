import type { ReadDb } from '../../handles.ts';
import { docRange } from '../search/findMatches.ts';
import { dealCondition, isUnfiltered, type DealFilter } from './dealFilter.ts';

export type ListSort = 'name' | 'account' | 'owner' | 'stage' | 'amount' | 'expectedClose' | 'stageAge' | 'created';

interface Order {
  readonly value: string;
  readonly join: string;
  /** What decides among equals; of names the id, of figures the place in the table, which the index holds. */
  readonly tie: 'o.id' | 'o.rowid';
}

/** What a list is ordered by and the tables it needs for that. Names are ordered by pinyin. */
const orders: Record<ListSort, Order> = {
  name: {
    value: 'd.sortKey',
    join: "LEFT JOIN searchDoc d ON d.entity = 'opportunity' AND d.entityId = o.id",
    tie: 'o.id',
  },
  account: {
    value: 'd.sortKey',
    join: "LEFT JOIN searchDoc d ON d.entity = 'account' AND d.entityId = o.accountId",
    tie: 'o.id',
  },
  owner: {
    value: 'd.sortKey',
    join: "LEFT JOIN searchDoc d ON d.entity = 'member' AND d.entityId = o.ownerId",
    tie: 'o.id',
  },
  stage: { value: 's.position', join: 'LEFT JOIN stage s ON s.id = o.stageId', tie: 'o.rowid' },
  amount: { value: 'o.amountMinor', join: '', tie: 'o.rowid' },
  expectedClose: { value: 'o.expectedClose', join: '', tie: 'o.rowid' },
  // Age grows as the entry lies further back.
  stageAge: { value: '-o.stageEnteredAt', join: '', tie: 'o.rowid' },
  created: { value: 'o.createdAt', join: '', tie: 'o.rowid' },
};

/**
 * Indexes by which an unfiltered list finds its deals; those of figures hold the order value too, so that no deal is read
 * but those that are shown.
 */
const indexes: Partial<Record<ListSort, string>> = {
  name: 'opportunity_board',
  account: 'opportunity_board',
  owner: 'opportunity_board',
  amount: 'opportunity_board',
  stageAge: 'opportunity_board',
  expectedClose: 'opportunity_byClose',
};

/** Further down than this, sorting the deals is faster than walking all names up to there. */
const WALKED = 5000;

interface Sorted {
  readonly by: ListSort;
  readonly descending: boolean;
}
interface Window {
  readonly offset: number;
  readonly limit: number;
}

/** One window of a list, as ids in order; deals without the value come last in either direction. */
export function listIds(db: ReadDb, filter: DealFilter, sort: Sorted, page: Window): string[] {
  if (sort.by === 'name' && isUnfiltered(filter) && page.offset <= WALKED) return walkNames(db, filter, sort, page);
  const where = dealCondition(filter);
  const { value, join, tie } = orders[sort.by];
  const direction = sort.descending ? 'DESC' : 'ASC';
  const order = tie === 'o.id' ? `${direction}, tie ${direction}` : `${direction}, tie`;
  const index = isUnfiltered(filter) ? indexes[sort.by] : undefined;
  const rows = db.all<{ id: string }>(
    `SELECT o.id FROM (
       SELECT o.rowid AS place, ${tie} AS tie, ${value} AS value
       FROM opportunity o ${index === undefined ? '' : `INDEXED BY ${index}`}
       ${join} WHERE ${where.sql} ORDER BY value IS NULL, value ${order} LIMIT ? OFFSET ?
     ) w CROSS JOIN opportunity o ON o.rowid = w.place
     ORDER BY w.value IS NULL, w.value ${order.replace(' tie', ' w.tie')}`,
    ...where.params,
    page.limit,
    page.offset,
  );
  return rows.map((row) => row.id);
}

/** The same for the order by name, read off the index of names up to the window. */
function walkNames(db: ReadDb, filter: DealFilter, sort: Sorted, page: Window): string[] {
  const where = dealCondition(filter);
  const direction = sort.descending ? 'DESC' : 'ASC';
  const rows = db.all<{ id: string }>(
    // The sign keeps SQLite from looking a column up that the index does not begin with.
    `SELECT d.entityId AS id FROM searchDoc d INDEXED BY searchDoc_bySortKey CROSS JOIN opportunity o ON o.id = d.entityId
     WHERE d.entity = 'opportunity' AND +d.docId >= ? AND +d.docId < ? AND ${where.sql}
     ORDER BY d.sortKey ${direction}, d.entityId ${direction} LIMIT ? OFFSET ?`,
    ...docRange(filter.statuses),
    ...where.params,
    page.limit,
    page.offset,
  );
  return rows.map((row) => row.id);
}

/** Deals of one month and stage, added up. */
export interface MonthRow {
  readonly month: string;
  readonly stageId: string;
  readonly count: number;
  /** In the given currency only. */
  readonly amountMinor: number;
  readonly ownMinor: number;
  readonly modelMinor: number;
  /** Deals without that win rate. */
  readonly ownUnrated: number;
  readonly modelUnrated: number;
}

/** Deals per month of expected close and stage; money only of the deals in `currency`, which others cannot be added to. */
export function monthSums(db: ReadDb, filter: DealFilter, currency: string): MonthRow[] {
  const where = dealCondition(filter);
  return db.all<MonthRow>(
    `SELECT substr(o.expectedClose, 1, 7) AS month, o.stageId, count(*) AS count, ${money('o.amountMinor')} AS amountMinor,
       ${money('o.amountMinor * o.ownWinRate')} AS ownMinor, ${money('o.amountMinor * r.probability')} AS modelMinor,
       count(*) - count(o.ownWinRate) AS ownUnrated, count(*) - count(r.probability) AS modelUnrated
     FROM opportunity o LEFT JOIN opportunityScore r ON r.opportunityId = o.id
     WHERE ${where.sql} GROUP BY 1, 2 ORDER BY 1`,
    currency,
    currency,
    currency,
    ...where.params,
  );
}

const money = (expression: string): string =>
  `coalesce(sum(iif(o.currency = ?, CAST(round(${expression}) AS INTEGER), 0)), 0)`;

/** How many deals have no expected close. */
export function countUndated(db: ReadDb, filter: DealFilter): number {
  const where = dealCondition(filter);
  const row = db.get<{ count: number }>(
    `SELECT count(*) AS count FROM opportunity o WHERE ${where.sql} AND o.expectedClose IS NULL`,
    ...where.params,
  );
  return row?.count ?? 0;
}
