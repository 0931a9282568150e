import { notDuplicate } from '#db/schema/automation.ts';
import type { InferInsertModel } from 'drizzle-orm';
import type { WriteDb } from '../handles.ts';
import { getRow, insertRow, updateRow } from '../rows.ts';

/** Remembers that two records are not the same; `oneId` is the smaller of the two ids. Saying it twice is saying it once. */
export function addNotDuplicate(db: WriteDb, row: InferInsertModel<typeof notDuplicate>): void {
  if (getRow(db, notDuplicate, row.id) === undefined) insertRow(db, notDuplicate, row);
  else updateRow(db, notDuplicate, row.id, { removedAt: null });
}
