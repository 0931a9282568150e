import type { ReadDb } from '../../handles.ts';

/** Whose activity it is and who may read its note. */
export interface ActivityOwner {
  readonly id: string;
  readonly ownerId: string | null;
  readonly private: number;
}

/** A live activity, or undefined. */
export function activityById(db: ReadDb, id: string): ActivityOwner | undefined {
  return db.get<ActivityOwner>('SELECT id, ownerId, private FROM activity WHERE id = ? AND removedAt IS NULL', id);
}
