import type { ReadDb } from '../../handles.ts';

/** Key of the setting that says up to which entry of the log scoring has looked. */
export const SCORING_CURSOR = 'scoring.logSeq';

/** The entry of the log up to which scoring has looked; null when it never has. */
export function scoringCursor(db: ReadDb): number | null {
  const row = db.get<{ value: string }>('SELECT value FROM localSetting WHERE key = ?', SCORING_CURSOR);
  const seq = Number(row?.value ?? Number.NaN);
  return Number.isSafeInteger(seq) ? seq : null;
}
