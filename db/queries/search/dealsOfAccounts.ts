import type { ReadDb } from '../../handles.ts';

/** The newest deals of these accounts, open ones first. */
export function dealsOfAccounts(db: ReadDb, accountIds: readonly string[], limit: number): string[] {
  const rows = db.all<{ id: string }>(
    `SELECT o.id FROM json_each(?) j CROSS JOIN opportunity o ON o.accountId = j.value
     WHERE o.removedAt IS NULL ORDER BY o.status NOT IN ('open', 'paused'), o.createdAt DESC LIMIT ?`,
    JSON.stringify(accountIds),
    limit,
  );
  return rows.map((row) => row.id);
}
