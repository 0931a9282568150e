import { getTableColumns } from 'drizzle-orm';
import { getTableConfig, type SQLiteTable } from 'drizzle-orm/sqlite-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { describeCapturedTables } from '#db/changes/capturedTable.ts';
import { captureTriggers } from '#db/changes/triggers.ts';
import { type Connection, openConnection } from '#db/driver.ts';
import { migrate } from '#db/migrate.ts';
import { allMigrations } from '#db/migrations/allMigrations.ts';
import { appendOnlyTables, atomicGroups, deviceTables, sharedTables, type SharedTableName } from '#db/schema/schema.ts';
import { directReads } from '#db/statements.ts';
import { NOW } from '#tests/support/workspaceFixture.ts';
import { tableDdl } from './schemaDdl.ts';

const everyTable: Record<string, SQLiteTable> = { ...sharedTables, ...deviceTables };
const sharedNames = Object.keys(sharedTables) as SharedTableName[];
let migrated: Connection;
let described: Connection;

beforeAll(() => {
  migrated = openConnection(':memory:');
  const result = migrate(migrated, allMigrations, NOW);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  described = openConnection(':memory:');
  for (const table of Object.values(everyTable)) for (const sql of tableDdl(table)) described.exec(sql);
});
afterAll(() => {
  migrated.close();
  described.close();
});

/** Everything SQLite knows about the columns of a table, as plain data. */
function columnsOf(connection: Connection, table: string): unknown {
  const all = (sql: string) => connection.prepare(sql).all();
  return {
    columns: all(`SELECT name, type, "notnull", dflt_value, pk, hidden FROM pragma_table_xinfo('${table}')`),
    references: all(
      `SELECT "table", "from", "to", on_update, on_delete FROM pragma_foreign_key_list('${table}') ORDER BY "from"`,
    ),
  };
}

interface IndexShape {
  readonly name: string;
  readonly unique: number;
  readonly columns: unknown;
  readonly where: string | null;
}

function indexesOf(connection: Connection, table: string): IndexShape[] {
  return connection
    .prepare<[], { name: string; unique: number }>(
      `SELECT name, "unique" FROM pragma_index_list('${table}') ORDER BY name`,
    )
    .all()
    .map((index) => ({
      ...index,
      columns: connection.prepare(`SELECT name, "desc", coll FROM pragma_index_xinfo('${index.name}') WHERE key`).all(),
      where:
        connection
          .prepare<[string], string>('SELECT sql FROM sqlite_master WHERE name = ?')
          .pluck()
          .get(index.name)
          ?.split(' WHERE ')[1] ?? null,
    }));
}

describe('The schema of the program and a migrated file', () => {
  test.each(Object.keys(everyTable))(
    'agree on table %s: columns, types, defaults, keys, references, indexes',
    (name) => {
      expect(columnsOf(migrated, name)).toEqual(columnsOf(described, name));
      const inFile = indexesOf(migrated, name);
      expect(inFile).toEqual(expect.arrayContaining(indexesOf(described, name)));
      // Migrations may add indexes that only speed up a report; they must never forbid a row.
      const known = new Set(indexesOf(described, name).map((index) => index.name));
      expect(inFile.filter((index) => !known.has(index.name) && index.unique === 1)).toEqual([]);
    },
  );

  test('know each table by one name, in SQL and in TypeScript', () => {
    for (const [name, table] of Object.entries(everyTable)) {
      expect(getTableConfig(table).name).toBe(name);
      for (const [key, column] of Object.entries(getTableColumns(table))) expect(column.name).toBe(key);
    }
  });
});

describe('A shared table', () => {
  const configs = sharedNames.map((name) => [name, getTableConfig(sharedTables[name])] as const);

  test.each(configs)(
    '%s has one text key, no UNIQUE, no CASCADE and a default for all that must be filled',
    (name, config) => {
      expect(
        config.columns.filter((column) => column.primary).map((column) => [column.name, column.getSQLType()]),
      ).toEqual([['id', 'text']]);
      const indexes = migrated.prepare(`SELECT origin FROM pragma_index_list('${name}') WHERE "unique"`).all();
      expect(indexes).toEqual([{ origin: 'pk' }]);
      const actions = migrated
        .prepare(`SELECT DISTINCT on_update || ' ' || on_delete AS action FROM pragma_foreign_key_list('${name}')`)
        .all();
      expect(actions.filter((row) => (row as { action: string }).action !== 'NO ACTION NO ACTION')).toEqual([]);
      const unfilled = config.columns.filter(
        (column) => column.notNull && !column.primary && column.default === undefined,
      );
      expect(unfilled.map((column) => column.name)).toEqual([]);
    },
  );

  test.each(configs)('%s refers only to shared tables', (_, config) => {
    for (const key of config.foreignKeys) {
      expect(sharedNames).toContain(getTableConfig(key.reference().foreignTable).name);
    }
  });

  test('is captured by exactly the triggers that the registry asks for', () => {
    const tables = describeCapturedTables(directReads(migrated));
    expect(tables.map((table) => table.name).toSorted()).toEqual(sharedNames.toSorted());
    const found = migrated
      .prepare("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND name GLOB 'capture_*' ORDER BY name")
      .all();
    const expected = [...captureTriggers(tables)].map(([name, sql]) => ({ name, sql }));
    expect(found).toEqual(expected.toSorted((a, b) => (a.name < b.name ? -1 : 1)));
    expect(expected).toHaveLength(sharedNames.length * 4 + appendOnlyTables.length * 2);
  });

  test('has atomic groups that name its own columns, each at most once', () => {
    for (const [name, groups] of Object.entries(atomicGroups)) {
      const columns = getTableConfig(sharedTables[name as SharedTableName]).columns.map((column) => column.name);
      const members = groups.flat();
      expect(columns).toEqual(expect.arrayContaining(members));
      expect(new Set(members).size).toBe(members.length);
    }
  });
});
