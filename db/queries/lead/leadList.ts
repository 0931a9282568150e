import type { ReadDb, SqlValue } from '../../handles.ts';
import { isTouch } from '../conditions.ts';
import { attributeColumns, attributePlace, joinAttribute } from '../scoring/attributeMark.ts';

/** One line of the lead inbox. */
export interface LeadListRow {
  readonly id: string;
  readonly company: string;
  readonly personName: string;
  readonly title: string;
  readonly need: string;
  readonly source: string;
  readonly status: string;
  readonly ownerId: string | null;
  readonly ownerName: string | null;
  readonly createdAt: number;
  readonly lastTouchAt: number | null;
  readonly heldSince: number | null;
  readonly heldUntil: number | null;
  readonly reasonCode: string;
  readonly recycled: number;
  readonly ruleSetId: string | null;
  readonly points: number | null;
  readonly thin: number | null;
}

/** What narrows a list of leads. */
export interface LeadFilter {
  /** JSON array of the ids that the search index found, or null when nothing was typed. */
  readonly foundIds: string | null;
  readonly statuses?: readonly string[] | undefined;
  readonly ownerIds?: readonly string[] | undefined;
  readonly ownerless?: boolean | undefined;
  readonly surging?: boolean | undefined;
  readonly sources?: readonly string[] | undefined;
  /** Epoch ms, from inclusive, before exclusive. */
  readonly createdFrom?: number | undefined;
  readonly createdBefore?: number | undefined;
}

/** A window of the list and its order. */
export interface LeadWindow {
  readonly sortBy: 'created' | 'holding' | 'company' | 'attribute';
  readonly descending: boolean;
  readonly offset: number;
  readonly limit: number;
  readonly now: number;
}

/** Names are ordered in pinyin, which the search index holds; leads that nobody holds come last either way. */
const SORTS: Readonly<Record<LeadWindow['sortBy'], string>> = {
  created: 'l.createdAt',
  holding: 'l.heldUntil',
  company: "(SELECT d.sortKey FROM searchDoc d WHERE d.entity = 'lead' AND d.entityId = l.id)",
  attribute: attributePlace('lead', 'l.id'),
};

/** One window of the inbox. The page is found first, from the lead alone; only its rows are then filled in. */
export function leadList(db: ReadDb, filter: LeadFilter, window: LeadWindow): LeadListRow[] {
  const where = leadCondition(filter);
  const direction = window.descending ? 'DESC' : 'ASC';
  const order = `sortKey ${direction} NULLS LAST, id ${direction}`;
  return db.all<LeadListRow>(
    `WITH page AS MATERIALIZED (
       SELECT l.id, ${SORTS[window.sortBy]} AS sortKey FROM lead l WHERE ${where.sql}
       ORDER BY ${order.replace(' id ', ' l.id ')} LIMIT ? OFFSET ?
     )
     SELECT l.id, l.company, l.personName, l.title, l.need, l.source, l.status, l.ownerId, m.name AS ownerName,
       l.createdAt, l.heldSince, l.heldUntil, l.reasonCode, l.recycled,
       (SELECT max(x.at) FROM activity x WHERE x.leadId = l.id AND ${isTouch('x')}) AS lastTouchAt,
       ${attributeColumns}
     FROM page CROSS JOIN lead l ON l.id = page.id LEFT JOIN member m ON m.id = l.ownerId
     ${joinAttribute('lead', 'l.id')}
     ORDER BY page.sortKey ${direction} NULLS LAST, l.id ${direction}`,
    ...where.params,
    window.limit,
    window.offset,
    window.now,
  );
}

/** How many leads a filter leaves. */
export function leadCount(db: ReadDb, filter: LeadFilter): number {
  const where = leadCondition(filter);
  return db.get<{ n: number }>(`SELECT count(*) AS n FROM lead l WHERE ${where.sql}`, ...where.params)?.n ?? 0;
}

/** The condition of a filter over `lead l`. */
function leadCondition(filter: LeadFilter): { readonly sql: string; readonly params: readonly SqlValue[] } {
  const parts = ['l.removedAt IS NULL'];
  const params: SqlValue[] = [];
  const oneOf = (column: string, values: readonly string[] | undefined): void => {
    if (values === undefined || values.length === 0) return;
    parts.push(`l.${column} IN (${values.map(() => '?').join(', ')})`);
    params.push(...values);
  };
  if (filter.foundIds !== null) {
    parts.push('l.id IN (SELECT value FROM json_each(?))');
    params.push(filter.foundIds);
  }
  oneOf('status', filter.statuses);
  oneOf('ownerId', filter.ownerIds);
  if (filter.ownerless === true) parts.push('l.ownerId IS NULL');
  if (filter.surging === true)
    parts.push("l.id IN (SELECT s.entityId FROM behaviourState s WHERE s.entity = 'lead' AND s.surging = 1)");
  oneOf('source', filter.sources);
  if (filter.createdFrom !== undefined) {
    parts.push('l.createdAt >= ?');
    params.push(filter.createdFrom);
  }
  if (filter.createdBefore !== undefined) {
    parts.push('l.createdAt < ?');
    params.push(filter.createdBefore);
  }
  return { sql: parts.join(' AND '), params };
}
