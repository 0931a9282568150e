import type { ReadDb } from '../../handles.ts';
import { isOpenDeal } from '../conditions.ts';
import { byName } from '../nameOrder.ts';

/** An account of a group with what is open at itself, in minor units of the asked currency. */
export interface GroupAccount {
  readonly id: string;
  readonly name: string;
  readonly parentId: string | null;
  readonly openAmountMinor: number;
  readonly openDeals: number;
}

/** A group deeper than this is cut; it also ends a circle that a merge of two people's edits can leave. */
const MAXIMUM_DEPTH = 20;

/**
 * The whole group (集团) of an account: from its top parent down, the top first, then by name. Trashed accounts are left out
 * with what hangs below them.
 */
export function accountGroup(db: ReadDb, accountId: string, currency: string): GroupAccount[] {
  return db.all<GroupAccount>(
    `WITH RECURSIVE above(id, parentId, height) AS (
      SELECT id, parentId, 0 FROM account WHERE id = ?
      UNION ALL
      SELECT p.id, p.parentId, above.height + 1 FROM above JOIN account p ON p.id = above.parentId
      WHERE p.removedAt IS NULL AND above.height < ${MAXIMUM_DEPTH}
    ), member(id, depth) AS (
      SELECT id, 0 FROM (SELECT id FROM above ORDER BY height DESC LIMIT 1)
      UNION
      SELECT c.id, member.depth + 1 FROM member JOIN account c ON c.parentId = member.id
      WHERE c.removedAt IS NULL AND member.depth < ${MAXIMUM_DEPTH}
    ), listed AS (SELECT id, min(depth) AS depth FROM member GROUP BY id)
    SELECT a.id, a.name, iif(listed.depth = 0, NULL, a.parentId) AS parentId,
      (SELECT coalesce(sum(o.amountMinor), 0) FROM opportunity o
        WHERE o.accountId = a.id AND ${isOpenDeal('o')} AND o.currency = ?) AS openAmountMinor,
      (SELECT count(*) FROM opportunity o WHERE o.accountId = a.id AND ${isOpenDeal('o')}) AS openDeals
    FROM listed JOIN account a ON a.id = listed.id
    ORDER BY listed.depth, ${byName('account', 'a.id')}`,
    accountId,
    currency,
  );
}

/** The superior of an account in its group, as it is now; the account must exist. */
export function parentOfAccount(db: ReadDb, accountId: string): string | null {
  return db.get<{ parentId: string | null }>('SELECT parentId FROM account WHERE id = ?', accountId)?.parentId ?? null;
}
