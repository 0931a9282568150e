import type { WriteDb } from '#db/handles.ts';
import type { MoveDealRow } from '#db/queries/pipeline/moveDeals.ts';
import { addTask } from '#db/repositories/tasks.ts';
import { getRow } from '#db/rows.ts';
import { stage, stageTask } from '#db/schema/process.ts';
import type { CommandContext } from '#electron/ipc/handler.ts';
import { actor } from './applyMove.ts';

/** A task as a stage prescribes it. */
export type PrescribedTask = typeof stageTask.$inferSelect;

/** The task of a stage of the deal's own version of its process; undefined when there is none with this id. */
export function prescribedTask(db: WriteDb, deal: MoveDealRow, id: string): PrescribedTask | undefined {
  const prescribed = getRow(db, stageTask, id);
  const place = prescribed?.stageId ? getRow(db, stage, prescribed.stageId) : undefined;
  return place !== undefined && place.processVersionId === deal.processVersionId ? prescribed : undefined;
}

/** Gives a deal the open task that a stage prescribes and it does not have; returns its id. It is for whoever acts. */
export function addPrescribedTask(
  context: CommandContext,
  db: WriteDb,
  deal: MoveDealRow,
  { id: stageTaskId, title, kind, stageId, deliverable, deliverableRequired }: PrescribedTask,
): string {
  const id = context.newId();
  addTask(db, {
    id,
    title,
    kind,
    opportunityId: deal.id,
    accountId: deal.accountId,
    ownerId: actor(context) ?? deal.ownerId,
    stageId,
    stageTaskId,
    deliverable,
    deliverableRequired,
    createdById: actor(context),
    createdAt: context.now,
  });
  return id;
}
