import { sortKey } from '#shared/domain/search/sortKey.ts';
import type { ReadDb, SqlValue } from '../../handles.ts';
import { isOpenDeal, isTouch } from '../conditions.ts';
import { nameKey } from '../nameOrder.ts';
import { attributeColumns, attributePlace, joinAttribute } from '../scoring/attributeMark.ts';

/** One line of the account list. Amounts in minor units of the asked currency. */
export interface AccountListRow {
  readonly id: string;
  readonly name: string;
  readonly industry: string;
  readonly grade: string;
  readonly tier: string;
  readonly city: string;
  readonly ownerId: string | null;
  readonly ownerName: string | null;
  readonly parentId: string | null;
  readonly parentName: string | null;
  readonly openDeals: number;
  readonly openAmountMinor: number;
  readonly wonAmountMinor: number;
  readonly lastTouchAt: number | null;
  readonly ruleSetId: string | null;
  readonly points: number | null;
  readonly thin: number | null;
}

/** What narrows and orders the list. */
export interface AccountListParams {
  /** JSON array of the ids that the search index found, or null when nothing was typed. */
  readonly foundIds: string | null;
  readonly ownerIds?: readonly string[] | undefined;
  readonly industry?: string | undefined;
  readonly sortBy: 'name' | 'openAmount' | 'lastTouch' | 'created' | 'attribute';
  readonly descending: boolean;
  readonly offset: number;
  readonly limit: number;
  readonly currency: string;
  readonly now: number;
}

interface Fragment {
  readonly sql: string;
  readonly params: readonly SqlValue[];
}

/**
 * One window of the account list. The page is found first, from indexes alone; only its rows are then filled in. Accounts
 * without any contact come last whichever way the list is ordered by last contact.
 */
export function accountList(db: ReadDb, params: AccountListParams): AccountListRow[] {
  const where = condition(params);
  const sort = sortOf(params);
  const direction = params.descending ? 'DESC' : 'ASC';
  const sql = `
    WITH opened AS MATERIALIZED (
      SELECT o.accountId, count(*) AS deals, sum(iif(o.currency = ?, o.amountMinor, 0)) AS amountMinor
      FROM opportunity o INDEXED BY opportunity_openByAccount WHERE ${isOpenDeal('o')} GROUP BY o.accountId
    ), page AS MATERIALIZED (
      SELECT a.id, coalesce(opened.deals, 0) AS openDeals, coalesce(opened.amountMinor, 0) AS openAmountMinor,
        ${sort.sql} AS sortKey
      FROM ${sort.from} LEFT JOIN opened ON opened.accountId = a.id
      WHERE ${where.sql}
      ORDER BY ${sort.order ?? `sortKey ${direction} NULLS LAST, a.id ${direction}`} LIMIT ? OFFSET ?
    )
    SELECT a.id, a.name, a.industry, a.grade, a.tier, a.city, a.ownerId, m.name AS ownerName,
      a.parentId, p.name AS parentName, page.openDeals, page.openAmountMinor,
      (SELECT coalesce(sum(o.amountMinor), 0) FROM opportunity o
        WHERE o.accountId = a.id AND o.status = 'won' AND o.removedAt IS NULL AND o.currency = ?) AS wonAmountMinor,
      (SELECT max(x.at) FROM activity x WHERE x.accountId = a.id AND ${isTouch('x')}) AS lastTouchAt,
      ${attributeColumns}
    FROM page CROSS JOIN account a ON a.id = page.id
    LEFT JOIN member m ON m.id = a.ownerId
    ${joinAttribute('account', 'a.id')}
    LEFT JOIN account p ON p.id = a.parentId AND p.removedAt IS NULL
    ORDER BY page.sortKey ${direction} NULLS LAST, a.id ${direction}`;
  return db.all<AccountListRow>(
    sql,
    params.currency,
    ...sort.params,
    ...where.params,
    params.limit,
    params.offset,
    params.currency,
    params.now,
  );
}

/** How many accounts the filter leaves. */
export function accountCount(db: ReadDb, params: AccountListParams): number {
  const where = condition(params);
  return db.get<{ n: number }>(`SELECT count(*) AS n FROM account a WHERE ${where.sql}`, ...where.params)?.n ?? 0;
}

/** Every industry in use, for the filter. */
export function accountIndustries(db: ReadDb): string[] {
  return db
    .all<{ industry: string }>(
      "SELECT DISTINCT industry FROM account WHERE removedAt IS NULL AND industry <> '' ORDER BY industry",
    )
    .map(({ industry }) => ({ industry, key: sortKey(industry) }))
    .toSorted((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key)))
    .map(({ industry }) => industry);
}

interface Sort extends Fragment {
  /** Where the accounts come from, in a way that suits the order. */
  readonly from: string;
  /** What to order by instead of the value, so that the index is walked in its own order. */
  readonly order?: string;
}

/** An order by name is read off the index of names, unless a search has already found the few that are wanted. */
function sortOf(params: AccountListParams): Sort {
  if (params.sortBy !== 'name' || params.foundIds !== null) return { ...sortKeyOf(params), from: 'account a' };
  const direction = params.descending ? 'DESC' : 'ASC';
  return {
    sql: 'd.sortKey',
    params: [],
    from: "searchDoc d INDEXED BY searchDoc_bySortKey CROSS JOIN account a ON d.entity = 'account' AND a.id = d.entityId",
    order: `d.sortKey ${direction}, d.entityId ${direction}`,
  };
}

function sortKeyOf({ sortBy, now }: AccountListParams): Fragment {
  if (sortBy === 'name') return { sql: nameKey('account', 'a.id'), params: [] };
  if (sortBy === 'attribute') return { sql: attributePlace('account', 'a.id'), params: [] };
  if (sortBy === 'created') return { sql: 'a.createdAt', params: [] };
  if (sortBy === 'openAmount') return { sql: 'coalesce(opened.amountMinor, 0)', params: [] };
  return { sql: `(SELECT max(x.at) FROM activity x WHERE x.accountId = a.id AND ${isTouch('x')})`, params: [now] };
}

function condition({ foundIds, ownerIds, industry }: AccountListParams): Fragment {
  const parts = ['a.removedAt IS NULL'];
  const params: SqlValue[] = [];
  if (foundIds !== null) {
    parts.push('a.id IN (SELECT value FROM json_each(?))');
    params.push(foundIds);
  }
  if (ownerIds && ownerIds.length > 0) {
    parts.push(`a.ownerId IN (${ownerIds.map(() => '?').join(', ')})`);
    params.push(...ownerIds);
  }
  if (industry !== undefined && industry !== '') {
    parts.push('a.industry = ?');
    params.push(industry);
  }
  return { sql: parts.join(' AND '), params };
}
