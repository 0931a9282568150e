import type { ReadDb } from '../../handles.ts';
import type { ScoredKind } from './scoredRecords.ts';

/** Key of the setting that says up to which entry of the log scoring has looked. */
export const SCORING_CURSOR = 'scoring.logSeq';

/** The entry of the log up to which scoring has looked; null when it never has. */
export function scoringCursor(db: ReadDb): number | null {
  return numberSetting(db, SCORING_CURSOR);
}

/** Key of the setting that says on which day all records of a kind were scored. */
export const scoredDayKey = (kind: ScoredKind): string => `scoring.day.${kind}`;

/** The beginning of the day on which all records of a kind were last scored; null when they never were. */
export const scoredDay = (db: ReadDb, kind: ScoredKind): number | null => numberSetting(db, scoredDayKey(kind));

function numberSetting(db: ReadDb, key: string): number | null {
  const row = db.get<{ value: string }>('SELECT value FROM localSetting WHERE key = ?', key);
  const value = Number(row?.value ?? Number.NaN);
  return Number.isSafeInteger(value) ? value : null;
}
