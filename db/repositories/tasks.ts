import type { InferInsertModel } from 'drizzle-orm';
import { task } from '#db/schema/work.ts';
import type { DeliverableMissing } from '#shared/contract/documentShapes.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import type { WriteDb } from '../handles.ts';
import { hasAttachment } from '../queries/document/hasAttachment.ts';
import { getRow, insertRow, updateRow } from '../rows.ts';

export type NewTask = InferInsertModel<typeof task>;
export type TaskPatch = Partial<Pick<NewTask, 'title' | 'dueDate' | 'dueMinute' | 'ownerId' | 'note'>>;

/** Adds a task. Everything it points to must exist. */
export function addTask(db: WriteDb, row: NewTask): void {
  insertRow(db, task, row);
}

/** Changes fields of a task. */
export function changeTask(db: WriteDb, id: string, patch: TaskPatch): void {
  updateRow(db, task, id, patch);
}

/**
 * Sets what became of a task; the instant of being done (epoch ms) goes with it. A task that is so already stays as it is.
 * One that asks for a deliverable is not done while no document is attached: every door comes through here.
 */
export function setTaskStatus(
  db: WriteDb,
  id: string,
  status: 'open' | 'done' | 'cancelled',
  now: number,
): Result<null, DeliverableMissing> {
  const known = getRow(db, task, id);
  if (known === undefined || known.status === status) return ok(null);
  if (status === 'done' && known.deliverableRequired === 1 && !hasAttachment(db, 'task', id))
    return err({
      type: 'deliverableMissing',
      target: { entity: 'task', id },
      title: known.title,
      deliverable: known.deliverable || known.title,
    });
  updateRow(db, task, id, { status, doneAt: status === 'done' ? now : null });
  return ok(null);
}
