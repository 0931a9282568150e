import type { WriteDb } from '#db/handles.ts';
import { moveDealRows, type MoveDealRow } from '#db/queries/pipeline/moveDeals.ts';
import { addNote } from '#db/repositories/activityNote.ts';
import { changeOpportunity } from '#db/repositories/opportunity.ts';
import type { CommonError } from '#shared/contract/operation.ts';
import type { pipelineContract } from '#shared/contract/pipeline.contract.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import type { CommandContext, Handler } from '#electron/ipc/handler.ts';
import { actor } from './applyMove.ts';

/** Parks a deal or takes it up again; the reason is kept as a note on its timeline. A closed deal cannot be parked. */
export const pause: Handler<typeof pipelineContract.pause> = (context, input) =>
  context.write('pipeline.pause', (db): Result<Record<string, never>, CommonError> => {
    const deal = moveDealRows(db, [input.opportunityId])[0];
    if (deal === undefined) return err({ type: 'notFound', entity: 'opportunity', id: input.opportunityId });
    if (!isRunning(deal)) return err({ type: 'forbidden', reason: 'closedDeal' });
    setPaused(context, db, deal, input);
    return ok({});
  });

/** Parks many or takes them up again, with one reason and one step to undo; closed ones are answered, others go. */
export const pauseMany: Handler<typeof pipelineContract.pauseMany> = (context, input) =>
  context.write('pipeline.pauseMany', (db) => {
    const deals = moveDealRows(db, [...new Set(input.opportunityIds)]);
    const changed = deals.filter((deal) => isRunning(deal) && setPaused(context, db, deal, input));
    const refused = deals.filter((deal) => !isRunning(deal));
    return ok({ changed: changed.map(({ id }) => id), refused: refused.map(({ id }) => id) });
  });

const isRunning = (deal: MoveDealRow): boolean => deal.status === 'open' || deal.status === 'paused';

/** Returns whether that changed anything. */
function setPaused(
  context: CommandContext,
  db: WriteDb,
  deal: MoveDealRow,
  { paused, reason }: { readonly paused: boolean; readonly reason: string },
): boolean {
  const status = paused ? 'paused' : 'open';
  if (status === deal.status) return false;
  changeOpportunity(db, deal.id, { status });
  if (reason === '') return true;
  addNote(db, {
    id: context.newId(),
    subject: reason,
    opportunityId: deal.id,
    accountId: deal.accountId,
    ownerId: actor(context),
    at: context.now,
  });
  return true;
}
