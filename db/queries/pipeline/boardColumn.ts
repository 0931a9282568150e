import type { BoardSort, ExpectedBy } from '#shared/contract/pipeline.contract.ts';
import type { ReadDb } from '../../handles.ts';
import { boardOrder, dealCondition, isUnfiltered, overdueCondition, type DealFilter } from './dealFilter.ts';

/** Where a page of cards ended: the order value and the id of its last card. */
export interface CardPosition {
  readonly value: string | number;
  readonly id: string;
}

/** Figures of one column and currency. */
export interface ColumnSum {
  readonly stageId: string;
  readonly currency: string;
  readonly count: number;
  readonly amountMinor: number;
  /** Σ amount × own or model win rate, each deal rounded; null when weighted by stage, which needs no sum of its own. */
  readonly weightedMinor: number | null;
  readonly overdue: number;
  /** Deals of `count` without that win rate. */
  readonly unrated: number;
}

/** Rounded per deal, so that any grouping adds up to the same. Deals without that rate are left out. */
const weights: Record<ExpectedBy, string> = {
  stage: 'NULL',
  own: 'coalesce(sum(CAST(round(o.amountMinor * o.ownWinRate) AS INTEGER)), 0)',
  model: 'coalesce(sum(CAST(round(o.amountMinor * r.probability) AS INTEGER)), 0)',
};

const unrated: Record<ExpectedBy, string> = {
  stage: '0',
  own: 'count(*) - count(o.ownWinRate)',
  model: 'count(*) - count(r.probability)',
};

/** Count, sum and overdue count per stage and currency; one pass over the index, over the rows only when filtered. */
export function columnSums(db: ReadDb, filter: DealFilter, expectedBy: ExpectedBy): ColumnSum[] {
  const where = dealCondition(filter);
  const overdue = overdueCondition(filter.overdueBefore);
  return db.all<ColumnSum>(
    `SELECT o.stageId, o.currency, count(*) AS count, coalesce(sum(o.amountMinor), 0) AS amountMinor,
       ${weights[expectedBy]} AS weightedMinor, ${unrated[expectedBy]} AS unrated, total(${overdue.sql}) AS overdue
     FROM opportunity o ${isUnfiltered(filter) ? 'INDEXED BY opportunity_board' : ''}
     ${expectedBy === 'model' ? 'LEFT JOIN opportunityScore r ON r.opportunityId = o.id' : ''}
     WHERE ${where.sql} GROUP BY o.stageId, o.currency`,
    ...overdue.params,
    ...where.params,
  );
}

/** How many deals of these statuses lie in these stages, whatever their other fields. */
export function countInStages(
  db: ReadDb,
  processId: string,
  statuses: readonly string[],
  stageIds: readonly string[],
): number {
  const where = dealCondition({
    processIds: [processId],
    statuses,
    stageIds,
    found: null,
    overdueBefore: new Map(),
  });
  const row = db.get<{ count: number }>(
    `SELECT count(*) AS count FROM opportunity o INDEXED BY opportunity_board WHERE ${where.sql}`,
    ...where.params,
  );
  return row?.count ?? 0;
}

/** The next cards of a column in order, each with its place; asks for one more to know whether the column goes on. */
export function columnCards(
  db: ReadDb,
  filter: DealFilter,
  sort: BoardSort,
  after: CardPosition | null,
  limit: number,
): CardPosition[] {
  const where = dealCondition(filter);
  const order = boardOrder[sort];
  const seek = after === null ? '' : `AND (${order}, o.id) > (?, ?)`;
  return db.all<CardPosition>(
    `SELECT ${order} AS value, o.id FROM opportunity o WHERE ${where.sql} ${seek} ORDER BY ${order}, o.id LIMIT ?`,
    ...where.params,
    ...(after === null ? [] : [after.value, after.id]),
    limit + 1,
  );
}
