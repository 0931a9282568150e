import { unmatchedAmong, unmatchedEvents } from '#db/queries/behaviour/unmatchedEvents.ts';
import { missingReference } from '#db/queries/missingReference.ts';
import { getRow, updateRow } from '#db/rows.ts';
import { behaviourEvent, contact, lead } from '#db/schema/account.ts';
import { opportunity } from '#db/schema/opportunity.ts';
import type { ReadDb } from '#db/handles.ts';
import type { behaviourContract } from '#shared/contract/behaviour.contract.ts';
import { err, ok } from '#shared/lib/result.ts';
import type { Answer, Handler } from '../../ipc/handler.ts';

type Contract = typeof behaviourContract;
type Reason = 'unknown' | 'ambiguous' | 'nobody';

/** Events that are nobody's yet. */
export const unmatched: Handler<Contract['unmatched']> = ({ db }, page) => {
  const { rows, total } = unmatchedEvents(db, page);
  return ok({
    total,
    rows: rows.map(({ unmatched: reason, who, ...row }) => ({ ...row, reason: knownReason(reason), who: words(who) })),
  });
};

/** Gives events to a record, with everything that follows from it (the account of a contact, the parts of a converted lead). */
export const assign: Handler<Contract['assign']> = (context, { ids, to, alike }) =>
  context.write('behaviour.assign', (db): Answer<Contract['assign']> => {
    const missing = missingReference(db, [to]);
    if (missing) return err({ type: 'notFound', ...missing });
    const rows = unmatchedAmong(db, ids, alike);
    if (rows.length === 0) return err({ type: 'alreadyMatched' });
    const owners = ownersOf(db, to);
    for (const { id } of rows) updateRow(db, behaviourEvent, id, { ...owners, unmatched: '' });
    return ok({ assigned: rows.length });
  });

/** Takes events out of the list; they stay kept, count for nobody, and an import of the same file does not bring them again. */
export const dismiss: Handler<Contract['dismiss']> = (context, { ids }) =>
  context.write('behaviour.dismiss', (db): Answer<Contract['dismiss']> => {
    const rows = unmatchedAmong(db, ids, false);
    for (const { id } of rows) updateRow(db, behaviourEvent, id, { counted: 0, unmatched: '' });
    return ok({ dismissed: rows.length });
  });

/** What an event of this record names besides. */
function ownersOf(db: ReadDb, { entity, id }: { readonly entity: string; readonly id: string }) {
  if (entity === 'account') return { accountId: id };
  if (entity === 'contact') return { contactId: id, accountId: getRow(db, contact, id)?.accountId ?? null };
  if (entity === 'opportunity') return { opportunityId: id, accountId: getRow(db, opportunity, id)?.accountId ?? null };
  const row = getRow(db, lead, id);
  return {
    leadId: id,
    contactId: row?.contactId ?? null,
    accountId: row?.accountId ?? null,
    opportunityId: row?.opportunityId ?? null,
  };
}

const knownReason = (text: string): Reason => (text === 'ambiguous' || text === 'nobody' ? text : 'unknown');

function words(who: string): Record<string, string> {
  const read: unknown = JSON.parse(who);
  if (typeof read !== 'object' || read === null) return {};
  return Object.fromEntries(Object.entries(read).map(([field, value]) => [field, String(value)]));
}
