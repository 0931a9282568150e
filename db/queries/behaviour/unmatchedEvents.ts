import type { ReadDb } from '../../handles.ts';

/** An event that belongs to nobody yet; `who` is JSON. */
export interface UnmatchedRow {
  readonly id: string;
  readonly kind: string;
  readonly at: number;
  readonly detail: string;
  readonly source: string;
  readonly unmatched: string;
  readonly who: string;
}

const COLUMNS = 'id, kind, at, detail, source, unmatched, who';

/** Unmatched events, newest first, and how many there are. */
export function unmatchedEvents(
  db: ReadDb,
  page: { readonly limit: number; readonly offset: number },
): { rows: UnmatchedRow[]; total: number } {
  return {
    rows: db.all(
      `SELECT ${COLUMNS} FROM behaviourEvent WHERE unmatched <> '' ORDER BY at DESC, id LIMIT ? OFFSET ?`,
      page.limit,
      page.offset,
    ),
    total: db.get<{ n: number }>("SELECT count(*) AS n FROM behaviourEvent WHERE unmatched <> ''")?.n ?? 0,
  };
}

/** Those of these events that are nobody's, or all that name the same one as they do. */
export function unmatchedAmong(db: ReadDb, ids: readonly string[], alike: boolean): UnmatchedRow[] {
  const chosen = db.all<UnmatchedRow>(
    `SELECT ${COLUMNS} FROM behaviourEvent WHERE id IN (SELECT value FROM json_each(?)) AND unmatched <> ''`,
    JSON.stringify(ids),
  );
  if (!alike || chosen.length === 0) return chosen;
  const whos = [...new Set(chosen.map(({ who }) => who))].filter((who) => who !== '{}');
  const same = db.all<UnmatchedRow>(
    `SELECT ${COLUMNS} FROM behaviourEvent WHERE unmatched <> '' AND who IN (SELECT value FROM json_each(?))`,
    JSON.stringify(whos),
  );
  return [...new Map([...chosen, ...same].map((row) => [row.id, row])).values()];
}
