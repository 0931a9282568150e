import type { ReadDb } from '../../handles.ts';

/** How many leads there are in each state, answered from an index alone. */
export function leadCounts(db: ReadDb): ReadonlyMap<string, number> {
  const rows = db.all<{ status: string; n: number }>(
    'SELECT status, count(*) AS n FROM lead INDEXED BY lead_byStatus WHERE removedAt IS NULL GROUP BY status',
  );
  return new Map(rows.map((row) => [row.status, row.n]));
}

/** How many leads a person has in hand. */
export function leadsInHand(db: ReadDb, ownerId: string): number {
  return (
    db.get<{ n: number }>(
      "SELECT count(*) AS n FROM lead WHERE ownerId = ? AND status IN ('new', 'verifying') AND removedAt IS NULL",
      ownerId,
    )?.n ?? 0
  );
}

/** Every source in use, in order; at most as many as a filter can offer. */
export function leadSources(db: ReadDb): string[] {
  // One step down the index per source, however many leads there are.
  const rows = db.all<{ source: string }>(
    `WITH RECURSIVE each(source) AS (
       SELECT min(source) FROM lead
       UNION ALL
       SELECT (SELECT min(l.source) FROM lead l WHERE l.source > each.source) FROM each WHERE each.source IS NOT NULL
     )
     SELECT source FROM each WHERE source IS NOT NULL AND source <> '' LIMIT 500`,
  );
  return rows.map((row) => row.source);
}
