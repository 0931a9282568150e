import { getTableConfig } from 'drizzle-orm/sqlite-core';
import { sharedTables } from './schema.ts';

/** Columns that hold an id although the schema states no foreign key, so that rows may arrive in any order. */
const LOOSE: Readonly<Record<string, string>> = {
  'opportunity.winnerCompetitorId': 'competitor',
  'opportunity.leadId': 'lead',
  'process.currentVersionId': 'processVersion',
};

const references = new Map<string, string>(Object.entries(LOOSE));
for (const table of Object.values(sharedTables)) {
  const { name, foreignKeys } = getTableConfig(table);
  for (const key of foreignKeys) {
    const { columns, foreignTable } = key.reference();
    const [column] = columns;
    if (column) references.set(`${name}.${column.name}`, getTableConfig(foreignTable).name);
  }
}

/** The table whose id a column holds, or null when the column holds a plain value. */
export function referencedTable(table: string, column: string): string | null {
  return references.get(`${table}.${column}`) ?? null;
}
