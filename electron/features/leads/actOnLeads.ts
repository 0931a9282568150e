import { missingReference } from '#db/queries/missingReference.ts';
import { changeLead } from '#db/repositories/leads.ts';
import { saveTeamSetting } from '#db/repositories/teamSettings.ts';
import { getRow } from '#db/rows.ts';
import { lead } from '#db/schema/account.ts';
import type { WriteDb } from '#db/handles.ts';
import type { leadContract } from '#shared/contract/lead.contract.ts';
import type { CommonError } from '#shared/contract/operation.ts';
import { decideLead, type LeadDecision } from '#shared/domain/leads/leadAction.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import type { CommandContext, Handler } from '../../ipc/handler.ts';
import { actor } from '../pipeline/applyMove.ts';
import { HOLDING_DAYS, heldUntil } from './holdingRules.ts';

type Acted = Result<{ changed: number; skipped: number }, { type: 'wrongStatus'; status: string } | CommonError>;

/** Begins to verify leads; whoever has them keeps them for the full time again. */
export const verifyLeads: Handler<typeof leadContract.verify> = (context, { ids }) =>
  context.write('lead.verify', (db) => actOn(context, db, ids, { action: 'verify' }));

/** Takes leads out of the pool. */
export const claimLeads: Handler<typeof leadContract.claim> = (context, { ids }) =>
  context.write('lead.claim', (db) => actOn(context, db, ids, { action: 'claim' }));

/** Takes disqualified leads up again. */
export const reopenLeads: Handler<typeof leadContract.reopen> = (context, { ids }) =>
  context.write('lead.reopen', (db) => actOn(context, db, ids, { action: 'reopen' }));

/** Gives leads to somebody, also out of the pool. */
export const assignLeads: Handler<typeof leadContract.assign> = (context, { ids, ownerId }) =>
  context.write('lead.assign', (db): Acted => {
    const missing = missingReference(db, [{ entity: 'member', id: ownerId }]);
    return missing ? err({ type: 'notFound', ...missing }) : actOn(context, db, ids, { action: 'assign', ownerId });
  });

/** Gives leads up, with a reason. */
export const disqualifyLeads: Handler<typeof leadContract.disqualify> = (context, { ids, reasonCode, reason }) => {
  if (reasonCode === 'other' && reason === '') return err({ type: 'reasonMissing' });
  return context.write('lead.disqualify', (db) =>
    actOn(context, db, ids, { action: 'disqualify', reasonCode, reason }),
  );
};

/** Gives leads back to the pool. */
export const recycleLeads: Handler<typeof leadContract.recycle> = (context, { ids, reason }) =>
  context.write('lead.recycle', (db) =>
    actOn(context, db, ids, { action: 'recycle', reasonCode: 'givenBack', reason }),
  );

/** How long a lead stays with its owner, from the next one who gets it on. */
export const setHoldingDays: Handler<typeof leadContract.setHoldingDays> = (context, { days }) =>
  context.write('lead.setHoldingDays', (db) => {
    saveTeamSetting(db, HOLDING_DAYS, String(days));
    return ok({});
  });

/** One transaction over all of them; those whose state does not allow it stay, and if that are all, it is refused. */
function actOn(context: CommandContext, db: WriteDb, ids: readonly string[], decision: LeadDecision): Acted {
  const when = { now: context.now, heldUntil: heldUntil(db, context), actorId: actor(context) };
  let changed = 0;
  let refused: string | null = null;
  const all = new Set(ids);
  for (const id of all) {
    const row = getRow(db, lead, id);
    if (!row || row.removedAt !== null) {
      if (all.size === 1) return err({ type: 'notFound', entity: 'lead', id });
      continue;
    }
    const patch = decideLead(row, decision, when);
    if (patch === null) refused = row.status;
    else {
      changeLead(db, id, patch);
      changed += 1;
    }
  }
  if (changed === 0 && refused !== null) return err({ type: 'wrongStatus', status: refused });
  return ok({ changed, skipped: all.size - changed });
}
