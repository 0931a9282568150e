import type { SqlValue, WriteDb } from '../handles.ts';
import { type BrokenReference, findBrokenReferences } from './brokenReferences.ts';
import type { CapturedTable } from './capturedTable.ts';
import { insertContent } from './insertContent.ts';

/** Broken references looked at per foreign key and round. */
const ROUND_ROWS = 2000;
/** Every round gives up part of the undo, so this is only reached by a defect. */
const MOST_ROUNDS = 10_000;

/**
 * Finds the references that an undo broke. With `repair` it gives up as much of the undo as needed to make them whole: a
 * row that something newer refers to comes back, a row that returned to a missing parent goes again, a field that would
 * point nowhere keeps its present value. Returns what stood in the way.
 */
export function settleReferences(
  db: WriteDb,
  tables: readonly CapturedTable[],
  repair: boolean,
): readonly BrokenReference[] {
  const met: BrokenReference[] = [];
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const broken = findBrokenReferences(db, tables, ROUND_ROWS);
    met.push(...broken);
    if (broken.length === 0 || !repair) return met;
    repairRound(db, new Map(tables.map((table) => [table.name, table])), broken);
  }
  throw new Error('The references of an undo could not be settled');
}

interface PendingRow {
  readonly tbl: string;
  readonly pk: string;
  readonly col: string;
  readonly old: SqlValue;
}

function repairRound(
  db: WriteDb,
  tables: ReadonlyMap<string, CapturedTable>,
  broken: readonly BrokenReference[],
): void {
  const before = contentBefore(db, broken);
  for (const { table, id, field, now, parent } of broken) {
    const parentTable = tables.get(parent);
    const lost = before.get(`${parent} ${now}`);
    if (parentTable !== undefined && lost?.deleted === true) {
      lost.deleted = false;
      insertContent(db, parentTable, now, lost.content);
      continue;
    }
    if (lost !== undefined) continue;
    const child = before.get(`${table} ${id}`);
    if (child?.appeared === true) {
      child.appeared = false;
      db.run(`DELETE FROM "${table}" WHERE "id" = ?`, id);
    } else if (child !== undefined && field in child.content) {
      db.run(`UPDATE "${table}" SET "${field}" = ? WHERE "id" = ?`, child.content[field] ?? null, id);
    }
  }
}

interface RowBefore {
  /** What the undo found: the whole row if it deleted it, else the fields it changed. */
  readonly content: Record<string, SqlValue>;
  deleted: boolean;
  appeared: boolean;
}

/** What capture recorded in this transaction of the rows at both ends of the broken references, in one pass. */
function contentBefore(db: WriteDb, broken: readonly BrokenReference[]): Map<string, RowBefore> {
  const ids = [...new Set(broken.flatMap((reference) => [reference.id, reference.now]))];
  const events = db.all<PendingRow>(
    'SELECT tbl, pk, col, old FROM syncPending WHERE pk IN (SELECT value FROM json_each(?)) ORDER BY n',
    JSON.stringify(ids),
  );
  const rows = new Map<string, RowBefore>();
  for (const { tbl, pk, col, old } of events) {
    const key = `${tbl} ${pk}`;
    const row = rows.get(key) ?? { content: {}, deleted: false, appeared: false };
    rows.set(key, row);
    if (col === '+') {
      // A row that a former round already brought back is there, whatever happened to it before.
      row.appeared = !row.deleted;
      row.deleted = false;
    } else if (col === '-') {
      // First values win: they are what the undo found.
      row.deleted = true;
      row.appeared = false;
      Object.assign(row.content, { ...(JSON.parse(String(old)) as Record<string, SqlValue>), ...row.content });
    } else if (!(col in row.content)) {
      row.content[col] = old;
    }
  }
  return rows;
}
