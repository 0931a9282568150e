import { placesOfDocument } from '#db/queries/document/documentRows.ts';
import { getRow } from '#db/rows.ts';
import { document } from '#db/schema/work.ts';
import type { StoredDocument } from '#electron/core/documentStore.ts';
import type { QueryContext } from '#electron/ipc/handler.ts';
import type { CommonError } from '#shared/contract/operation.ts';
import { mayReadNote } from '#shared/domain/activities/mayReadNote.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import { reader } from '../activities/reader.ts';

/**
 * A document that whoever asks may read: it is attached to at least one record that they may see. Anything else, the trash
 * too, is not found.
 */
export function readableDocument(
  context: Pick<QueryContext, 'db' | 'actorId'>,
  id: string,
): Result<StoredDocument, CommonError> {
  const row = getRow(context.db, document, id);
  const who = reader(context);
  const seen = row?.removedAt === null && placesOfDocument(context.db, id).some((place) => mayReadNote(place, who));
  return row !== undefined && seen ? ok(row) : err({ type: 'notFound', entity: 'document', id });
}
