import type { InferInsertModel } from 'drizzle-orm';
import type { DocumentEntity } from '#shared/contract/documentShapes.ts';
import type { WriteDb } from '../handles.ts';
import { insertRow, updateRow } from '../rows.ts';
import { attachment, document } from '../schema/work.ts';

export type NewDocument = InferInsertModel<typeof document>;

/** A place for a document. */
export interface NewAttachment {
  readonly id: string;
  readonly entity: DocumentEntity;
  readonly entityId: string;
}

/** Adds a document and attaches it. Its content must be stored already. */
export function addDocument(db: WriteDb, row: NewDocument, place: NewAttachment): void {
  insertRow(db, document, row);
  insertRow(db, attachment, { ...place, documentId: row.id, createdAt: row.createdAt ?? 0 });
}

/** Changes what a document is called and what it is. */
export function changeDocument(
  db: WriteDb,
  id: string,
  patch: Partial<Pick<NewDocument, 'name' | 'kind' | 'mime'>>,
): void {
  updateRow(db, document, id, patch);
}

/** Moves a document to the trash with all its places; `now` (epoch ms) marks what goes together. */
export function trashDocument(db: WriteDb, id: string, now: number): void {
  updateRow(db, document, id, { removedAt: now });
  db.run('UPDATE attachment SET removedAt = ? WHERE documentId = ? AND removedAt IS NULL', now, id);
}

/** Brings a document back with the places that went with it; false when it does not lie in the trash. */
export function restoreDocument(db: WriteDb, id: string): boolean {
  const removed = db.get<{ removedAt: number }>(
    'SELECT removedAt FROM document WHERE id = ? AND removedAt IS NOT NULL',
    id,
  );
  if (removed === undefined) return false;
  updateRow(db, document, id, { removedAt: null });
  db.run('UPDATE attachment SET removedAt = NULL WHERE documentId = ? AND removedAt = ?', id, removed.removedAt);
  return true;
}

/** Moves what is attached to one record to another that takes its place. */
export function carryAttachments(db: WriteDb, entity: DocumentEntity, fromId: string, toId: string): void {
  db.run('UPDATE attachment SET entityId = ? WHERE entity = ? AND entityId = ?', toId, entity, fromId);
}
