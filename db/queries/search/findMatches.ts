import type { ReadDb } from '../../handles.ts';
import { FIRST_CLOSED_DOC } from '../../repositories/searchIndex.ts';

export type SearchEntity = 'opportunity' | 'account' | 'contact' | 'lead';

const tables: Record<SearchEntity, string> = {
  opportunity: 'searchOpportunity',
  account: 'searchAccount',
  contact: 'searchContact',
  lead: 'searchLead',
};

/**
 * Ids of the records that a full-text query finds, in the order of the index: of deals the open ones first. The
 * expression comes from `searchExpression`.
 */
export function findMatches(db: ReadDb, entity: SearchEntity, expression: string, limit: number): string[] {
  // The index is asked first and alone, so that SQLite never walks the documents to look each up in the index.
  const rows = db.all<{ entityId: string }>(
    `SELECT d.entityId FROM (SELECT rowid FROM ${tables[entity]} WHERE ${tables[entity]} MATCH ? LIMIT ?) f
     CROSS JOIN searchDoc d ON d.entity = ? AND d.docId = f.rowid`,
    expression,
    limit,
    entity,
  );
  return rows.map((row) => row.entityId);
}

/** The deals that a text filter may find: those of these processes and statuses. */
export interface DealScope {
  readonly processIds: readonly string[];
  readonly statuses: readonly string[];
}

/** A found deal and the stage it is in. */
export interface FoundDeal {
  readonly id: string;
  readonly stageId: string;
}

/**
 * Deals within the scope whose own name, or whose account's name, codes or phone, answer the query. Only what the
 * scope can hold is read: the index keeps open deals apart from closed ones.
 */
export function findDeals(db: ReadDb, expression: string, scope: DealScope): FoundDeal[] {
  const inScope = `o.removedAt IS NULL AND o.processId IN (SELECT value FROM json_each(?))
    AND o.status IN (SELECT value FROM json_each(?))`;
  return db.all<FoundDeal>(
    `SELECT o.id, o.stageId FROM (
         SELECT rowid FROM searchOpportunity WHERE searchOpportunity MATCH ? AND rowid >= ? AND rowid < ?
       ) f
       CROSS JOIN searchDoc d ON d.entity = 'opportunity' AND d.docId = f.rowid
       CROSS JOIN opportunity o ON o.id = d.entityId
       WHERE ${inScope}
     UNION
     SELECT o.id, o.stageId FROM (SELECT rowid FROM searchAccount WHERE searchAccount MATCH ?) f
       CROSS JOIN searchDoc d ON d.entity = 'account' AND d.docId = f.rowid
       CROSS JOIN opportunity o ON o.accountId = d.entityId
       WHERE ${inScope}`,
    expression,
    ...docRange(scope.statuses),
    ...scopeOf(scope),
    expression,
    ...scopeOf(scope),
  );
}

/** The documents that deals of these statuses can have, from (inclusive) and before. */
export function docRange(statuses: readonly string[]): readonly [number, number] {
  return [
    statuses.some(isOpenStatus) ? 0 : FIRST_CLOSED_DOC,
    statuses.every(isOpenStatus) ? FIRST_CLOSED_DOC : Number.MAX_SAFE_INTEGER,
  ];
}

const isOpenStatus = (status: string): boolean => status === 'open' || status === 'paused';
const scopeOf = (scope: DealScope): string[] => [JSON.stringify(scope.processIds), JSON.stringify(scope.statuses)];

/** The account with exactly this folded name (`foldName`), the oldest of several; undefined when there is none. */
export function accountByFold(db: ReadDb, fold: string): { id: string; name: string } | undefined {
  return db.get<{ id: string; name: string }>(
    `SELECT a.id, a.name FROM searchDoc d CROSS JOIN account a ON a.id = d.entityId
     WHERE d.entity = 'account' AND d.fold = ? AND a.removedAt IS NULL ORDER BY a.createdAt, a.id LIMIT 1`,
    fold,
  );
}
