import type { ReadDb } from '../handles.ts';

/**
 * What tells whether anything was written since: by other connections (data_version), by this one (total_changes), and
 * the newest entry of the log. Changes of tools that are not stamped yet make every version differ from the last.
 */
export function dataVersion(db: ReadDb): { readonly version: string; readonly seq: number } {
  const others = db.get<{ data_version: number }>('PRAGMA data_version')?.data_version ?? 0;
  const found = db.get<{ own: number; seq: number; pending: number }>(
    `SELECT total_changes() AS own, (SELECT coalesce(max(seq), 0) FROM syncTx) AS seq,
      EXISTS (SELECT 1 FROM syncPending) AS pending`,
  );
  unstamped += found?.pending ?? 0;
  return { version: `${others} ${found?.own ?? 0} ${unstamped}`, seq: found?.seq ?? 0 };
}

/** Counts the looks that found changes without a stamp. */
let unstamped = 0;
