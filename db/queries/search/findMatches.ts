import type { ReadDb } from '../../handles.ts';

export type SearchEntity = 'opportunity' | 'account' | 'contact';

const tables: Record<SearchEntity, string> = {
  opportunity: 'searchOpportunity',
  account: 'searchAccount',
  contact: 'searchContact',
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

/** Ids of deals whose own name or whose account's name, codes or phone answer the query. */
export function findDealIds(db: ReadDb, expression: string): string[] {
  const rows = db.all<{ id: string }>(
    `SELECT d.entityId AS id FROM (SELECT rowid FROM searchOpportunity WHERE searchOpportunity MATCH ?) f
       CROSS JOIN searchDoc d ON d.entity = 'opportunity' AND d.docId = f.rowid
     UNION
     SELECT o.id FROM (SELECT rowid FROM searchAccount WHERE searchAccount MATCH ?) f
       CROSS JOIN searchDoc d ON d.entity = 'account' AND d.docId = f.rowid
       CROSS JOIN opportunity o ON o.accountId = d.entityId`,
    expression,
    expression,
  );
  return rows.map((row) => row.id);
}

/** The account with exactly this folded name (`foldName`), the oldest of several; undefined when there is none. */
export function accountByFold(db: ReadDb, fold: string): { id: string; name: string } | undefined {
  return db.get<{ id: string; name: string }>(
    `SELECT a.id, a.name FROM searchDoc d CROSS JOIN account a ON a.id = d.entityId
     WHERE d.entity = 'account' AND d.fold = ? AND a.removedAt IS NULL ORDER BY a.createdAt, a.id LIMIT 1`,
    fold,
  );
}
