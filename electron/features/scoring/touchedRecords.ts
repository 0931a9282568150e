import { type LogBounds, newestTransaction, operationsSince } from '#db/changes/transactionLog.ts';
import type { ReadDb } from '#db/handles.ts';
import { scoringCursor } from '#db/queries/scoring/logCursor.ts';
import { recordsBehind } from '#db/queries/scoring/touchedRecords.ts';
import { structureTables } from '../pipeline/structureTables.ts';

/** More than this is folded anew as a whole. */
const MOST: LogBounds = { transactions: 500, rows: 20_000 };

/** What the log has changed since scoring last looked. */
export interface TouchedRecords {
  /** The entry of the log that it goes up to. */
  readonly seq: number;
  readonly deals: readonly string[] | 'all';
  readonly leads: readonly string[] | 'all';
}

/**
 * Records whose facts may be others now. Everything that changes shared data is in the log, through whichever door it
 * came (screens, imports, undo, migrations, rules, other tools), so none can forget to say so.
 */
export function touchedRecords(db: ReadDb): TouchedRecords {
  const seq = newestTransaction(db)?.seq ?? 0;
  const from = scoringCursor(db);
  if (from === null || from > seq) return { seq, deals: 'all', leads: 'all' };
  if (from === seq) return { seq, deals: [], leads: [] };
  const rows = changedRows(db, from);
  if (rows === 'many') return { seq, deals: 'all', leads: 'all' };
  const find = (kind: 'deal' | 'lead'): string[] => [
    ...new Set([...rows].flatMap(([table, ids]) => recordsBehind(db, kind, { table, ids: [...ids], seq: from }))),
  ];
  const isStructure = [...rows.keys()].some((table) => structureTables.has(table));
  return { seq, deals: isStructure ? 'all' : find('deal'), leads: find('lead') };
}

/** Ids of the rows that changed after an entry of the log, by table. */
function changedRows(db: ReadDb, seq: number): ReadonlyMap<string, ReadonlySet<string>> | 'many' {
  const operations = operationsSince(db, seq, MOST);
  if (operations === null) return 'many';
  const rows = new Map<string, Set<string>>();
  for (const { table, pk } of operations) {
    const known = rows.get(table);
    if (known === undefined) rows.set(table, new Set([pk]));
    else known.add(pk);
  }
  return rows;
}
