import type { ReadDb } from '../../handles.ts';

/** Before anything that a calendar can name. */
const EVER = -8.64e15;

/** How many records of a kind came to an outcome at or after `from` (epoch ms), and how many of these turned out well. */
export function closedCounts(
  db: ReadDb,
  kind: 'deal' | 'lead',
  from = -Infinity,
): { readonly closed: number; readonly positives: number } {
  const sql =
    kind === 'deal'
      ? `SELECT count(*) AS closed, coalesce(sum(status = 'won'), 0) AS positives FROM opportunity
          WHERE removedAt IS NULL AND status IN ('won', 'lost', 'noDecision') AND closedAt >= ?`
      : `SELECT count(*) AS closed, coalesce(sum(status = 'converted'), 0) AS positives FROM lead
          WHERE removedAt IS NULL AND mergedIntoId IS NULL
            AND iif(status = 'converted', convertedAt, iif(status = 'disqualified', disqualifiedAt, NULL)) >= ?`;
  return db.get<{ closed: number; positives: number }>(sql, Math.max(from, EVER)) ?? { closed: 0, positives: 0 };
}

/** When the `count`-th newest outcome of a kind came, epoch ms; null when there are fewer. */
export function nthNewestOutcome(db: ReadDb, kind: 'deal' | 'lead', count: number): number | null {
  const sql =
    kind === 'deal'
      ? `SELECT closedAt AS at FROM opportunity
          WHERE removedAt IS NULL AND status IN ('won', 'lost', 'noDecision') AND closedAt IS NOT NULL`
      : `SELECT iif(status = 'converted', convertedAt, disqualifiedAt) AS at FROM lead
          WHERE removedAt IS NULL AND mergedIntoId IS NULL AND status IN ('converted', 'disqualified')
            AND iif(status = 'converted', convertedAt, disqualifiedAt) IS NOT NULL`;
  return db.get<{ at: number }>(`${sql} ORDER BY at DESC LIMIT 1 OFFSET ?`, count - 1)?.at ?? null;
}
