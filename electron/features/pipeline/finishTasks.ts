import type { WriteDb } from '#db/handles.ts';
import type { MoveDealRow } from '#db/queries/pipeline/moveDeals.ts';
import { taskOfStageTask } from '#db/queries/task/taskOfStageTask.ts';
import { setTaskStatus } from '#db/repositories/tasks.ts';
import { getRow } from '#db/rows.ts';
import { task } from '#db/schema/work.ts';
import type { CommonError } from '#shared/contract/operation.ts';
import type { MoveError } from '#shared/domain/pipeline/decideMove.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import type { CommandContext } from '#electron/ipc/handler.ts';
import { addPrescribedTask, prescribedTask } from './prescribedTask.ts';

/**
 * Ticks tasks of a deal off. The id of a stage's task means the deal's task of it; one that this deal was never given (it
 * came in by an import, or the process changed) is given to it and done. Runs in the caller's transaction.
 */
export function finishTasks(
  context: CommandContext,
  db: WriteDb,
  deal: MoveDealRow,
  ids: readonly string[],
): Result<null, MoveError | CommonError> {
  for (const id of ids) {
    const done = finishTask(context, db, deal, id);
    if (!done.ok) return done;
  }
  return ok(null);
}

function finishTask(
  context: CommandContext,
  db: WriteDb,
  deal: MoveDealRow,
  id: string,
): Result<null, MoveError | CommonError> {
  const known = getRow(db, task, id);
  if (known !== undefined && known.removedAt === null && known.opportunityId === deal.id) {
    return setTaskStatus(db, id, 'done', context.now);
  }
  const prescribed = prescribedTask(db, deal, id);
  if (prescribed === undefined) return err({ type: 'notFound', entity: 'task', id });
  const own = taskOfStageTask(db, deal.id, id);
  if (own === undefined && prescribed.deliverableRequired === 1) {
    // A task made here would be gone with the refused move, so what is named is what the document can be attached to.
    const { title, deliverable } = prescribed;
    const target = { entity: 'stageTask' as const, opportunityId: deal.id, stageTaskId: id };
    return err({ type: 'deliverableMissing', target, title, deliverable: deliverable || title });
  }
  return setTaskStatus(db, own ?? addPrescribedTask(context, db, deal, prescribed), 'done', context.now);
}
