import { openDealCount } from '#db/queries/account/accountPage.ts';
import { parentOfAccount } from '#db/queries/account/accountGroup.ts';
import { missingReference } from '#db/queries/missingReference.ts';
import type { ReadDb } from '#db/handles.ts';
import { addAccount, changeAccount, trashAccount } from '#db/repositories/accounts.ts';
import { getRow } from '#db/rows.ts';
import { account } from '#db/schema/account.ts';
import type { accountContract } from '#shared/contract/account.contract.ts';
import { changedMeanwhile } from '#shared/domain/accounts/changedMeanwhile.ts';
import { closesCircle } from '#shared/lib/closesCircle.ts';
import { err, ok } from '#shared/lib/result.ts';
import type { Answer, Handler } from '../../ipc/handler.ts';

/** Adds an account; whoever adds it owns it unless somebody else is named. */
export const createAccount: Handler<(typeof accountContract)['create']> = (context, { fields }) =>
  context.write('account.create', (db): Answer<(typeof accountContract)['create']> => {
    const missing = missingParentOrOwner(db, fields);
    if (missing) return err({ type: 'notFound', ...missing });
    const id = context.newId();
    const ownerId = fields.ownerId === undefined ? context.actorId || null : fields.ownerId;
    addAccount(db, { ...fields, ownerId, id, createdAt: context.now });
    return ok({ id });
  });

/** Changes fields of an account, unless somebody else changed one meanwhile or the group would become a circle. */
export const updateAccount: Handler<(typeof accountContract)['update']> = (context, { id, fields, expected }) =>
  context.write('account.update', (db): Answer<(typeof accountContract)['update']> => {
    const row = getRow(db, account, id);
    if (!row || row.removedAt !== null) return err({ type: 'notFound', entity: 'account', id });
    const missing = missingParentOrOwner(db, fields);
    if (missing) return err({ type: 'notFound', ...missing });
    const conflict = changedMeanwhile(row, fields, expected);
    if (conflict) return err(conflict);
    if (fields.parentId && closesCircle(id, fields.parentId, (at) => parentOfAccount(db, at))) {
      return err({ type: 'circle', field: 'parentId' });
    }
    changeAccount(db, id, fields);
    return ok({});
  });

/** Moves an account to the trash, unless deals there are still to be decided. */
export const removeAccount: Handler<(typeof accountContract)['remove']> = (context, { id }) =>
  context.write('account.remove', (db): Answer<(typeof accountContract)['remove']> => {
    if (missingReference(db, [{ entity: 'account', id }])) return err({ type: 'notFound', entity: 'account', id });
    const count = openDealCount(db, id);
    if (count > 0) return err({ type: 'hasOpenDeals', count });
    trashAccount(db, id, context.now);
    return ok({});
  });

const missingParentOrOwner = (db: ReadDb, fields: { parentId?: string | null; ownerId?: string | null }) =>
  missingReference(db, [
    { entity: 'account', id: fields.parentId },
    { entity: 'member', id: fields.ownerId },
  ]);
