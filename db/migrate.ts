import { createHash } from 'node:crypto';
import { err, ok, type Result } from '#shared/lib/result.ts';
import { describeCapturedTables, sharedTableNames } from './changes/capturedTable.ts';
import { loadDictionary } from './changes/dictionary.ts';
import { dropCaptureTriggers, installCaptureTriggers } from './changes/triggers.ts';
import type { Connection } from './driver.ts';
import { directReads } from './statements.ts';

/** One step of the file's schema. */
export interface Migration {
  /** Rises from migration to migration; the file remembers the last as `user_version`. */
  readonly id: number;
  readonly name: string;
  /** SQL, or a function for what SQL cannot say. Must not begin, end or nest transactions. */
  readonly up: string | ((connection: Connection) => void);
  /** Raised by hand when the function of an unreleased migration changes: code has no checksum that survives bundling. */
  readonly revision?: number;
  /** Shared tables that this migration may make smaller, or remove, and knows why. */
  readonly mayShrink?: readonly string[];
}

/** Why the file is not at the program's version. */
export type MigrateError =
  /** The file was made by a newer program. */
  | { readonly type: 'newer'; readonly fileVersion: number; readonly programVersion: number }
  /** Nothing of this migration is in the file; the ones before it are. */
  | { readonly type: 'migrationFailed'; readonly migration: string; readonly reason: string };

/** Marks the file as Kongdan's for SQLite and for tools like `file`: "KDAN". */
export const APPLICATION_ID = 0x4b_44_41_4e;

/** The version that a file has after all these migrations. */
export function latestVersion(migrations: readonly Migration[]): number {
  return migrations.at(-1)?.id ?? 0;
}

/** The last migration that the file has seen; 0 for an empty file. */
export function fileVersion(connection: Connection): number {
  return Number(connection.pragma('user_version', { simple: true }));
}

/**
 * Brings the file to the newest version, one transaction per migration, and verifies that what was applied before is
 * what this program knows. `now` is epoch ms. Nothing that happens here is recorded as a person's change. Returns the
 * names of the applied migrations.
 *
 * Foreign keys are off throughout, set outside any transaction and checked: a table rebuild under `ON DELETE CASCADE`
 * would otherwise empty the child tables (drizzle-orm #4938, #5782), and the triggers would record that as deletes.
 */
export function migrate(
  connection: Connection,
  migrations: readonly Migration[],
  now: number,
): Result<readonly string[], MigrateError> {
  const version = fileVersion(connection);
  const newest = latestVersion(migrations);
  if (version > newest) return err({ type: 'newer', fileVersion: version, programVersion: newest });
  if (version > 0) {
    const changed = findChangedMigration(connection, migrations);
    if (changed !== null) return err({ type: 'migrationFailed', migration: changed, reason: 'checksumDiffers' });
  }
  const applied: string[] = [];
  turnForeignKeysOff(connection);
  try {
    for (const migration of migrations) {
      if (migration.id <= version) continue;
      const reason = applyOne(connection, migration, now);
      if (reason !== null) return err({ type: 'migrationFailed', migration: nameOf(migration), reason });
      applied.push(nameOf(migration));
    }
  } finally {
    connection.pragma('foreign_keys = ON');
  }
  return ok(applied);
}

const nameOf = (migration: Migration): string => `${String(migration.id).padStart(4, '0')}_${migration.name}`;

/** SHA-256 over the SQL of a migration, or over name and revision where it is a function. */
export function migrationChecksum(migration: Migration): string {
  const content = typeof migration.up === 'string' ? migration.up : `function ${migration.revision ?? 1}`;
  return createHash('sha256').update(`${migration.id}\n${migration.name}\n${content}`).digest('hex');
}

function findChangedMigration(connection: Connection, migrations: readonly Migration[]): string | null {
  const recorded = connection
    .prepare<[], { id: number; name: string; checksum: string }>('SELECT id, name, checksum FROM schemaMigration')
    .all();
  for (const row of recorded) {
    const known = migrations.find((migration) => migration.id === row.id);
    if (known === undefined || migrationChecksum(known) !== row.checksum) return `${row.id}_${row.name}`;
  }
  return null;
}

function turnForeignKeysOff(connection: Connection): void {
  if (connection.inTransaction) throw new Error('Migrations never run inside a transaction');
  connection.pragma('foreign_keys = OFF');
  if (connection.pragma('foreign_keys', { simple: true }) !== 0)
    throw new Error('Foreign keys could not be turned off');
}

/** Returns why it failed, or null. Either all of the migration is in the file afterwards, or nothing. */
function applyOne(connection: Connection, migration: Migration, now: number): string | null {
  connection.exec('BEGIN IMMEDIATE');
  try {
    const before = countSharedRows(connection);
    const brokenBefore = countBrokenReferences(connection);
    stopCapture(connection);
    if (typeof migration.up === 'string') connection.exec(migration.up);
    else migration.up(connection);
    const problem =
      (connection.inTransaction ? null : 'it ended the transaction that protects it') ??
      (connection.pragma('foreign_keys', { simple: true }) === 0 ? null : 'it turned foreign keys on') ??
      findLostRows(before, countSharedRows(connection), migration.mayShrink ?? []) ??
      findBrokenReferences(connection, brokenBefore);
    if (problem !== null) throw new Refused(problem);
    startCapture(connection);
    record(connection, migration, now);
    connection.exec('COMMIT');
    return null;
  } catch (thrown) {
    if (connection.inTransaction) connection.exec('ROLLBACK');
    return thrown instanceof Error ? thrown.message : String(thrown);
  }
}

/** A migration that ran without complaint and yet must not stay. */
class Refused extends Error {}

const hasTable = (connection: Connection, name: string): boolean =>
  connection.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?").get(name) !== undefined;

function stopCapture(connection: Connection): void {
  if (!hasTable(connection, 'syncSwitch')) return;
  connection.exec('UPDATE syncSwitch SET capturing = 0, undoing = 0');
  // Also removed, because a table rebuild drops those of its table and leaves the others.
  dropCaptureTriggers(connection);
}

function startCapture(connection: Connection): void {
  if (!hasTable(connection, 'syncSwitch')) return;
  if (connection.prepare('SELECT 1 FROM syncPending LIMIT 1').get() !== undefined) {
    throw new Refused('it left rows in syncPending, as if a person had made the change');
  }
  const tables = describeCapturedTables(directReads(connection));
  loadDictionary(connection, tables);
  installCaptureTriggers(connection, tables);
  connection.exec('UPDATE syncSwitch SET capturing = 1');
}

function countSharedRows(connection: Connection): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const name of sharedTableNames) {
    if (!hasTable(connection, name)) continue;
    counts.set(name, connection.prepare<[], number>(`SELECT count(*) FROM "${name}"`).pluck().get() ?? 0);
  }
  return counts;
}

function findLostRows(
  before: ReadonlyMap<string, number>,
  after: ReadonlyMap<string, number>,
  mayShrink: readonly string[],
): string | null {
  for (const [table, rows] of before) {
    const left = after.get(table) ?? 0;
    if (left < rows && !mayShrink.includes(table)) return `it lost rows of ${table}: ${rows} before, ${left} after`;
  }
  return null;
}

function countBrokenReferences(connection: Connection): number {
  return connection.prepare<[], number>('SELECT count(*) FROM pragma_foreign_key_check').pluck().get() ?? 0;
}

/** Rows whose parent has not arrived yet may exist in a shared workspace; a migration must not add to them. */
function findBrokenReferences(connection: Connection, before: number): string | null {
  const after = countBrokenReferences(connection);
  return after > before ? `it broke ${after - before} references between rows` : null;
}

function record(connection: Connection, migration: Migration, now: number): void {
  connection.exec(
    'CREATE TABLE IF NOT EXISTS schemaMigration ' +
      '(id INTEGER PRIMARY KEY NOT NULL, name TEXT NOT NULL, checksum TEXT NOT NULL, appliedAt INTEGER NOT NULL)',
  );
  connection
    .prepare('INSERT INTO schemaMigration(id, name, checksum, appliedAt) VALUES (?, ?, ?, ?)')
    .run(migration.id, migration.name, migrationChecksum(migration), now);
  connection.pragma(`application_id = ${APPLICATION_ID}`);
  connection.pragma(`user_version = ${migration.id}`);
}
