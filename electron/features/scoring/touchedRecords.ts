import { changesSince, newestTransaction, operationsOf } from '#db/changes/transactionLog.ts';
import type { ReadDb } from '#db/handles.ts';
import { scoringCursor } from '#db/queries/scoring/logCursor.ts';
import { recordsBehind } from '#db/queries/scoring/touchedRecords.ts';

/** More than this is folded anew as a whole. */
const MANY_TRANSACTIONS = 500;
const MANY_ROWS = 20_000;

/** A change of these may change what every history means. */
const structure: ReadonlySet<string> = new Set(['process', 'processVersion', 'stage']);

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
  const isStructure = [...rows.keys()].some((table) => structure.has(table));
  return { seq, deals: isStructure ? 'all' : find('deal'), leads: find('lead') };
}

/** Ids of the rows that changed after an entry of the log, by table. */
function changedRows(db: ReadDb, seq: number): ReadonlyMap<string, ReadonlySet<string>> | 'many' {
  const entries = changesSince(db, seq, MANY_TRANSACTIONS);
  const count = entries.reduce((sum, entry) => sum + entry.rows, 0);
  if (entries.length === MANY_TRANSACTIONS || count > MANY_ROWS) return 'many';
  const rows = new Map<string, Set<string>>();
  for (const entry of entries) {
    for (const { table, pk } of operationsOf(db, entry.seq)) {
      const known = rows.get(table);
      if (known === undefined) rows.set(table, new Set([pk]));
      else known.add(pk);
    }
  }
  return rows;
}
