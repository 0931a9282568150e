import type { WriteDb } from '#db/handles.ts';
import type { MoveDealRow } from '#db/queries/pipeline/moveDeals.ts';
import { addTask, setTaskStatus } from '#db/repositories/tasks.ts';
import { getRow } from '#db/rows.ts';
import { stage, stageTask } from '#db/schema/process.ts';
import { task } from '#db/schema/work.ts';
import type { CommonError } from '#shared/contract/operation.ts';
import type { MoveError } from '#shared/domain/pipeline/decideMove.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import type { CommandContext } from '#electron/ipc/handler.ts';
import { actor } from './applyMove.ts';

/**
 * Ticks tasks of a deal off. A stage's task that this deal was never given (it came in by an import, or the process changed)
 * is meant by the id of the stage's task: it is written as done. Runs in the caller's transaction.
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
  const prescribed = getRow(db, stageTask, id);
  const place = prescribed?.stageId ? getRow(db, stage, prescribed.stageId) : undefined;
  if (prescribed === undefined || place?.processVersionId !== deal.processVersionId)
    return err({ type: 'notFound', entity: 'task', id });
  if (prescribed.deliverableRequired === 1) return err(missingDocument(prescribed));
  addTask(db, {
    id: context.newId(),
    title: prescribed.title,
    kind: prescribed.kind,
    opportunityId: deal.id,
    accountId: deal.accountId,
    ownerId: actor(context) ?? deal.ownerId,
    stageId: prescribed.stageId,
    stageTaskId: prescribed.id,
    status: 'done',
    doneAt: context.now,
    deliverable: prescribed.deliverable,
    createdById: actor(context),
    createdAt: context.now,
  });
  return ok(null);
}

const missingDocument = (one: { readonly id: string; readonly title: string; readonly deliverable: string }) => ({
  type: 'deliverableMissing' as const,
  taskId: one.id,
  title: one.title,
  deliverable: one.deliverable || one.title,
});
