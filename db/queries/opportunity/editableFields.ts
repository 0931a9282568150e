import type { ReadDb, SqlValue } from '../../handles.ts';

/** The fields of a deal that a person edits in place, as they are now; undefined in the trash and for unknown ids. */
export function editableFields(db: ReadDb, id: string): Record<string, SqlValue> | undefined {
  return db.get<Record<string, SqlValue>>(
    `SELECT name, accountId, primaryContactId, ownerId, amountMinor, currency, ownWinRate, expectedClose,
       forecastCategory, nextStep, description, source, qualificationLevel
     FROM opportunity WHERE id = ? AND removedAt IS NULL`,
    id,
  );
}

/** The instant of the newest C139 judgement of a deal, or 0. */
export function lastJudgementAt(db: ReadDb, id: string): number {
  const row = db.get<{ at: number | null }>('SELECT max(at) AS at FROM c139Judgement WHERE opportunityId = ?', id);
  return row?.at ?? 0;
}
