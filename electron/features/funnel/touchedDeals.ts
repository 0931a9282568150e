import { changesSince, operationsOf } from '#db/changes/transactionLog.ts';
import type { ReadDb } from '#db/handles.ts';

/** More than this is read anew as a whole. */
const MANY_TRANSACTIONS = 200;
const MANY_ROWS = 3000;

/** A change of these may change what every history means. */
const structure = ['process', 'processVersion', 'stage'];

/** Deals whose funnel facts the log has changed since an entry; null when that is too much or cannot be told. */
export function touchedDeals(db: ReadDb, seq: number): Set<string> | null {
  const entries = changesSince(db, seq, MANY_TRANSACTIONS);
  const rows = entries.reduce((sum, entry) => sum + entry.rows, 0);
  if (entries.length === MANY_TRANSACTIONS || rows > MANY_ROWS) return null;
  const deals = new Set<string>();
  for (const entry of entries) {
    for (const { table, pk, fields, values } of operationsOf(db, entry.seq)) {
      if (structure.includes(table)) return null;
      if (table === 'opportunity') deals.add(pk);
      if (table !== 'stageChange') continue;
      const deal = values[fields.indexOf('opportunityId')];
      if (typeof deal !== 'string') return null;
      deals.add(deal);
    }
  }
  return deals;
}
