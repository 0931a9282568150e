import { activityById } from '#db/queries/activity/activityById.ts';
import { changeActivity, trashActivity } from '#db/repositories/activities.ts';
import type { WriteDb } from '#db/handles.ts';
import type { CommonError } from '#shared/contract/operation.ts';
import type { activityContract } from '#shared/contract/opportunity.contract.ts';
import { mayReadNote } from '#shared/domain/activities/mayReadNote.ts';
import { err, ok } from '#shared/lib/result.ts';
import type { Answer, CommandContext, Handler } from '../../ipc/handler.ts';
import { reader } from './reader.ts';

/** Changes fields of an activity; a private one only by those who may read it. */
export const updateActivity: Handler<(typeof activityContract)['update']> = (context, { id, fields }) =>
  context.write('activity.update', (db): Answer<(typeof activityContract)['update']> => {
    const refusal = refusedFor(context, db, id);
    if (refusal) return err(refusal);
    changeActivity(db, id, fields);
    return ok({});
  });

/** Moves an activity to the trash; a private one only by those who may read it. */
export const removeActivity: Handler<(typeof activityContract)['remove']> = (context, { id }) =>
  context.write('activity.remove', (db): Answer<(typeof activityContract)['remove']> => {
    const refusal = refusedFor(context, db, id);
    if (refusal) return err(refusal);
    trashActivity(db, id, context.now);
    return ok({});
  });

function refusedFor(context: CommandContext, db: WriteDb, id: string): CommonError | null {
  const row = activityById(db, id);
  if (!row) return { type: 'notFound', entity: 'activity', id };
  return mayReadNote(row, reader({ db, actorId: context.actorId }))
    ? null
    : { type: 'forbidden', reason: 'privateNote' };
}
