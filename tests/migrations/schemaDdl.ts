import { is, SQL } from 'drizzle-orm';
import { getTableConfig, SQLiteSyncDialect, SQLiteTable } from 'drizzle-orm/sqlite-core';

/** The SQL that would create a table as the drizzle schema describes it, and its indexes. */
export function tableDdl(table: SQLiteTable): string[] {
  const config = getTableConfig(table);
  const lines = config.columns.map((column) => {
    const parts = [`"${column.name}"`, column.getSQLType()];
    if (column.primary) parts.push('PRIMARY KEY');
    if (column.notNull) parts.push('NOT NULL');
    if (column.default !== undefined) parts.push(`DEFAULT ${literal(column.default)}`);
    if (column.isUnique) parts.push('UNIQUE');
    return `  ${parts.join(' ')}`;
  });
  for (const key of config.primaryKeys) {
    lines.push(`  PRIMARY KEY (${key.columns.map((column) => `"${column.name}"`).join(', ')})`);
  }
  for (const key of config.foreignKeys) {
    const reference = key.reference();
    const from = reference.columns.map((column) => `"${column.name}"`).join(', ');
    const to = reference.foreignColumns.map((column) => `"${column.name}"`).join(', ');
    const parent = getTableConfig(reference.foreignTable).name;
    const actions = [
      key.onDelete === undefined || key.onDelete === 'no action' ? '' : ` ON DELETE ${key.onDelete}`,
      key.onUpdate === undefined || key.onUpdate === 'no action' ? '' : ` ON UPDATE ${key.onUpdate}`,
    ];
    lines.push(`  FOREIGN KEY (${from}) REFERENCES "${parent}"(${to})${actions.join('')}`);
  }
  const statements = [`CREATE TABLE "${config.name}" (\n${lines.join(',\n')}\n)`];
  for (const index of config.indexes) {
    const columns = index.config.columns.map((column) =>
      is(column, SQL)
        ? new SQLiteSyncDialect().sqlToQuery(column, 'indexes').sql
        : `"${'name' in column ? column.name : ''}"`,
    );
    const where = index.config.where;
    const condition = where === undefined ? '' : ` WHERE ${new SQLiteSyncDialect().sqlToQuery(where, 'indexes').sql}`;
    const unique = index.config.unique ? 'UNIQUE ' : '';
    statements.push(
      `CREATE ${unique}INDEX "${index.config.name}" ON "${config.name}" (${columns.join(', ')})${condition}`,
    );
  }
  return statements;
}

function literal(value: unknown): string {
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return `'${value.replaceAll("'", "''")}'`;
  throw new Error(`A default must be a constant text or number, not ${typeof value}`);
}
