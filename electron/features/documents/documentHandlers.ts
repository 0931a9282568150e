import { missingReference } from '#db/queries/missingReference.ts';
import { changeDocument, restoreDocument, trashDocument } from '#db/repositories/documents.ts';
import type { documentContract } from '#shared/contract/document.contract.ts';
import { mediaTypeOf } from '#shared/domain/documents/mediaTypeOf.ts';
import { safeDocumentName } from '#shared/domain/documents/safeDocumentName.ts';
import { err, ok } from '#shared/lib/result.ts';
import type { HandlersFor } from '../../ipc/handler.ts';
import { attachDocuments } from './attachDocuments.ts';
import { documentsOfRecord } from './documentsOfRecord.ts';
import { readableDocument } from './readableDocument.ts';
import { saveCopy } from './saveCopy.ts';

/** Everything the documents area answers. */
export const documentHandlers = {
  list: (context, { entity, id }) => {
    const missing = missingReference(context.db, [{ entity, id }]);
    return missing ? err({ type: 'notFound', ...missing }) : ok(documentsOfRecord(context, entity, id));
  },
  attach: attachDocuments,
  update: (context, { id, fields }) => {
    const readable = readableDocument(context, id);
    if (!readable.ok) return readable;
    const name = fields.name === undefined ? undefined : safeDocumentName(fields.name);
    return context.write('document.update', (db) => {
      changeDocument(db, id, {
        ...(fields.kind !== undefined && { kind: fields.kind }),
        ...(name !== undefined && { name, mime: mediaTypeOf(name) }),
      });
      return ok({});
    });
  },
  remove: (context, { id }) => {
    const readable = readableDocument(context, id);
    if (!readable.ok) return readable;
    return context.write('document.remove', (db) => {
      trashDocument(db, id, context.now);
      return ok({});
    });
  },
  restore: (context, { id }) =>
    context.write('document.restore', (db) =>
      restoreDocument(db, id) ? ok({}) : err({ type: 'notFound', entity: 'document', id }),
    ),
  open: async (context, { id }) => {
    const readable = readableDocument(context, id);
    if (!readable.ok) return readable;
    const lent = await context.lendContent(readable.value);
    if (!lent.ok) return lent;
    const { handle, name, mime, bytes } = lent.value;
    return ok({ handle, name, mime, bytes });
  },
  saveCopy,
} satisfies HandlersFor<typeof documentContract>;
