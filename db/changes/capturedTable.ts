import { appendOnlyTables, atomicGroups, sharedTables, type SharedTableName } from '#db/schema/schema.ts';
import type { ReadDb } from '../handles.ts';

/** What capture must know of a shared table: its columns as the file has them, not as the program wishes them. */
export interface CapturedTable {
  readonly name: string;
  /** Every column but `id`, in the order of the file. */
  readonly columns: readonly string[];
  /** Per column the columns that travel with it, itself included; most stand alone. */
  readonly groups: ReadonlyMap<string, readonly string[]>;
  readonly appendOnly: boolean;
  readonly references: readonly Reference[];
}

/** A foreign key: `column` holds the id of a row of `parent`. */
export interface Reference {
  readonly column: string;
  readonly parent: string;
}

/** Names of all shared tables, parents mostly before children. */
export const sharedTableNames: readonly SharedTableName[] = Object.keys(sharedTables) as SharedTableName[];

/**
 * Describes the shared tables that this file has. Read from the file, so that changes of an older file can be stamped
 * before it is migrated.
 */
export function describeCapturedTables(db: Pick<ReadDb, 'all'>): CapturedTable[] {
  const tables: CapturedTable[] = [];
  for (const name of sharedTableNames) {
    const columns = db
      .all<{ name: string }>('SELECT name FROM pragma_table_info(?) ORDER BY cid', name)
      .map((column) => column.name);
    if (columns.length === 0) continue;
    tables.push({
      name,
      columns: columns.filter((column) => column !== 'id'),
      groups: groupsOf(name, columns),
      appendOnly: appendOnlyTables.includes(name),
      references: db.all<Reference>(
        'SELECT "from" AS "column", "table" AS parent FROM pragma_foreign_key_list(?) ORDER BY id DESC',
        name,
      ),
    });
  }
  return tables;
}

function groupsOf(table: SharedTableName, columns: readonly string[]): Map<string, readonly string[]> {
  const groups = new Map<string, readonly string[]>();
  for (const column of columns) groups.set(column, [column]);
  for (const group of atomicGroups[table] ?? []) {
    const present = group.filter((column) => columns.includes(column));
    for (const column of present) groups.set(column, present);
  }
  return groups;
}
