import { accountCount, accountIndustries, accountList, type AccountListRow } from '#db/queries/account/accountList.ts';
import { toMark } from '#db/queries/scoring/attributeMark.ts';
import type { AccountRow, accountContract } from '#shared/contract/account.contract.ts';
import { ok } from '#shared/lib/result.ts';
import type { Handler } from '../../ipc/handler.ts';
import { searchedAccountIds } from './searchedAccountIds.ts';

/** One window of the account list, narrowed, ordered and cut by the database. */
export const listAccounts: Handler<(typeof accountContract)['list']> = ({ db, now, currency }, input) => {
  const { text, ...rest } = input;
  const params = { ...rest, foundIds: searchedAccountIds(db, text), currency, now };
  return ok({
    rows: accountList(db, params).map(toRow),
    total: accountCount(db, params),
    industries: accountIndustries(db),
  });
};

function toRow({
  ownerId,
  ownerName,
  parentId,
  parentName,
  ruleSetId,
  points,
  thin,
  ...row
}: AccountListRow): AccountRow {
  return {
    ...row,
    attribute: toMark({ ruleSetId, points, thin }),
    owner: ownerId === null ? null : { id: ownerId, name: ownerName ?? '' },
    // A parent in the trash is no parent.
    parent: parentId === null || parentName === null ? null : { id: parentId, name: parentName },
  };
}
