import type { ReadDb } from '../../handles.ts';

/** What deciding and writing a move needs of a deal. */
export interface MoveDealRow {
  readonly id: string;
  readonly name: string;
  readonly processId: string;
  readonly processVersionId: string;
  readonly stageId: string;
  readonly status: string;
  readonly closedAt: number | null;
  readonly ownerId: string | null;
  readonly accountId: string | null;
  readonly primaryContactId: string | null;
  readonly amountMinor: number | null;
  readonly currency: string;
  readonly ownWinRate: number | null;
  readonly expectedClose: string | null;
  readonly forecastCategory: string;
  readonly nextStep: string;
  readonly description: string;
  readonly source: string;
  readonly qualificationLevel: string;
  readonly custom: string;
  readonly rank: string;
}

/** Deals outside the trash that stand in a process, in the order of the ids. */
export function moveDealRows(db: ReadDb, ids: readonly string[]): MoveDealRow[] {
  return db.all<MoveDealRow>(
    `SELECT o.id, o.name, o.processId, o.processVersionId, o.stageId, o.status, o.closedAt, o.ownerId, o.accountId,
       o.primaryContactId, o.amountMinor, o.currency, o.ownWinRate, o.expectedClose, o.forecastCategory, o.nextStep,
       o.description, o.source, o.qualificationLevel, o.custom, o.rank
     FROM json_each(?) j CROSS JOIN opportunity o ON o.id = j.value
     WHERE o.removedAt IS NULL AND o.processId IS NOT NULL AND o.stageId IS NOT NULL
     ORDER BY j.key`,
    JSON.stringify(ids),
  );
}

/** The card order at the top of a column, or null when it is empty. */
export function topRank(db: ReadDb, processId: string, status: string, stageIds: readonly string[]): string | null {
  const ranks = stageIds.map(
    (stageId) =>
      db.get<{ rank: string }>(
        `SELECT rank FROM opportunity INDEXED BY opportunity_board
         WHERE processId = ? AND status = ? AND removedAt IS NULL AND stageId = ? ORDER BY rank LIMIT 1`,
        processId,
        status,
        stageId,
      )?.rank,
  );
  return ranks.filter((rank) => rank !== undefined).toSorted(byBytes)[0] ?? null;
}

const byBytes = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** A card's place. */
export interface RankRow {
  readonly id: string;
  readonly rank: string;
}

/** Cards of the same stage and status right after a place, in order. */
export function cardsAfter(
  db: ReadDb,
  column: { readonly processId: string; readonly status: string; readonly stageId: string },
  after: RankRow | null,
  limit: number,
): RankRow[] {
  return db.all<RankRow>(
    `SELECT id, rank FROM opportunity INDEXED BY opportunity_board
     WHERE processId = ? AND status = ? AND removedAt IS NULL AND stageId = ? AND (rank, id) > (?, ?)
     ORDER BY rank, id LIMIT ?`,
    column.processId,
    column.status,
    column.stageId,
    after?.rank ?? '',
    after?.id ?? '',
    limit,
  );
}

/** The card right before a place, or undefined at the top. */
export function cardBefore(
  db: ReadDb,
  column: { readonly processId: string; readonly status: string; readonly stageId: string },
  before: RankRow,
): RankRow | undefined {
  return db.get<RankRow>(
    `SELECT id, rank FROM opportunity INDEXED BY opportunity_board
     WHERE processId = ? AND status = ? AND removedAt IS NULL AND stageId = ? AND (rank, id) < (?, ?)
     ORDER BY rank DESC, id DESC LIMIT 1`,
    column.processId,
    column.status,
    column.stageId,
    before.rank,
    before.id,
  );
}
