import type { ReadDb } from '../../handles.ts';

/** A saved view as it is stored. */
export interface ViewRow {
  readonly id: string;
  readonly screen: string;
  readonly name: string;
  readonly ownerId: string | null;
  readonly shared: number;
  readonly state: string;
}

/** The views of a screen that this member may use: the member's own and those that are shared. */
export function viewRows(db: ReadDb, screen: string, memberId: string): ViewRow[] {
  return db.all<ViewRow>(
    `SELECT id, screen, name, ownerId, shared, state FROM savedView
     WHERE screen = ? AND removedAt IS NULL AND (shared = 1 OR ownerId IS NULL OR ownerId = ?)
     ORDER BY createdAt, id`,
    screen,
    memberId,
  );
}

/** One view outside the trash. */
export function viewRow(db: ReadDb, id: string): ViewRow | undefined {
  return db.get<ViewRow>(
    'SELECT id, screen, name, ownerId, shared, state FROM savedView WHERE id = ? AND removedAt IS NULL',
    id,
  );
}
