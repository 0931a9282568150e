import type { ReadDb } from '../../handles.ts';
import type { TimelineSource } from './timelineSources.ts';

/**
 * The instant of the oldest entry on a page: the `limit`-th newest of all sources before the given instant. `more` tells
 * whether anything older exists. Entries of one instant always stay on one page, so that none is lost between two. Null when
 * there is no entry at all.
 */
export function timelineStart(
  db: ReadDb,
  sources: readonly TimelineSource[],
  before: number,
  limit: number,
): { readonly from: number; readonly more: boolean } | null {
  const newest = sources.map(
    (source) =>
      `SELECT * FROM (SELECT ${source.at} AS at ${source.from} AND ${source.at} < ? ORDER BY ${source.at} DESC LIMIT ?)`,
  );
  const rows = db.all<{ at: number }>(
    `${newest.join(' UNION ALL ')} ORDER BY at DESC LIMIT ?`,
    ...sources.flatMap((source) => [...source.params, before, limit + 1]),
    limit + 1,
  );
  const from = rows[Math.min(limit, rows.length) - 1]?.at;
  if (from === undefined) return null;
  const older = sources.map((source) => `SELECT 1 WHERE EXISTS (SELECT 1 ${source.from} AND ${source.at} < ?)`);
  const more =
    db.get(older.join(' UNION ALL '), ...sources.flatMap((source) => [...source.params, from])) !== undefined;
  return { from, more };
}
