import { type LogBounds, operationsSince } from '#db/changes/transactionLog.ts';
import type { ReadDb } from '#db/handles.ts';
import { structureTables } from '../pipeline/structureTables.ts';

/** More than this is read anew as a whole. */
const MOST: LogBounds = { transactions: 200, rows: 3000 };

/** Deals whose funnel facts the log has changed since an entry; null when that is too much or cannot be told. */
export function touchedDeals(db: ReadDb, seq: number): Set<string> | null {
  const operations = operationsSince(db, seq, MOST);
  if (operations === null) return null;
  const deals = new Set<string>();
  for (const { table, pk, fields, values } of operations) {
    if (structureTables.has(table)) return null;
    if (table === 'opportunity') deals.add(pk);
    if (table !== 'stageChange') continue;
    const deal = values[fields.indexOf('opportunityId')];
    if (typeof deal !== 'string') return null;
    deals.add(deal);
  }
  return deals;
}
