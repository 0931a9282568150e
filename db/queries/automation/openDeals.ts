import type { ReadDb } from '../../handles.ts';

/** A place in the walk over the open deals of one process. */
export interface DealPlace {
  readonly stageId: string;
  readonly rank: string;
  readonly id: string;
}

/** Where the walk begins. */
export const FIRST_PLACE: DealPlace = { stageId: '', rank: '', id: '' };

/** The next open deals of a process after a place, in the order of the board's index, from that index alone. */
export function openDealsAfter(db: ReadDb, processId: string, after: DealPlace, limit: number): DealPlace[] {
  return db.all<DealPlace>(
    `SELECT stageId, rank, id FROM opportunity INDEXED BY opportunity_board
     WHERE processId = ? AND status = 'open' AND removedAt IS NULL AND (stageId, rank, id) > (?, ?, ?)
     ORDER BY stageId, rank, id LIMIT ?`,
    processId,
    after.stageId,
    after.rank,
    after.id,
    limit,
  );
}
