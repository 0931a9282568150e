import type { ReadDb } from '../../handles.ts';

/** How often the expected close was moved to a later day: here (change log) and where the deal came from (its import). */
export function closePushes(db: ReadDb, id: string): number {
  const row = db.get<{ pushes: number }>(
    `SELECT
       (SELECT count(*) FROM syncOp
        WHERE tbl = (SELECT no FROM syncDict WHERE name = 'opportunity') AND pk = ?
          AND col = (SELECT no FROM syncDict WHERE name = 'expectedClose') AND old IS NOT NULL AND val > old)
       + (SELECT count(*) FROM pastChange
          WHERE opportunityId = ? AND field = 'expectedClose' AND fromValue IS NOT NULL AND toValue > fromValue)
       AS pushes`,
    id,
    id,
  );
  return row?.pushes ?? 0;
}
