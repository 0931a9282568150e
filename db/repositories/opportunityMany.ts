import type { SqlValue, WriteDb } from '../handles.ts';

/** Columns that many deals may be given the same value in. */
export interface SharedPatch {
  readonly ownerId?: string | null | undefined;
  readonly expectedClose?: string | null | undefined;
  readonly forecastCategory?: string | undefined;
}

/** Gives all these deals the same values; returns how many are different now. */
export function changeMany(db: WriteDb, ids: readonly string[], patch: SharedPatch): number {
  const entries = Object.entries(patch).filter((entry): entry is [string, SqlValue] => entry[1] !== undefined);
  if (entries.length === 0) return 0;
  const values = entries.map(([, value]) => value);
  return db.run(
    `UPDATE opportunity SET ${entries.map(([column]) => `"${column}" = ?`).join(', ')}
     WHERE id IN (SELECT value FROM json_each(?)) AND removedAt IS NULL
       AND (${entries.map(([column]) => `"${column}" IS NOT ?`).join(' OR ')})`,
    ...values,
    JSON.stringify(ids),
    ...values,
  ).changes;
}
