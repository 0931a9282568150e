import type { DocumentEntity } from '#shared/contract/documentShapes.ts';
import type { ReadDb } from '../../handles.ts';

/** Tells whether at least one document is attached to a record; those in the trash do not count. */
export function hasAttachment(db: ReadDb, entity: DocumentEntity, id: string): boolean {
  return (
    db.get('SELECT 1 FROM attachment WHERE entity = ? AND entityId = ? AND removedAt IS NULL LIMIT 1', entity, id) !==
    undefined
  );
}
