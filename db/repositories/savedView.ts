import type { InferInsertModel } from 'drizzle-orm';
import type { WriteDb } from '../handles.ts';
import { insertRow, updateRow } from '../rows.ts';
import { savedView } from '../schema/team.ts';

type NewView = InferInsertModel<typeof savedView>;

/** Adds a saved view. */
export function addView(db: WriteDb, view: NewView): void {
  insertRow(db, savedView, view);
}

/** Changes a saved view; false when there is none with this id. */
export function changeView(db: WriteDb, id: string, patch: Partial<Omit<NewView, 'id'>>): boolean {
  return updateRow(db, savedView, id, patch);
}
