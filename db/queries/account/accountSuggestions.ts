import type { ReadDb } from '../../handles.ts';
import { isOpenDeal } from '../conditions.ts';

/** An account as a picker shows it. */
export interface AccountSuggestion {
  readonly id: string;
  readonly name: string;
  readonly city: string;
  readonly openDeals: number;
}

/** These accounts for a picker, in the order of the ids; trashed ones are left out. */
export function suggestedAccounts(db: ReadDb, ids: readonly string[]): AccountSuggestion[] {
  return db.all<AccountSuggestion>(
    `SELECT a.id, a.name, a.city,
      (SELECT count(*) FROM opportunity o WHERE o.accountId = a.id AND ${isOpenDeal('o')}) AS openDeals
    FROM json_each(?) wanted JOIN account a ON a.id = wanted.value
    WHERE a.removedAt IS NULL ORDER BY wanted.key`,
    JSON.stringify(ids),
  );
}

/** The accounts whose deals were touched last, for a picker that nothing was typed into yet. */
export function recentAccountIds(db: ReadDb, limit: number): string[] {
  return db
    .all<{ id: string }>(
      `SELECT o.accountId AS id FROM (
        SELECT accountId, createdAt FROM opportunity WHERE removedAt IS NULL ORDER BY createdAt DESC LIMIT 200) o
      WHERE o.accountId IS NOT NULL GROUP BY o.accountId ORDER BY max(o.createdAt) DESC, o.accountId LIMIT ?`,
      limit,
    )
    .map((row) => row.id);
}
