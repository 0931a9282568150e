import type { InferInsertModel } from 'drizzle-orm';
import type { ReadDb, WriteDb } from '../handles.ts';
import { getRow, insertRow, updateRow } from '../rows.ts';
import { modelCheck, scoreModel } from '../schema/scoring.ts';

/** Adds a trained version; what it is never changes afterwards. */
export function addScoreModel(db: WriteDb, row: Omit<InferInsertModel<typeof scoreModel>, 'version'>): number {
  const version = nextVersion(db, row.kind ?? 'deal');
  insertRow(db, scoreModel, { ...row, version });
  return version;
}

/** Numbers go on after those of versions that were taken back, unless nothing of them is left. */
function nextVersion(db: ReadDb, kind: string): number {
  return (
    db.get<{ next: number }>('SELECT coalesce(max(version), 0) + 1 AS next FROM scoreModel WHERE kind = ?', kind)
      ?.next ?? 1
  );
}

/** Takes a version into use from an instant on, epoch ms; later than any other of its kind, whatever the clock says. */
export function activateScoreModel(db: WriteDb, id: string, now: number): void {
  const kind = getRow(db, scoreModel, id)?.kind ?? '';
  const last = db.get<{ at: number | null }>('SELECT max(activatedAt) AS at FROM scoreModel WHERE kind = ?', kind)?.at;
  updateRow(db, scoreModel, id, { activatedAt: Math.max(now, (last ?? 0) + 1) });
}

/** Keeps a check; the same id again (a check that ran on two laptops) is the check that is there. */
export function addModelCheck(db: WriteDb, row: InferInsertModel<typeof modelCheck>): void {
  if (getRow(db, modelCheck, row.id) === undefined) insertRow(db, modelCheck, row);
}
