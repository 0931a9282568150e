import { getTableConfig } from 'drizzle-orm/sqlite-core';
import type { DuplicateEntity } from '#shared/domain/leads/duplicateKeys.ts';
import { sharedTables } from '#db/schema/schema.ts';
import type { ReadDb } from '../../handles.ts';

/** A column that holds ids of a kind of records. */
export interface RecordReference {
  readonly table: string;
  readonly column: string;
}

/** Tables that name the kind of record beside its id. */
export const looseReferences = ['attachment', 'externalRef', 'alias'] as const;

const references = new Map<string, RecordReference[]>();
for (const table of Object.values(sharedTables)) {
  const { name, foreignKeys } = getTableConfig(table);
  for (const key of foreignKeys) {
    const { columns, foreignTable } = key.reference();
    const parent = getTableConfig(foreignTable).name;
    for (const column of columns) {
      references.set(parent, [...(references.get(parent) ?? []), { table: name, column: column.name }]);
    }
  }
}

/** Every column of the schema that points to this kind of record: what a merge must move. Read from the schema, so none is forgotten. */
export function referencesTo(entity: DuplicateEntity): readonly RecordReference[] {
  return references.get(entity) ?? [];
}

/** How many rows point to a record, by the table they are in; the kinds that have none are left out. */
export function referenceCounts(db: ReadDb, entity: DuplicateEntity, id: string): Record<string, number> {
  const counts: Record<string, number> = {};
  const add = (table: string, n: number): void => {
    if (n > 0) counts[table] = (counts[table] ?? 0) + n;
  };
  for (const { table, column } of referencesTo(entity)) {
    add(table, db.get<{ n: number }>(`SELECT count(*) AS n FROM "${table}" WHERE "${column}" = ?`, id)?.n ?? 0);
  }
  const attached = 'SELECT count(*) AS n FROM attachment WHERE entity = ? AND entityId = ? AND removedAt IS NULL';
  add('attachment', db.get<{ n: number }>(attached, entity, id)?.n ?? 0);
  return counts;
}
