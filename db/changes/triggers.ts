import type { Connection } from '../driver.ts';
import type { CapturedTable } from './capturedTable.ts';

/** Prefix of every trigger that capture owns; other triggers are left alone. */
const PREFIX = 'capture_';

/*
 * Triggers write into `syncPending`, one row per event; stamp.ts empties it in the same transaction. `col` is the column,
 * or '+' for a row that appeared and '-' for one that went. Triggers, not repositories, do the capture, so that a
 * forgotten code path, raw SQL or an outside tool cannot bypass it (docs/adr/0004-change-capture.md).
 */

/** The text of every trigger a file with these tables must have, by name. */
export function captureTriggers(tables: readonly CapturedTable[]): Map<string, string> {
  const triggers = new Map<string, string>();
  const add = (table: string, event: string, definition: string): void => {
    const name = `${PREFIX}${table}_${event}`;
    triggers.set(name, `CREATE TRIGGER "${name}" ${definition}`);
  };
  for (const table of tables) {
    const on = `ON "${table.name}"`;
    const capturing = 'WHEN (SELECT capturing FROM syncSwitch)';
    add(table.name, 'insert', `AFTER INSERT ${on} ${capturing} BEGIN ${insertBody(table)} END`);
    add(table.name, 'update', `AFTER UPDATE ${on} ${capturing} BEGIN ${updateBody(table)} END`);
    add(table.name, 'delete', `BEFORE DELETE ${on} ${capturing} BEGIN ${deleteBody(table)} END`);
    add(
      table.name,
      'id',
      `BEFORE UPDATE OF "id" ${on} WHEN NEW."id" IS NOT OLD."id" ` +
        `BEGIN SELECT RAISE(ABORT, 'The id of a row never changes (${table.name})'); END`,
    );
    if (!table.appendOnly) continue;
    const guarded = 'WHEN (SELECT capturing AND NOT undoing FROM syncSwitch)';
    const refuse = `BEGIN SELECT RAISE(ABORT, 'Rows of ${table.name} are history: append, or undo'); END`;
    add(table.name, 'keepRow', `BEFORE DELETE ${on} ${guarded} ${refuse}`);
    add(table.name, 'keepValue', `BEFORE UPDATE ${on} ${guarded} ${refuse}`);
  }
  return triggers;
}

function insertBody(table: CapturedTable): string {
  return `INSERT INTO syncPending(tbl, pk, col) VALUES ('${table.name}', NEW."id", '+');`;
}

function updateBody(table: CapturedTable): string {
  return table.columns
    .map((column) => {
      const changed = (table.groups.get(column) ?? [column])
        .map((member) => `NEW."${member}" IS NOT OLD."${member}"`)
        .join(' OR ');
      return (
        'INSERT INTO syncPending(tbl, pk, col, old, val) ' +
        `SELECT '${table.name}', NEW."id", '${column}', OLD."${column}", NEW."${column}" WHERE ${changed};`
      );
    })
    .join(' ');
}

function deleteBody(table: CapturedTable): string {
  const pairs = table.columns.map((column) => `'${column}', OLD."${column}"`).join(', ');
  return `INSERT INTO syncPending(tbl, pk, col, old) VALUES ('${table.name}', OLD."id", '-', json_object(${pairs}));`;
}

/** Tells whether the file has exactly the triggers it must have, text for text. */
export function triggersAreRight(connection: Connection, tables: readonly CapturedTable[]): boolean {
  const found = connection
    .prepare<[], { name: string; sql: string }>(
      `SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND name GLOB '${PREFIX}*'`,
    )
    .all();
  const expected = captureTriggers(tables);
  return found.length === expected.size && found.every((trigger) => expected.get(trigger.name) === trigger.sql);
}

/** Removes every capture trigger; only migrations may, inside their transaction. */
export function dropCaptureTriggers(connection: Connection): void {
  const found = connection
    .prepare<[], { name: string }>(`SELECT name FROM sqlite_master WHERE type = 'trigger' AND name GLOB '${PREFIX}*'`)
    .all();
  for (const { name } of found) connection.exec(`DROP TRIGGER "${name}"`);
}

/** Puts the right triggers in place of whatever is there. Runs inside the caller's transaction. */
export function installCaptureTriggers(connection: Connection, tables: readonly CapturedTable[]): void {
  dropCaptureTriggers(connection);
  for (const sql of captureTriggers(tables).values()) connection.exec(sql);
}
