import type { ReadDb } from '../../handles.ts';
import { nameKey } from '../nameOrder.ts';

/** Leads of one source or owner and what became of them. */
export interface LeadRateRow {
  readonly key: string | null;
  readonly name: string;
  readonly leads: number;
  readonly converted: number;
  readonly disqualified: number;
}

/** Leads created from one instant (inclusive) to another (exclusive), grouped; the most leads first. */
export function leadRates(db: ReadDb, by: 'source' | 'owner', from: number, before: number): LeadRateRow[] {
  const column = by === 'source' ? 'l.source' : 'l.ownerId';
  const name = by === 'source' ? 'l.source' : "coalesce((SELECT m.name FROM member m WHERE m.id = l.ownerId), '')";
  const order = by === 'source' ? 'name' : `${nameKey('member', 'l.ownerId')} NULLS LAST`;
  return db.all<LeadRateRow>(
    `SELECT ${column} AS "key", ${name} AS name, count(*) AS leads, sum(l.status = 'converted') AS converted,
       sum(l.status = 'disqualified') AS disqualified
     FROM lead l WHERE l.removedAt IS NULL AND l.createdAt >= ? AND l.createdAt < ?
     GROUP BY ${column} ORDER BY leads DESC, ${order}, 1`,
    from,
    before,
  );
}
