import type { WriteDb } from '../../handles.ts';
import { insertRow } from '../../rows.ts';
import { importMapping } from '../../schema/intake.ts';
import { importBatch } from '../../schema/local.ts';

/** Notes an import in this device's list, in the transaction that it made. */
export function addImportBatch(db: WriteDb, row: typeof importBatch.$inferInsert): void {
  insertRow(db, importBatch, row);
}

/** Marks an import as taken back, at an instant (epoch ms). */
export function markImportUndone(db: WriteDb, id: string, at: number): void {
  db.run('UPDATE importBatch SET undoneAt = ? WHERE id = ?', at, id);
}

/** Keeps a mapping under a name; an older one of that name goes to the trash. */
export function saveImportMapping(db: WriteDb, row: typeof importMapping.$inferInsert & { createdAt: number }): void {
  db.run('UPDATE importMapping SET removedAt = ? WHERE name = ? AND removedAt IS NULL', row.createdAt, row.name ?? '');
  insertRow(db, importMapping, row);
}
