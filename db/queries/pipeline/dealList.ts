import type { ReadDb } from '../../handles.ts';
import { dealCondition, isUnfiltered, type DealFilter } from './dealFilter.ts';

export type ListSort = 'name' | 'account' | 'owner' | 'stage' | 'amount' | 'expectedClose' | 'stageAge' | 'created';

/** What a list is ordered by and the tables it needs for that. Names are ordered by pinyin. */
const orders: Record<ListSort, { readonly value: string; readonly join: string }> = {
  name: {
    value: 'd.sortKey',
    join: "LEFT JOIN searchDoc d ON d.entity = 'opportunity' AND d.entityId = o.id",
  },
  account: { value: 'd.sortKey', join: "LEFT JOIN searchDoc d ON d.entity = 'account' AND d.entityId = o.accountId" },
  owner: { value: 'm.name', join: 'LEFT JOIN member m ON m.id = o.ownerId' },
  stage: { value: 's.position', join: 'LEFT JOIN stage s ON s.id = o.stageId' },
  amount: { value: 'o.amountMinor', join: '' },
  expectedClose: { value: 'o.expectedClose', join: '' },
  // Age grows as the entry lies further back.
  stageAge: { value: '-o.stageEnteredAt', join: '' },
  created: { value: 'o.createdAt', join: '' },
};

/** Indexes that hold the order value too, so that an unfiltered list reads no deal but those it shows. */
const covering: Partial<Record<ListSort, string>> = {
  amount: 'opportunity_board',
  stageAge: 'opportunity_board',
  expectedClose: 'opportunity_byClose',
};

/** One window of a list, as ids in order; deals without the value come last in either direction. */
export function listIds(
  db: ReadDb,
  filter: DealFilter,
  sort: { readonly by: ListSort; readonly descending: boolean },
  page: { readonly offset: number; readonly limit: number },
): string[] {
  const where = dealCondition(filter);
  const { value, join } = orders[sort.by];
  const direction = sort.descending ? 'DESC' : 'ASC';
  const index = isUnfiltered(filter) ? covering[sort.by] : undefined;
  const rows = db.all<{ id: string }>(
    `SELECT o.id FROM (
       SELECT o.rowid AS place, ${value} AS value FROM opportunity o ${index === undefined ? '' : `INDEXED BY ${index}`}
       ${join} WHERE ${where.sql} ORDER BY value IS NULL, value ${direction}, place LIMIT ? OFFSET ?
     ) w CROSS JOIN opportunity o ON o.rowid = w.place
     ORDER BY w.value IS NULL, w.value ${direction}, w.place`,
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
}

/** Deals per month of expected close and stage; money only of the deals in `currency`, which others cannot be added to. */
export function monthSums(db: ReadDb, filter: DealFilter, currency: string): MonthRow[] {
  const where = dealCondition(filter);
  return db.all<MonthRow>(
    `SELECT substr(o.expectedClose, 1, 7) AS month, o.stageId, count(*) AS count, ${money('o.amountMinor')} AS amountMinor,
       ${money('o.amountMinor * o.ownWinRate')} AS ownMinor, ${money('o.amountMinor * r.probability')} AS modelMinor
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
