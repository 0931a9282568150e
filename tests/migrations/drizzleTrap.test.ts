import { beforeEach, describe, expect, test } from 'vitest';
import { type Connection, openConnection } from '#db/driver.ts';
import { migrate, type Migration } from '#db/migrate.ts';
import { changeCapture } from '#db/migrations/0012_changeCapture.ts';
import { NOW } from '#tests/support/workspaceFixture.ts';

/*
 * drizzle-orm #4938 and #5782: drizzle's migrator runs everything in one transaction, where `PRAGMA foreign_keys=OFF`
 * does nothing, so that the DROP TABLE of a rebuild empties every child table that has ON DELETE CASCADE. With change
 * capture those deletes would also be recorded and sent to the whole team. Reproduced here in a schema of two tables.
 */

const scratch: Migration = {
  id: 10,
  name: 'scratch',
  up: `
    CREATE TABLE account(id TEXT PRIMARY KEY NOT NULL, name TEXT NOT NULL DEFAULT '');
    CREATE TABLE contact(id TEXT PRIMARY KEY NOT NULL, accountId TEXT REFERENCES account(id) ON DELETE CASCADE);
    CREATE TABLE syncMeta(key TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL);
    CREATE TABLE syncTx(seq INTEGER PRIMARY KEY NOT NULL, hlc INTEGER NOT NULL);
  `,
};

/** What drizzle-kit writes to change a column of SQLite. */
const rebuild: Migration = {
  id: 20,
  name: 'rebuild',
  up: `
    PRAGMA foreign_keys=OFF;
    CREATE TABLE __new_account(id TEXT PRIMARY KEY NOT NULL, name TEXT NOT NULL DEFAULT '', city TEXT NOT NULL DEFAULT '');
    INSERT INTO __new_account(id, name) SELECT id, name FROM account;
    DROP TABLE account;
    ALTER TABLE __new_account RENAME TO account;
    PRAGMA foreign_keys=ON;
  `,
};

let connection: Connection;
beforeEach(() => {
  connection = openConnection(':memory:');
  connection.pragma('foreign_keys = ON');
  const made = migrate(connection, [scratch, changeCapture], NOW);
  if (!made.ok) throw new Error(made.error.type);
  connection.exec("INSERT INTO account(id, name) VALUES ('a1', '一'), ('a2', '二')");
  connection.exec("INSERT INTO contact VALUES ('c1', 'a1'), ('c2', 'a2'), ('c3', 'a2')");
  connection.exec('DELETE FROM syncPending');
  return () => void connection.close();
});

const contacts = () => connection.prepare('SELECT id FROM contact ORDER BY id').pluck().all();
const recorded = () => connection.prepare('SELECT tbl, pk, col FROM syncPending ORDER BY n').all();

describe('A table rebuild as drizzle writes it', () => {
  test('empties child tables and gets the deletes recorded when it runs as drizzle runs it', () => {
    connection.exec('BEGIN');
    connection.exec(rebuild.up as string);
    connection.exec('COMMIT');
    expect(contacts()).toEqual([]);
    expect(recorded()).toEqual(['c1', 'c2', 'c3'].map((pk) => ({ tbl: 'contact', pk, col: '-' })));
  });

  test('keeps every child and records nothing when our runner runs it', () => {
    expect(migrate(connection, [scratch, changeCapture, rebuild], NOW)).toEqual({ ok: true, value: ['0020_rebuild'] });
    expect(contacts()).toEqual(['c1', 'c2', 'c3']);
    expect(recorded()).toEqual([]);
    expect(connection.pragma('foreign_keys', { simple: true })).toBe(1);
    // The rebuild dropped the triggers of its table; they are back and know the new column.
    connection.exec("UPDATE account SET city = '上海' WHERE id = 'a1'");
    expect(recorded()).toEqual([{ tbl: 'account', pk: 'a1', col: 'city' }]);
  });

  test('is refused by our runner when it loses children all the same, and nothing is recorded', () => {
    const careless: Migration = { ...rebuild, up: `${String(rebuild.up)}; DELETE FROM contact;` };
    expect(migrate(connection, [scratch, changeCapture, careless], NOW)).toMatchObject({
      ok: false,
      error: { type: 'migrationFailed', reason: 'it lost rows of contact: 3 before, 0 after' },
    });
    expect(contacts()).toEqual(['c1', 'c2', 'c3']);
    expect(recorded()).toEqual([]);
  });

  test('never starts inside a transaction, where foreign keys cannot be turned off', () => {
    connection.exec('BEGIN');
    expect(() => migrate(connection, [scratch, changeCapture, rebuild], NOW)).toThrow(/inside a transaction/);
    connection.exec('ROLLBACK');
    expect(contacts()).toEqual(['c1', 'c2', 'c3']);
  });
});
