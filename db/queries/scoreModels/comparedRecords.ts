import type { ReadDb } from '../../handles.ts';

/** What a line of a comparison says besides its figures. */
export interface ComparedRecordRow {
  readonly id: string;
  readonly name: string;
  readonly accountName: string;
  readonly ownerName: string;
}

/** The names of these deals or leads. */
export function comparedRecords(db: ReadDb, kind: 'deal' | 'lead', ids: readonly string[]): ComparedRecordRow[] {
  const sql =
    kind === 'deal'
      ? `SELECT o.id, o.name, coalesce(a.name, '') AS accountName, coalesce(m.name, '') AS ownerName
          FROM json_each(?) j JOIN opportunity o ON o.id = j.value
          LEFT JOIN account a ON a.id = o.accountId LEFT JOIN member m ON m.id = o.ownerId`
      : `SELECT l.id, coalesce(nullif(l.company, ''), l.personName) AS name, '' AS accountName,
            coalesce(m.name, '') AS ownerName
          FROM json_each(?) j JOIN lead l ON l.id = j.value LEFT JOIN member m ON m.id = l.ownerId`;
  return db.all<ComparedRecordRow>(sql, JSON.stringify(ids));
}

/** The amounts of open deals in one currency, which others cannot be added to. */
export function openAmounts(db: ReadDb, currency: string): { readonly id: string; readonly amountMinor: number }[] {
  return db.all<{ id: string; amountMinor: number }>(
    `SELECT id, amountMinor FROM opportunity
      WHERE removedAt IS NULL AND status IN ('open', 'paused') AND currency = ? AND amountMinor IS NOT NULL`,
    currency,
  );
}
