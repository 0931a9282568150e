import type { ReadDb } from '../../handles.ts';

/** An open deal in a stage with a limit, as the minute look reads it. */
export interface WatchedDealRow {
  readonly id: string;
  readonly stageId: string;
  readonly stageEnteredAt: number;
  /** Null: its stage has no limit. */
  readonly allowedDays: number | null;
  /** 1 when a reason was given on this visit. */
  readonly answered: 0 | 1;
  readonly place: number;
}

/** Where a sweep over the deals of one person stopped. */
export interface DealPlace {
  readonly stageEnteredAt: number;
  readonly place: number;
}

/**
 * Open deals of a person, the longest in stage first, that entered their stage before an instant; from the place on where
 * the last look stopped.
 */
export function watchedDeals(
  db: ReadDb,
  ownerId: string,
  enteredBefore: number,
  after: DealPlace | null,
  limit: number,
): WatchedDealRow[] {
  const from = after ?? { stageEnteredAt: Number.MIN_SAFE_INTEGER, place: 0 };
  return db.all<WatchedDealRow>(
    `SELECT o.id, o.stageId, o.stageEnteredAt, s.allowedDays, o.rowid AS place,
       EXISTS (
         SELECT 1 FROM stallReason r
         WHERE r.opportunityId = o.id AND r.stageId = o.stageId AND r.at >= o.stageEnteredAt
       ) AS answered
     FROM opportunity o INDEXED BY opportunity_byStageAge JOIN stage s ON s.id = o.stageId
     WHERE o.ownerId = ? AND o.status = 'open' AND (o.stageEnteredAt, o.rowid) > (?, ?) AND o.stageEnteredAt < ?
       AND o.removedAt IS NULL
     ORDER BY o.stageEnteredAt, o.rowid LIMIT ?`,
    ownerId,
    from.stageEnteredAt,
    from.place,
    enteredBefore,
    limit,
  );
}
