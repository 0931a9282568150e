import type { ReadDb } from '../../handles.ts';

/** How often the expected close was moved to a later day: here (change log) and where the deal came from (its import). */
export function closePushes(db: ReadDb, id: string): number {
  const row = db.get<{ pushes: number }>(
    `SELECT
       (SELECT count(*) FROM syncOp
        WHERE tbl = (SELECT no FROM syncDict WHERE name = 'opportunity') AND pk = ?
          AND col = (SELECT no FROM syncDict WHERE name = 'expectedClose') AND old IS NOT NULL AND val > old
          -- A later import of a longer history writes the same push into both.
          AND NOT (EXISTS (SELECT 1 FROM syncTx t WHERE t.seq = syncOp.seq AND t.label = 'import.run')
            AND EXISTS (SELECT 1 FROM pastChange p WHERE p.opportunityId = pk AND p.field = 'expectedClose' AND p.toValue = val)))
       + (SELECT count(*) FROM pastChange
          WHERE opportunityId = ? AND field = 'expectedClose' AND fromValue IS NOT NULL AND toValue > fromValue)
       AS pushes`,
    id,
    id,
  );
  return row?.pushes ?? 0;
}
