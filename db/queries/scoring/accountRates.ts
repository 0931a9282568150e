import type { ReadDb } from '../../handles.ts';
import { isOpenDeal } from '../conditions.ts';

/** Open deals of an account in one currency; money in minor units, each deal rounded. */
export interface AccountRates {
  readonly currency: string;
  readonly count: number;
  readonly amountMinor: number;
  readonly stageMinor: number;
  readonly ownMinor: number;
  readonly modelMinor: number;
  /** Deals without that win rate: they add nothing. */
  readonly ownUnrated: number;
  readonly modelUnrated: number;
}

const money = (expression: string): string => `CAST(coalesce(sum(round(${expression})), 0) AS INTEGER)`;

/** The open deals of an account by each of the three win rates. */
export function accountRates(db: ReadDb, accountId: string): AccountRates[] {
  return db.all<AccountRates>(
    `SELECT o.currency, count(*) AS count, coalesce(sum(o.amountMinor), 0) AS amountMinor,
       ${money('o.amountMinor * coalesce(s.winRateMille, 0) / 1000.0')} AS stageMinor,
       ${money('o.amountMinor * o.ownWinRate')} AS ownMinor, ${money('o.amountMinor * r.probability')} AS modelMinor,
       count(*) - count(o.ownWinRate) AS ownUnrated, count(*) - count(r.probability) AS modelUnrated
     FROM opportunity o LEFT JOIN stage s ON s.id = o.stageId LEFT JOIN opportunityScore r ON r.opportunityId = o.id
     WHERE o.accountId = ? AND ${isOpenDeal('o')} GROUP BY o.currency`,
    accountId,
  );
}
