import { leadLastTouch } from '#db/queries/lead/leadPage.ts';
import { recordNames } from '#db/queries/changes/recordNames.ts';
import { getRow } from '#db/rows.ts';
import { lead } from '#db/schema/account.ts';
import type { ReadDb } from '#db/handles.ts';
import { type LeadFields, leadContract, leadFieldsSchema } from '#shared/contract/lead.contract.ts';
import { customFields } from '#shared/domain/accounts/customFields.ts';
import { err, ok } from '#shared/lib/result.ts';
import type { Handler } from '../../ipc/handler.ts';
import { findDuplicates } from '../duplicates/findDuplicates.ts';
import { holdingNow } from './holdingRules.ts';
import { knownStatus } from './listLeads.ts';
import { recognisable } from './saveLead.ts';

const SHOWN_MATCHES = 10;

/** Everything about one lead. A merged one answers into which it went. */
export const leadPage: Handler<typeof leadContract.page> = (context, { id }) => {
  const { db, now } = context;
  const row = getRow(db, lead, id);
  if (row?.mergedIntoId) return err({ type: 'merged', intoId: row.mergedIntoId });
  if (!row || row.removedAt !== null) return err({ type: 'notFound', entity: 'lead', id });
  const fields = leadFieldsOf(row);
  return ok({
    id,
    fields,
    status: knownStatus(row.status),
    owner: named(db, 'member', row.ownerId),
    holding: holdingNow(row, context),
    reasonCode: row.reasonCode,
    reason: row.reason,
    recycled: row.recycled,
    account: named(db, 'account', row.accountId),
    contact: named(db, 'contact', row.contactId),
    opportunity: named(db, 'opportunity', row.opportunityId),
    createdAt: row.createdAt,
    convertedAt: row.convertedAt,
    disqualifiedAt: row.disqualifiedAt,
    lastTouchAt: leadLastTouch(db, id, now),
    likely:
      row.status === 'converted'
        ? []
        : findDuplicates(db, 'lead', recognisable(fields), { exceptId: id, limit: SHOWN_MATCHES }),
    custom: customFields(row.custom),
  });
};

/** The editable fields of a stored lead. */
export function leadFieldsOf(row: typeof lead.$inferSelect): LeadFields {
  const fields = leadFieldsSchema.keyof().options.map((field) => [field, row[field]] as const);
  return Object.fromEntries(fields) as LeadFields;
}

function named(db: ReadDb, table: string, id: string | null): { id: string; name: string } | null {
  if (id === null) return null;
  return { id, name: recordNames(db, table, [id]).get(id) ?? '' };
}
