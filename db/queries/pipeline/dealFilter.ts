import type { BoardSort } from '#shared/contract/pipeline.contract.ts';
import type { SqlValue } from '../../handles.ts';

/** A condition with the values it binds, in order. */
export interface Condition {
  readonly sql: string;
  readonly params: readonly SqlValue[];
}

/** What narrows a set of deals, with everything resolved that SQL cannot know: statuses, thresholds, hits of the search. */
export interface DealFilter {
  /** One process on a board, several in a list over all of them. */
  readonly processIds: readonly string[];
  readonly statuses: readonly string[];
  /** Null = every stage. */
  readonly stageIds: readonly string[] | null;
  /** Ids that the search index found, by the stage they are in; null when nothing was typed. */
  readonly found: ReadonlyMap<string, readonly string[]> | null;
  readonly ownerIds?: readonly string[] | undefined;
  readonly accountId?: string | undefined;
  readonly amountMin?: number | undefined;
  readonly amountMax?: number | undefined;
  readonly closeFrom?: string | undefined;
  readonly closeTo?: string | undefined;
  readonly undated?: boolean | undefined;
  /** Per stage with a limit: deals that entered before this instant are overdue. */
  readonly overdueBefore: ReadonlyMap<string, number>;
  readonly overdue?: boolean | undefined;
  readonly noNextStep?: boolean | undefined;
  readonly unrated?: 'own' | 'model' | undefined;
  readonly qualification?: string | undefined;
  readonly source?: string | undefined;
}

/** The WHERE clause over `opportunity o`; its first terms are the columns of the board's index, in order. */
export function dealCondition(filter: DealFilter): Condition {
  const terms: Condition[] = [
    oneOf('o.processId', filter.processIds),
    oneOf('o.status', filter.statuses),
    { sql: 'o.removedAt IS NULL', params: [] },
  ];
  if (filter.stageIds !== null) terms.push(oneOf('o.stageId', filter.stageIds));
  if (filter.found !== null) {
    // A column is asked for its own hits only: reading ten thousand ids once per column would cost more than the rest.
    const stageIds = filter.stageIds ?? [...filter.found.keys()];
    const ids = stageIds.flatMap((stageId) => filter.found?.get(stageId) ?? []);
    terms.push({ sql: 'o.id IN (SELECT value FROM json_each(?))', params: [JSON.stringify(ids)] });
  }
  if (filter.ownerIds !== undefined) terms.push(oneOf('+o.ownerId', filter.ownerIds));
  compare(terms, 'o.accountId = ?', filter.accountId);
  compare(terms, 'o.amountMinor >= ?', filter.amountMin);
  compare(terms, 'o.amountMinor <= ?', filter.amountMax);
  compare(terms, 'o.expectedClose >= ?', filter.closeFrom);
  compare(terms, 'o.expectedClose <= ?', filter.closeTo);
  if (filter.undated !== undefined)
    terms.push({ sql: `o.expectedClose IS ${filter.undated ? '' : 'NOT '}NULL`, params: [] });
  compare(terms, 'o.source = ?', filter.source);
  if (filter.qualification !== undefined)
    compare(terms, 'o.qualificationLevel = ?', filter.qualification === 'none' ? '' : filter.qualification);
  if (filter.overdue !== undefined) {
    const overdue = overdueCondition(filter.overdueBefore);
    terms.push(filter.overdue ? overdue : { sql: `NOT (${overdue.sql})`, params: overdue.params });
  }
  if (filter.noNextStep !== undefined) {
    const exists =
      "EXISTS (SELECT 1 FROM task t INDEXED BY task_openByOpportunity WHERE t.opportunityId = o.id AND t.status = 'open' AND t.removedAt IS NULL)";
    terms.push({ sql: filter.noNextStep ? `NOT ${exists}` : exists, params: [] });
  }
  if (filter.unrated !== undefined) terms.push(unrated[filter.unrated]);
  return { sql: terms.map((term) => term.sql).join(' AND '), params: terms.flatMap((term) => term.params) };
}

const unrated: Record<'own' | 'model', Condition> = {
  own: { sql: 'o.ownWinRate IS NULL', params: [] },
  model: {
    sql: 'NOT EXISTS (SELECT 1 FROM opportunityScore m WHERE m.opportunityId = o.id AND m.probability IS NOT NULL)',
    params: [],
  },
};

/** Whether nothing but the board's own columns narrows the set, so that the index alone can answer. */
export function isUnfiltered(filter: DealFilter): boolean {
  const { processIds: _p, statuses: _s, stageIds: _i, overdueBefore: _o, found, ...rest } = filter;
  return found === null && Object.values(rest).every((value) => value === undefined);
}

/** Open deals that stayed longer than their stage allows. */
export function overdueCondition(overdueBefore: ReadonlyMap<string, number>): Condition {
  if (overdueBefore.size === 0) return { sql: '0', params: [] };
  const whens = [...overdueBefore].map(() => 'WHEN ? THEN ?').join(' ');
  return {
    sql: `o.status = 'open' AND o.stageEnteredAt < CASE o.stageId ${whens} ELSE -9e15 END`,
    params: [...overdueBefore].flat(),
  };
}

function oneOf(column: string, values: readonly string[]): Condition {
  if (values.length === 1) return { sql: `${column} = ?`, params: values };
  if (values.length <= 20) return { sql: `${column} IN (${values.map(() => '?').join(', ')})`, params: values };
  return { sql: `${column} IN (SELECT value FROM json_each(?))`, params: [JSON.stringify(values)] };
}

function compare(terms: Condition[], sql: string, value: SqlValue | undefined): void {
  if (value !== undefined) terms.push({ sql, params: [value] });
}

/** The value that cards of a column are ordered by, rising; never null, so that a position can be compared with it. */
export const boardOrder: Record<BoardSort, string> = {
  rank: 'o.rank',
  expectedClose: "coalesce(o.expectedClose, '9999-12-31')",
  amount: 'coalesce(-o.amountMinor, 9007199254740991)',
  stageAge: 'o.stageEnteredAt',
  created: '-o.createdAt',
};
