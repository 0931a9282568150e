import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, copyFileSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { backupWorkspace } from '#db/backup.ts';
import { assertNodeIsNewEnough, openConnection } from '#db/driver.ts';
import { createWorkspace, openReadOnly, openWorkspace } from '#db/open.ts';
import { insertRow } from '#db/rows.ts';
import { account } from '#db/schema/account.ts';
import { change, makeWorkspace, NOW, reopen, temporaryFolder, testOptions } from '#tests/support/workspaceFixture.ts';

const holdOpen = fileURLToPath(new URL('children/holdOpen.ts', import.meta.url));
const folder = temporaryFolder();
afterAll(folder.remove);

const open = (path: string) => openWorkspace(path, testOptions());

describe('Opening a workspace', () => {
  const good = folder.file('good.kongdan');
  beforeAll(() => {
    const db = makeWorkspace(good);
    change(db, (write) => {
      for (let n = 0; n < 2000; n += 1)
        insertRow(write, account, { id: `a${n}`, name: `客户 ${n}`, note: 'x'.repeat(300) });
    });
    db.close();
  });

  test('finds everything that was written before it was closed', () => {
    const db = reopen(good);
    expect(db.read.get('SELECT count(*) AS n FROM account')).toEqual({ n: 2000 });
    db.close();
  });

  test('leaves nothing but the workspace and its lock beside it after closing', () => {
    expect(statSync(`${good}-wal`, { throwIfNoEntry: false })).toBeUndefined();
    expect(statSync(`${good}-shm`, { throwIfNoEntry: false })).toBeUndefined();
  });

  test('says that a missing file is missing and makes none', () => {
    const path = folder.file('missing.kongdan');
    expect(open(path)).toEqual({ ok: false, error: { type: 'notFoundFile', path } });
    expect(statSync(path, { throwIfNoEntry: false })).toBeUndefined();
  });

  test('refuses a workspace that this process already has open and names the holder', () => {
    const db = reopen(good);
    const second = open(good);
    expect(second).toMatchObject({ ok: false, error: { type: 'locked', path: good } });
    expect(!second.ok && second.error.type === 'locked' && second.error.by).toContain('test (process ');
    // The refused attempt must not have broken the lock of the first.
    expect(open(good)).toMatchObject({ ok: false, error: { type: 'locked' } });
    db.close();
    reopen(good).close();
  });

  test('refuses a workspace that another process has open, and opens it once that process was killed', async () => {
    const child = spawn(process.execPath, [holdOpen, good, 'open'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(child.stdout, 'data');
    expect(open(good)).toMatchObject({ ok: false, error: { type: 'locked' } });
    child.kill('SIGKILL');
    await once(child, 'exit');
    reopen(good).close();
  });

  test('says that a file of a newer program is newer and leaves it alone', () => {
    const path = folder.file('newer.kongdan');
    makeWorkspace(path).close();
    const raw = openConnection(path);
    raw.pragma('user_version = 99990');
    raw.pragma('wal_checkpoint(TRUNCATE)');
    raw.close();
    const before = readFileSync(path);
    expect(open(path)).toMatchObject({ ok: false, error: { type: 'newer', path, fileVersion: 99_990 } });
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  test('does not take the database of another program, a text or a folder for a workspace', () => {
    const foreign = folder.file('foreign.kongdan');
    const raw = openConnection(foreign);
    raw.exec('CREATE TABLE moz_places(id INTEGER PRIMARY KEY)');
    raw.close();
    const text = folder.file('text.kongdan');
    writeFileSync(text, 'Dear diary, '.repeat(50));
    for (const path of [foreign, text, folder.path]) {
      expect(open(path)).toEqual({ ok: false, error: { type: 'notAWorkspace', path } });
    }
  });

  test.each([
    ['empty', (path: string) => truncateSync(path, 0)],
    ['cut to two thirds', (path: string) => truncateSync(path, Math.floor(statSync(path).size * 0.66))],
    ['overwritten with zeros', (path: string) => writeFileSync(path, Buffer.alloc(statSync(path).size))],
    [
      'full of garbage behind its header',
      (path: string) => {
        const bytes = readFileSync(path);
        bytes.fill(0xa5, 100, 40_000);
        writeFileSync(path, bytes);
      },
    ],
  ])('calls a file that is %s corrupt and names the newest copy that is whole', (name, damage) => {
    const path = folder.file(`damaged ${name}.kongdan`);
    copyFileSync(good, path);
    const older = backupWorkspace(path, { at: NOW, reason: 'daily' });
    const newer = backupWorkspace(path, { at: NOW + 1000, reason: 'daily' });
    if (!older.ok || !newer.ok) throw new Error('no backup');
    writeFileSync(newer.value.path, Buffer.alloc(8192));
    damage(path);
    expect(open(path)).toMatchObject({ ok: false, error: { type: 'corrupt', path, newestBackup: older.value.path } });
  });

  test('reports a file or folder that may not be written', async () => {
    const locked = temporaryFolder();
    const path = locked.file('mine.kongdan');
    copyFileSync(good, path);
    chmodSync(path, 0o444);
    chmodSync(locked.path, 0o555);
    // Rights do not bind the administrator, so the attempt is made by somebody else.
    const asNobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
    for (const action of ['open', 'create']) {
      const child = spawn(process.execPath, [holdOpen, action === 'open' ? path : locked.file('new.kongdan'), action], {
        ...asNobody,
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const [said] = (await once(child.stdout, 'data')) as [Buffer];
      child.kill('SIGKILL');
      expect(JSON.parse(said.toString())).toMatchObject({ type: 'noPermission' });
    }
    chmodSync(locked.path, 0o755);
    locked.remove();
    expect(createWorkspace(`${good}/inside a file.kongdan`, testOptions())).toMatchObject({
      ok: false,
      error: { type: 'noPermission' },
    });
  });

  test('never replaces a file when a workspace is made', () => {
    const before = readFileSync(good);
    expect(createWorkspace(good, testOptions())).toEqual({ ok: false, error: { type: 'alreadyExists', path: good } });
    expect(readFileSync(good).equals(before)).toBe(true);
  });

  test('uses a write-ahead log, full synchronisation, foreign keys and recursive triggers', () => {
    const db = reopen(good);
    const pragma = (name: string) => Object.values(db.read.get<Record<string, unknown>>(`PRAGMA ${name}`) ?? {})[0];
    expect(pragma('synchronous')).toBe(2);
    expect(pragma('foreign_keys')).toBe(1);
    expect(pragma('recursive_triggers')).toBe(1);
    db.close();
    // Bytes 18 and 19 of the header are 2 in a file that uses a write-ahead log.
    expect(readFileSync(good).subarray(18, 20)).toEqual(Buffer.from([2, 2]));
  });
});

describe('A reading connection', () => {
  test('sees what is committed, works beside the writer and cannot write', () => {
    const path = folder.file('reader.kongdan');
    const db = makeWorkspace(path);
    const reader = openReadOnly(path);
    change(db, (write) => insertRow(write, account, { id: 'a1', name: '一' }));
    expect(reader.read.all('SELECT id FROM account')).toEqual([{ id: 'a1' }]);
    expect(() => reader.read.all("DELETE FROM account WHERE id = 'a1' RETURNING id")).toThrow();
    reader.close();
    db.close();
  });
});

describe('An old Node.js', () => {
  test('is named in a sentence before the SQLite binding is loaded', () => {
    expect(() => assertNodeIsNewEnough('20.19.0')).toThrow(/needs Node\.js 22 or newer .* 20\.19\.0.*npm start/s);
    expect(() => assertNodeIsNewEnough('22.1.0')).not.toThrow();
  });

  test('is never met by an import of the binding: only the driver names it, and not in an import', () => {
    const driver = readFileSync(new URL('../../../db/driver.ts', import.meta.url), 'utf8');
    expect(driver).not.toMatch(/^import (?!type)[^;]*better-sqlite3/m);
  });
});

describe('The capture triggers', () => {
  const path = folder.file('triggers.kongdan');

  test('are put back at the next opening when a tool removed or changed them', () => {
    makeWorkspace(path).close();
    const raw = openConnection(path);
    raw.exec('DROP TRIGGER capture_account_insert; DROP TRIGGER capture_contact_update');
    raw.exec(
      'CREATE TRIGGER capture_contact_update AFTER UPDATE ON contact BEGIN INSERT INTO syncPending(tbl, pk, col) VALUES (1, 2, 3); END',
    );
    raw.close();
    const db = reopen(path);
    change(db, (write) => insertRow(write, account, { id: 'a1', name: '一' }));
    expect(
      db.read.get(
        "SELECT count(*) AS n FROM sqlite_master WHERE name = 'capture_contact_update' AND sql LIKE '%(1, 2, 3)%'",
      ),
    ).toEqual({ n: 0 });
    db.close();
  });

  test('record what another program writes, which is stamped as an unknown tool at the next opening', () => {
    const raw = openConnection(path);
    raw.exec("UPDATE account SET name = '二' WHERE id = 'a1'");
    raw.close();
    const db = reopen(path);
    expect(db.read.get('SELECT actor, rows FROM syncTx ORDER BY seq DESC LIMIT 1')).toEqual({
      actor: 'unknownTool',
      rows: 1,
    });
    expect(db.read.get('SELECT count(*) AS n FROM syncPending')).toEqual({ n: 0 });
    db.close();
  });

  test('keep what another program writes while the workspace is open apart from the person’s own change', () => {
    const db = reopen(path);
    const raw = openConnection(path);
    raw.exec("UPDATE account SET city = '上海' WHERE id = 'a1'");
    raw.close();
    change(db, (write) => write.run("UPDATE account SET city = '北京' WHERE id = 'a1'"));
    expect(db.read.all('SELECT actor FROM syncTx ORDER BY seq DESC LIMIT 2')).toEqual([
      { actor: 'm1' },
      { actor: 'unknownTool' },
    ]);
    db.close();
  });
});
