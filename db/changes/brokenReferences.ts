import type { ReadDb } from '../handles.ts';
import type { CapturedTable } from './capturedTable.ts';

/** A row whose reference names a row that does not exist. */
export interface BrokenReference {
  readonly table: string;
  readonly id: string;
  readonly field: string;
  /** The id that nobody has. */
  readonly now: string;
  readonly parent: string;
}

/**
 * References that the running transaction broke, found from what capture recorded and therefore without a look at the
 * whole file. At most `limit` per foreign key.
 */
export function findBrokenReferences(
  db: Pick<ReadDb, 'all'>,
  tables: readonly CapturedTable[],
  limit: number,
): BrokenReference[] {
  const touched = new Set(db.all<{ tbl: string }>('SELECT DISTINCT tbl FROM syncPending').map((row) => row.tbl));
  const shrunk = new Set(
    db.all<{ tbl: string }>("SELECT DISTINCT tbl FROM syncPending WHERE col = '-'").map((row) => row.tbl),
  );
  const broken: BrokenReference[] = [];
  for (const child of tables) {
    for (const { column, parent } of child.references) {
      const select =
        `SELECT DISTINCT c."id" AS id, c."${column}" AS now ` +
        `FROM %FROM% AND NOT EXISTS (SELECT 1 FROM "${parent}" p WHERE p."id" = c."${column}") LIMIT ${limit}`;
      const sources: string[] = [];
      if (shrunk.has(parent)) {
        sources.push(
          `"${child.name}" c WHERE c."${column}" IN (SELECT pk FROM syncPending WHERE tbl = '${parent}' AND col = '-')`,
        );
      }
      if (touched.has(child.name)) {
        sources.push(
          `syncPending s CROSS JOIN "${child.name}" c ON c."id" = s.pk ` +
            `WHERE s.tbl = '${child.name}' AND s.col IN ('+', '${column}') AND c."${column}" IS NOT NULL`,
        );
      }
      for (const source of sources) {
        const rows = db.all<{ id: string; now: string }>(select.replace('%FROM%', source));
        for (const row of rows) broken.push({ table: child.name, id: row.id, field: column, now: row.now, parent });
      }
    }
  }
  return broken;
}
