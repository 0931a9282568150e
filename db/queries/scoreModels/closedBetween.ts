import type { ReadDb } from '../../handles.ts';

/** Records of a kind that came to their outcome in [from, until), epoch ms. */
export function closedBetween(
  db: ReadDb,
  kind: 'deal' | 'lead',
  from: number,
  until: number,
): { readonly id: string; readonly endedAt: number }[] {
  const sql =
    kind === 'deal'
      ? `SELECT id, closedAt AS endedAt FROM opportunity
          WHERE removedAt IS NULL AND status IN ('won', 'lost', 'noDecision') AND closedAt >= ? AND closedAt < ?`
      : `SELECT id, coalesce(convertedAt, disqualifiedAt) AS endedAt FROM lead
          WHERE removedAt IS NULL AND mergedIntoId IS NULL AND status IN ('converted', 'disqualified')
            AND coalesce(convertedAt, disqualifiedAt) >= ? AND coalesce(convertedAt, disqualifiedAt) < ?`;
  return db.all<{ id: string; endedAt: number }>(`${sql} ORDER BY id`, from, until);
}
