import { contactLastTouch, partsOfContact, reportsOfContact } from '#db/queries/contact/contactRows.ts';
import { getRow } from '#db/rows.ts';
import { account, contact } from '#db/schema/account.ts';
import { type ContactFields, type contactContract, contactFieldsSchema } from '#shared/contract/account.contract.ts';
import { customFields } from '#shared/domain/accounts/customFields.ts';
import { knownRoles } from '#shared/domain/powerMap/stakeholderFields.ts';
import { err, ok } from '#shared/lib/result.ts';
import type { Handler } from '../../ipc/handler.ts';

/** Everything about one person, with their part in every deal's decision. */
export const contactPage: Handler<(typeof contactContract)['page']> = ({ db, now }, { id }) => {
  const row = getRow(db, contact, id);
  if (!row || row.removedAt !== null) return err({ type: 'notFound', entity: 'contact', id });
  return ok({
    id,
    fields: contactFields(row),
    account: liveName(row.accountId === null ? undefined : getRow(db, account, row.accountId)),
    reportsTo: liveName(row.reportsToId === null ? undefined : getRow(db, contact, row.reportsToId)),
    reports: reportsOfContact(db, id),
    createdAt: row.createdAt,
    lastTouchAt: contactLastTouch(db, id, now),
    parts: partsOfContact(db, id).map(({ opportunityId, opportunityName, roles, ...part }) => ({
      ...part,
      opportunity: { id: opportunityId, name: opportunityName },
      roles: knownRoles(roles),
    })),
    custom: customFields(row.custom),
  });
};

const contactFields = (row: typeof contact.$inferSelect) =>
  Object.fromEntries(contactFieldsSchema.keyof().options.map((field) => [field, row[field]])) as ContactFields;

const liveName = (row: { id: string; name: string; removedAt: number | null } | undefined) =>
  row && row.removedAt === null ? { id: row.id, name: row.name } : null;
