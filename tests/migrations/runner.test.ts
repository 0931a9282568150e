import { copyFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listBackups } from '#db/backup.ts';
import { stateDigest } from '#db/changes/stateDigest.ts';
import { openConnection } from '#db/driver.ts';
import { fileVersion, latestVersion, type Migration } from '#db/migrate.ts';
import { allMigrations } from '#db/migrations/allMigrations.ts';
import { openReadOnly, openWorkspace } from '#db/open.ts';
import { insertRow, updateRow } from '#db/rows.ts';
import { account, contact } from '#db/schema/account.ts';
import {
  change,
  makeWorkspace,
  reopen,
  temporaryFolder,
  testOptions,
  valueOf,
} from '#tests/support/workspaceFixture.ts';

const folder = temporaryFolder();
const template = folder.file('template.kongdan');
const newest = latestVersion(allMigrations);
beforeAll(() => {
  const db = makeWorkspace(template);
  change(db, (write) => {
    for (let n = 0; n < 100; n += 1) insertRow(write, account, { id: `a${n}`, name: `客户 ${n}` });
    insertRow(write, contact, { id: 'c1', accountId: 'a1' });
  });
  db.close();
});
afterAll(folder.remove);

let copies = 0;
/** A workspace that a program without the further migrations has left. */
function oldFile(): string {
  copies += 1;
  const path = folder.file(`old${copies}.kongdan`);
  copyFileSync(template, path);
  return path;
}

const openWith = (path: string, ...further: Migration[]) =>
  openWorkspace(path, { ...testOptions(), migrations: [...allMigrations, ...further] });

const step = (id: number, up: Migration['up'], rest: Partial<Migration> = {}): Migration => ({
  id: newest + id,
  name: `step${id}`,
  up,
  ...rest,
});

function stateOf(path: string) {
  const { read, close } = openReadOnly(path);
  const state = {
    version: Object.values(read.get<Record<string, number>>('PRAGMA user_version') ?? {})[0],
    digest: stateDigest(read),
    log: read.all('SELECT seq, hlc FROM syncTx ORDER BY seq'),
    pending: read.all('SELECT * FROM syncPending'),
    applied: read.all('SELECT id FROM schemaMigration ORDER BY id'),
  };
  close();
  return state;
}

describe('A file of an older program', () => {
  test('is copied first, then brought to the newest version step by step', () => {
    const path = oldFile();
    const before = stateOf(path);
    const db = valueOf(
      openWith(
        path,
        step(1, 'CREATE TABLE extra(id TEXT PRIMARY KEY NOT NULL, note TEXT); INSERT INTO extra VALUES (1, 2)'),
        step(2, (connection) => void connection.prepare("UPDATE extra SET note = 'two'").run()),
      ),
    );
    expect(db.read.get('SELECT note FROM extra')).toEqual({ note: 'two' });
    db.close();
    expect(stateOf(path)).toMatchObject({ version: newest + 2, digest: before.digest, log: before.log });
    const [backup] = listBackups(path);
    expect(backup).toMatchObject({ reason: 'migration' });
    expect(stateOf(backup?.path ?? '')).toEqual(before);
  });

  test('is not copied or touched when there is nothing to do', () => {
    const path = oldFile();
    reopen(path).close();
    expect(listBackups(path)).toEqual([]);
  });

  test('has a data migration in none of its history, and its triggers and capture back afterwards', () => {
    const path = oldFile();
    const before = stateOf(path);
    const db = valueOf(
      openWith(path, step(1, "UPDATE account SET city = '上海'; DELETE FROM contact", { mayShrink: ['contact'] })),
    );
    expect(db.read.get("SELECT count(*) AS n FROM account WHERE city = '上海'")).toEqual({ n: 100 });
    change(db, (write) => updateRow(write, account, 'a1', { city: '北京' }));
    db.close();
    expect(stateOf(path).log).toHaveLength(before.log.length + 1);
  });

  test('has what an outside tool changed stamped before, by the old schema', () => {
    const path = oldFile();
    const raw = openConnection(path);
    raw.exec("UPDATE account SET name = 'tool' WHERE id = 'a1'");
    raw.close();
    const db = valueOf(openWith(path, step(1, 'CREATE TABLE extra(id TEXT)')));
    expect(db.read.get('SELECT actor, rows FROM syncTx ORDER BY seq DESC LIMIT 1')).toEqual({
      actor: 'unknownTool',
      rows: 1,
    });
    db.close();
  });
});

describe('A migration is refused, and the file stays exactly as it was, when it', () => {
  const good = step(1, 'CREATE TABLE extra(id TEXT PRIMARY KEY NOT NULL)');
  test.each<[string, Migration, RegExp]>([
    [
      'throws',
      step(2, () => {
        throw new Error('no such luck');
      }),
      /no such luck/,
    ],
    ['is bad SQL', step(2, 'CREATE TABLE another(id TEXT); SELEKT 1'), /syntax error/],
    [
      'loses rows of a shared table',
      step(2, "DELETE FROM account WHERE id = 'a7'"),
      /lost rows of account: 100 before, 99 after/,
    ],
    ['removes a shared table', step(2, 'DROP TABLE contact'), /lost rows of contact: 1 before, 0 after/],
    [
      'breaks a reference between rows',
      step(2, "DELETE FROM account WHERE id = 'a1'", { mayShrink: ['account'] }),
      /broke 1 references/,
    ],
    ['ends the transaction that protects it', step(2, 'DELETE FROM account; COMMIT'), /ended the transaction/],
    [
      'records its changes as if a person had made them',
      step(2, "INSERT INTO syncPending(tbl, pk, col) VALUES ('account', 'a1', 'name')"),
      /syncPending/,
    ],
  ])('%s', (_, bad, reason) => {
    const path = oldFile();
    const before = stateOf(path);
    const opened = openWith(path, good, bad);
    expect(opened).toMatchObject({ ok: false, error: { type: 'migrationFailed', path } });
    expect(!opened.ok && opened.error.type === 'migrationFailed' && opened.error.detail).toMatch(reason);
    expect(stateOf(path)).toEqual(before);
    // The program that made the file still opens it, and a repaired migration goes through.
    reopen(path).close();
    const repaired = valueOf(openWith(path, good, step(2, 'CREATE TABLE another(id TEXT)')));
    repaired.close();
    expect(stateOf(path).version).toBe(newest + 2);
  });

  test('was changed after it had been applied', () => {
    const path = oldFile();
    valueOf(openWith(path, good)).close();
    const changed = openWith(path, step(1, 'CREATE TABLE extra(id TEXT PRIMARY KEY NOT NULL )'));
    expect(changed).toMatchObject({
      ok: false,
      error: { type: 'migrationFailed', detail: expect.stringContaining('checksumDiffers') },
    });
    valueOf(openWith(path, good)).close();
  });
});

describe('The list of migrations', () => {
  test('has rising ids, and a fresh file ends at the last of them', () => {
    const ids = allMigrations.map((migration) => migration.id);
    expect(ids).toEqual([...new Set(ids)].toSorted((a, b) => a - b));
    const raw = openConnection(template, { readonly: true });
    expect(fileVersion(raw)).toBe(newest);
    raw.close();
  });
});
