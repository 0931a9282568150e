import { suggestedAccounts } from '#db/queries/account/accountSuggestions.ts';
import type { accountContract } from '#shared/contract/account.contract.ts';
import { ok } from '#shared/lib/result.ts';
import type { HandlersFor } from '../../ipc/handler.ts';
import { accountPage } from './accountPage.ts';
import { listAccounts } from './listAccounts.ts';
import { createAccount, removeAccount, updateAccount } from './saveAccount.ts';
import { suggestAccountIds } from './suggestAccountIds.ts';

/** Everything the accounts area answers. */
export const accountHandlers = {
  list: listAccounts,
  page: accountPage,
  create: createAccount,
  update: updateAccount,
  remove: removeAccount,
  suggest: ({ db }, { text, limit }) => ok(suggestedAccounts(db, suggestAccountIds(db, text, limit))),
} satisfies HandlersFor<typeof accountContract>;
