import type { InferInsertModel } from 'drizzle-orm';
import { task } from '#db/schema/work.ts';
import type { WriteDb } from '../handles.ts';
import { insertRow, updateRow } from '../rows.ts';

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

/** Sets what became of a task; the instant of being done (epoch ms) goes with it. A task that is so already stays as it is. */
export function setTaskStatus(db: WriteDb, id: string, status: 'open' | 'done' | 'cancelled', now: number): void {
  const known = db.get<{ status: string }>('SELECT status FROM task WHERE id = ?', id);
  if (known?.status === status) return;
  updateRow(db, task, id, { status, doneAt: status === 'done' ? now : null });
}
