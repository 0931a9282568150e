import type { ReadDb } from '../../handles.ts';

/** An open deal that a lead may belong to. */
export interface ConversionDeal {
  readonly id: string;
  readonly name: string;
  readonly accountId: string;
  readonly stageName: string;
}

/** Open deals of these accounts, the newest first. */
export function openDealsOf(db: ReadDb, accountIds: readonly string[], limit: number): ConversionDeal[] {
  return db.all<ConversionDeal>(
    `SELECT o.id, o.name, o.accountId, coalesce(s.name, '') AS stageName
     FROM json_each(?) j CROSS JOIN opportunity o ON o.accountId = j.value LEFT JOIN stage s ON s.id = o.stageId
     WHERE o.removedAt IS NULL AND o.status IN ('open', 'paused') ORDER BY o.createdAt DESC, o.id LIMIT ?`,
    JSON.stringify(accountIds),
    limit,
  );
}

/** The accounts of these people, by the person's id. */
export function accountsOfContacts(db: ReadDb, contactIds: readonly string[]): ReadonlyMap<string, string | null> {
  const rows = db.all<{ id: string; accountId: string | null }>(
    'SELECT c.id, c.accountId FROM json_each(?) j CROSS JOIN contact c ON c.id = j.value',
    JSON.stringify(contactIds),
  );
  return new Map(rows.map((row) => [row.id, row.accountId]));
}
