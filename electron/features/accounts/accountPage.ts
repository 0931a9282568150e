import { accountGroup } from '#db/queries/account/accountGroup.ts';
import {
  type AccountDealSum,
  accountDealIds,
  accountDealSums,
  accountFacts,
  accountLastTouch,
  accountNextTask,
} from '#db/queries/account/accountPage.ts';
import { type ContactListRow, contactsOfAccount } from '#db/queries/contact/contactRows.ts';
import { memberById } from '#db/queries/members.ts';
import { getRow } from '#db/rows.ts';
import { account } from '#db/schema/account.ts';
import { type accountContract, type ContactRow, accountFieldsSchema } from '#shared/contract/account.contract.ts';
import type { MoneySum } from '#shared/contract/primitives.ts';
import { customFields } from '#shared/domain/accounts/customFields.ts';
import { moneySums } from '#shared/domain/pipeline/moneySums.ts';
import { err, ok } from '#shared/lib/result.ts';
import type { Handler } from '../../ipc/handler.ts';
import { loadListRows } from '../pipeline/dealCards.ts';

/** Deals shown on the page; the rest opens in the list. */
const SHOWN_DEALS = 50;

/** Everything about one account: a dozen indexed statements, however many there are of everything. */
export const accountPage: Handler<(typeof accountContract)['page']> = (context, { id }) => {
  const { db, now, currency } = context;
  const row = getRow(db, account, id);
  if (!row || row.removedAt !== null) return err({ type: 'notFound', entity: 'account', id });
  const owner = row.ownerId === null ? undefined : memberById(db, row.ownerId);
  const parent = row.parentId === null ? undefined : getRow(db, account, row.parentId);
  const sums = accountDealSums(db, id);
  const deals = accountDealIds(db, id, SHOWN_DEALS);
  return ok({
    id,
    fields: accountFields(row),
    owner: owner ? { id: owner.id, name: owner.name } : null,
    parent: parent && parent.removedAt === null ? { id: parent.id, name: parent.name } : null,
    group: accountGroup(db, id, currency),
    createdAt: row.createdAt,
    open: sumsOf(sums, 'open', currency),
    won: sumsOf(sums, 'won', currency),
    lost: sumsOf(sums, 'lost', currency),
    lastTouchAt: accountLastTouch(db, id, now),
    next: accountNextTask(db, id),
    deals: loadListRows(context, deals.ids),
    dealsTotal: deals.total,
    contacts: contactsOfAccount(db, id, now).map(toContactRow),
    facts: accountFacts(db, id),
    custom: customFields(row.custom),
  });
};

function accountFields(row: typeof account.$inferSelect) {
  const { tier, ...fields } = accountFieldsSchema
    .keyof()
    .options.reduce<Record<string, unknown>>((picked, field) => ({ ...picked, [field]: row[field] }), {});
  const known = accountFieldsSchema.shape.tier.safeParse(tier);
  // An importance that only the source knows stands among the unmapped columns.
  return { ...fields, tier: known.success ? known.data : '' } as ReturnType<typeof accountFieldsSchema.parse>;
}

function sumsOf(sums: readonly AccountDealSum[], outcome: AccountDealSum['outcome'], currency: string): MoneySum[] {
  const winRates = new Map(sums.map((sum) => [sum.stageId, sum.winRateMille]));
  return moneySums(
    sums.filter((sum) => sum.outcome === outcome),
    (stageId) => winRates.get(stageId) ?? 0,
    currency,
  );
}

function toContactRow({ reportsToId, reportsToName, ...row }: ContactListRow): ContactRow {
  return {
    ...row,
    reportsTo: reportsToId === null || reportsToName === null ? null : { id: reportsToId, name: reportsToName },
  };
}
