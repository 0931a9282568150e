import type { WriteDb } from '../handles.ts';
import { insertRow } from '../rows.ts';
import { activity } from '../schema/work.ts';

/** Leaves a note on the timeline of a deal and its account. */
export function addNote(
  db: WriteDb,
  note: {
    readonly id: string;
    readonly subject: string;
    readonly opportunityId: string;
    readonly accountId: string | null;
    readonly ownerId: string | null;
    readonly at: number;
  },
): void {
  insertRow(db, activity, { ...note, kind: 'note', createdAt: note.at });
}
