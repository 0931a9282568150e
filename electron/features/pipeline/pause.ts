import { moveDealRows } from '#db/queries/pipeline/moveDeals.ts';
import { addNote } from '#db/repositories/activityNote.ts';
import { changeOpportunity } from '#db/repositories/opportunity.ts';
import type { CommonError } from '#shared/contract/operation.ts';
import type { pipelineContract } from '#shared/contract/pipeline.contract.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import type { Handler } from '#electron/ipc/handler.ts';
import { actor } from './applyMove.ts';

/** Parks a deal or takes it up again; the reason is kept as a note on its timeline. A closed deal cannot be parked. */
export const pause: Handler<typeof pipelineContract.pause> = (context, input) =>
  context.write('pipeline.pause', (db): Result<Record<string, never>, CommonError> => {
    const deal = moveDealRows(db, [input.opportunityId])[0];
    if (deal === undefined) return err({ type: 'notFound', entity: 'opportunity', id: input.opportunityId });
    if (deal.status !== 'open' && deal.status !== 'paused') return err({ type: 'forbidden', reason: 'closedDeal' });
    const status = input.paused ? 'paused' : 'open';
    if (status === deal.status) return ok({});
    changeOpportunity(db, deal.id, { status });
    if (input.reason !== '') {
      addNote(db, {
        id: context.newId(),
        subject: input.reason,
        opportunityId: deal.id,
        accountId: deal.accountId,
        ownerId: actor(context),
        at: context.now,
      });
    }
    return ok({});
  });
