import { viewRow, viewRows, type ViewRow } from '#db/queries/views/savedViews.ts';
import { addView, changeView } from '#db/repositories/savedView.ts';
import type { CommonError } from '#shared/contract/operation.ts';
import type { viewsContract } from '#shared/contract/pipeline.contract.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import type { CommandContext, HandlersFor, QueryContext } from '#electron/ipc/handler.ts';
import { actor } from '../pipeline/applyMove.ts';

/** Everything behind `views.*`: a view belongs to who saved it; others may use a shared one and not change it. */
export const viewsHandlers = {
  list: (context, input) =>
    ok(
      viewRows(context.db, input.screen, context.actorId).map((view) => ({
        id: view.id,
        name: view.name,
        shared: view.shared === 1,
        mine: isMine(context, view),
        state: view.state,
      })),
    ),

  save: (context, input) =>
    context.write('views.save', (db): Result<{ id: string }, CommonError> => {
      const fields = { screen: input.screen, name: input.name, shared: input.shared ? 1 : 0, state: input.state };
      if (input.id === undefined) {
        const id = context.newId();
        const ownerId = actor(context);
        addView(db, { ...fields, id, ownerId, createdAt: context.now });
        return ok({ id });
      }
      const refusal = refuse(context, viewRow(db, input.id), input.id);
      if (refusal !== null) return err(refusal);
      changeView(db, input.id, fields);
      return ok({ id: input.id });
    }),

  remove: (context, input) =>
    context.write('views.remove', (db): Result<Record<string, never>, CommonError> => {
      const refusal = refuse(context, viewRow(db, input.id), input.id);
      if (refusal !== null) return err(refusal);
      changeView(db, input.id, { removedAt: context.now });
      return ok({});
    }),
} satisfies HandlersFor<typeof viewsContract>;

/** A view that was saved before this device had chosen its member is everybody's. */
const isMine = (context: QueryContext, view: ViewRow): boolean =>
  view.ownerId === null || view.ownerId === context.actorId;

function refuse(context: CommandContext, view: ViewRow | undefined, id: string): CommonError | null {
  if (view === undefined) return { type: 'notFound', entity: 'savedView', id };
  return isMine(context, view) ? null : { type: 'forbidden', reason: 'viewOfSomebodyElse' };
}
