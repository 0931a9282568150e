import { accountRates } from '#db/queries/scoring/accountRates.ts';
import { getRow } from '#db/rows.ts';
import { account } from '#db/schema/account.ts';
import type { explanationOperations } from '#shared/contract/scoringExplanation.ts';
import { err, ok } from '#shared/lib/result.ts';
import type { Handler } from '../../ipc/handler.ts';

/** What the open deals of an account are expected to bring, by each of the three win rates. */
export const ofAccount: Handler<typeof explanationOperations.ofAccount> = ({ db, currency }, { id }) => {
  const row = getRow(db, account, id);
  if (!row || row.removedAt !== null) return err({ type: 'notFound', entity: 'account', id });
  const sums = accountRates(db, id).toSorted(
    (a, b) => Number(b.currency === currency) - Number(a.currency === currency) || (a.currency < b.currency ? -1 : 1),
  );
  return ok({ sums });
};
