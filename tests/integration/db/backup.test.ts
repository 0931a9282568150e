import { existsSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { backupWorkspace, checkBackup, latestUsableBackup, listBackups } from '#db/backup.ts';
import { stateDigest } from '#db/changes/stateDigest.ts';
import { openWorkspace } from '#db/open.ts';
import { restoreBackup } from '#db/restoreBackup.ts';
import { insertRow, insertRows } from '#db/rows.ts';
import { account } from '#db/schema/account.ts';
import {
  change,
  makeWorkspace,
  NOW,
  reopen,
  temporaryFolder,
  testOptions,
  valueOf,
} from '#tests/support/workspaceFixture.ts';

const folder = temporaryFolder();
afterAll(folder.remove);

const meta = (db: ReturnType<typeof reopen>, key: string) =>
  db.read.get<{ value: string }>('SELECT value FROM syncMeta WHERE key = ?', key)?.value;

describe('A backup', () => {
  test('holds everything committed, also what lies in the write-ahead log of an open workspace', () => {
    const db = makeWorkspace(folder.file('open.kongdan'));
    change(db, (write) => insertRow(write, account, { id: 'a1', name: '一' }));
    const backup = valueOf(backupWorkspace(db.path, { at: NOW, reason: 'manual' }));
    change(db, (write) => insertRow(write, account, { id: 'a2' }));
    expect(checkBackup(backup.path)).toEqual([]);
    expect(listBackups(db.path)).toEqual([backup]);
    expect(backup).toMatchObject({ takenAt: NOW, reason: 'manual' });
    const copy = folder.file('copy.kongdan');
    writeFileSync(copy, readFileSync(backup.path));
    const restored = reopen(copy);
    expect(restored.read.all('SELECT id FROM account')).toEqual([{ id: 'a1' }]);
    restored.close();
    db.close();
  });

  test('is rotated among those of its own reason, the oldest first', () => {
    const db = makeWorkspace(folder.file('rotated.kongdan'));
    const take = (n: number, reason: 'daily' | 'manual') =>
      valueOf(backupWorkspace(db.path, { at: NOW + n, reason, keep: 2 }));
    take(0, 'manual');
    for (const n of [1, 2, 3, 4]) take(n, 'daily');
    expect(listBackups(db.path).map((backup) => [backup.takenAt - NOW, backup.reason])).toEqual([
      [4, 'daily'],
      [3, 'daily'],
      [0, 'manual'],
    ]);
    db.close();
  });

  test('that is damaged is told apart, and the newest whole one is found', () => {
    const path = folder.file('several.kongdan');
    const db = makeWorkspace(path);
    change(db, (write) =>
      insertRows(
        write,
        account,
        Array.from({ length: 500 }, (_, n) => ({ id: `a${n}` })),
      ),
    );
    const good = valueOf(backupWorkspace(path, { at: NOW, reason: 'daily' }));
    const cut = valueOf(backupWorkspace(path, { at: NOW + 1, reason: 'daily' }));
    const zero = valueOf(backupWorkspace(path, { at: NOW + 2, reason: 'daily' }));
    db.close();
    truncateSync(cut.path, 100_000);
    writeFileSync(zero.path, Buffer.alloc(5000));
    expect(checkBackup(cut.path)).not.toEqual([]);
    expect(checkBackup(zero.path)).not.toEqual([]);
    expect(latestUsableBackup(path)).toBe(good.path);
  });

  test('leaves no half copy when it fails', () => {
    const path = folder.file('gone.kongdan');
    expect(backupWorkspace(path, { at: NOW, reason: 'daily' })).toMatchObject({ ok: false });
    expect(readdirSync(`${path}-backups`)).toEqual([]);
  });
});

describe('Restoring', () => {
  test('brings the state of the backup back, keeps the present file aside and takes a new device name', () => {
    const path = folder.file('restore.kongdan');
    const db = makeWorkspace(path);
    change(db, (write) => insertRow(write, account, { id: 'a1' }));
    const then = stateDigest(db.read);
    const device = meta(db, 'device');
    const backup = valueOf(backupWorkspace(path, { at: NOW, reason: 'daily' }));
    change(db, (write) => insertRow(write, account, { id: 'a2' }));
    const later = stateDigest(db.read);
    db.close();

    const { kept } = valueOf(restoreBackup(path, backup.path, { at: NOW + 5 }));
    const restored = reopen(path);
    expect(stateDigest(restored.read)).toEqual(then);
    expect(meta(restored, 'device')).toMatch(/^[0-9a-hjkmnp-tv-z]{16}$/);
    expect(meta(restored, 'device')).not.toBe(device);
    expect(JSON.parse(meta(restored, 'formerDevices') ?? '')).toEqual([{ device, lastSeq: 1 }]);
    restored.close();

    // What was replaced can be brought back in the same way.
    valueOf(restoreBackup(path, kept ?? '', { at: NOW + 9 }));
    const again = reopen(path);
    expect(stateDigest(again.read)).toEqual(later);
    again.close();
  });

  test('is refused while the workspace is open, and from a damaged or missing copy, and changes nothing then', () => {
    const path = folder.file('refused.kongdan');
    const db = makeWorkspace(path);
    const backup = valueOf(backupWorkspace(path, { at: NOW, reason: 'daily' }));
    expect(restoreBackup(path, backup.path, { at: NOW })).toMatchObject({ ok: false, error: { type: 'locked' } });
    db.close();
    const before = readFileSync(path);
    expect(restoreBackup(path, `${backup.path}x`, { at: NOW })).toMatchObject({
      ok: false,
      error: { type: 'notFoundFile' },
    });
    writeFileSync(backup.path, Buffer.alloc(4096));
    expect(restoreBackup(path, backup.path, { at: NOW })).toMatchObject({ ok: false, error: { type: 'corrupt' } });
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  test('replaces a damaged file and keeps it with its write-ahead log', () => {
    const path = folder.file('damaged.kongdan');
    const db = makeWorkspace(path);
    change(db, (write) => insertRow(write, account, { id: 'a1' }));
    const backup = valueOf(backupWorkspace(path, { at: NOW, reason: 'daily' }));
    db.close();
    writeFileSync(path, Buffer.alloc(20_000));
    writeFileSync(`${path}-wal`, 'unreadable');
    const opened = openWorkspace(path, testOptions());
    expect(opened).toMatchObject({ ok: false, error: { type: 'corrupt', newestBackup: backup.path } });
    const { kept } = valueOf(restoreBackup(path, backup.path, { at: NOW + 1 }));
    expect(readFileSync(kept ?? '').equals(Buffer.alloc(20_000))).toBe(true);
    expect(existsSync(`${kept}-wal`)).toBe(true);
    const restored = reopen(path);
    expect(restored.read.all('SELECT id FROM account')).toEqual([{ id: 'a1' }]);
    restored.close();
  });
});
