import { superiorOfContact } from '#db/queries/contact/contactRows.ts';
import { missingReference } from '#db/queries/missingReference.ts';
import type { ReadDb } from '#db/handles.ts';
import { addContact, changeContact, trashContact } from '#db/repositories/contacts.ts';
import { getRow } from '#db/rows.ts';
import { contact } from '#db/schema/account.ts';
import type { contactContract } from '#shared/contract/account.contract.ts';
import { changedMeanwhile } from '#shared/domain/accounts/changedMeanwhile.ts';
import { closesCircle } from '#shared/lib/closesCircle.ts';
import { err, ok } from '#shared/lib/result.ts';
import type { Answer, Handler } from '../../ipc/handler.ts';

/** Adds a person. */
export const createContact: Handler<(typeof contactContract)['create']> = (context, { fields }) =>
  context.write('contact.create', (db): Answer<(typeof contactContract)['create']> => {
    const missing = missingAccountOrSuperior(db, fields);
    if (missing) return err({ type: 'notFound', ...missing });
    const id = context.newId();
    addContact(db, { ...fields, id, createdAt: context.now });
    return ok({ id });
  });

/** Changes fields of a person, unless somebody else changed one meanwhile or superiors would form a circle. */
export const updateContact: Handler<(typeof contactContract)['update']> = (context, { id, fields, expected }) =>
  context.write('contact.update', (db): Answer<(typeof contactContract)['update']> => {
    const row = getRow(db, contact, id);
    if (!row || row.removedAt !== null) return err({ type: 'notFound', entity: 'contact', id });
    const missing = missingAccountOrSuperior(db, fields);
    if (missing) return err({ type: 'notFound', ...missing });
    const conflict = changedMeanwhile(row, fields, expected);
    if (conflict) return err(conflict);
    if (fields.reportsToId && closesCircle(id, fields.reportsToId, (at) => superiorOfContact(db, at))) {
      return err({ type: 'circle', field: 'reportsToId' });
    }
    changeContact(db, id, fields);
    return ok({});
  });

/** Moves a person to the trash and takes them off every power map; one undo brings all of it back. */
export const removeContact: Handler<(typeof contactContract)['remove']> = (context, { id }) =>
  context.write('contact.remove', (db): Answer<(typeof contactContract)['remove']> => {
    if (missingReference(db, [{ entity: 'contact', id }])) return err({ type: 'notFound', entity: 'contact', id });
    trashContact(db, id, context.now);
    return ok({});
  });

const missingAccountOrSuperior = (db: ReadDb, fields: { accountId?: string | null; reportsToId?: string | null }) =>
  missingReference(db, [
    { entity: 'account', id: fields.accountId },
    { entity: 'contact', id: fields.reportsToId },
  ]);
