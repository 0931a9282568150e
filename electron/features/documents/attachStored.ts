import { addDocument } from '#db/repositories/documents.ts';
import type { WriteDb } from '#db/handles.ts';
import { memberById } from '#db/queries/members.ts';
import type { StoredFile } from '#electron/core/documentStore.ts';
import type { CommandContext } from '#electron/ipc/handler.ts';
import type { DocumentKind, DocumentTarget } from '#shared/contract/documentShapes.ts';
import type { CommonError } from '#shared/contract/operation.ts';
import { ok, type Result } from '#shared/lib/result.ts';
import { documentPlace } from './documentPlace.ts';

/** A document that was made. */
export interface AttachedDocument {
  readonly id: string;
  readonly name: string;
}

/** A criterion that no file can prove. */
export interface NotProvenByFile {
  readonly type: 'notProvenByFile';
}

/**
 * Makes a document of each stored file and attaches it, within the caller's transaction, so that a gate or a dialog can do
 * more in the same step. Store the files first: `context.storeFiles`.
 */
export function attachStored(
  context: CommandContext,
  db: WriteDb,
  files: readonly StoredFile[],
  target: DocumentTarget,
  kind: DocumentKind = '',
): Result<AttachedDocument[], CommonError | NotProvenByFile> {
  const place = documentPlace(context, db, target);
  if (!place.ok) return place;
  const by = memberById(db, context.actorId) === undefined ? null : context.actorId;
  return ok(
    files.map(({ name, mime, hash, bytes }) => {
      const id = context.newId();
      addDocument(
        db,
        { id, name, mime, bytes, blobHash: hash, kind, createdAt: context.now, createdById: by },
        { id: context.newId(), ...place.value },
      );
      return { id, name };
    }),
  );
}
