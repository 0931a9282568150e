import { type DocumentRow, documentsOf } from '#db/queries/document/documentRows.ts';
import type { QueryContext } from '#electron/ipc/handler.ts';
import type { DocumentEntity, DocumentItem } from '#shared/contract/documentShapes.ts';
import { mayReadNote } from '#shared/domain/activities/mayReadNote.ts';
import { reader } from '../activities/reader.ts';

/** More than anybody looks through; beyond it the list says that there are more. */
const SHOWN = 1000;

/** The documents of a record that whoever asks may see: what hangs on a private activity is as private as its note. */
export function documentsOfRecord(
  context: Pick<QueryContext, 'db' | 'actorId'>,
  entity: DocumentEntity,
  id: string,
): { documents: DocumentItem[]; more: boolean } {
  const rows = documentsOf(context.db, entity, id, SHOWN + 1);
  const who = reader(context);
  const seen = rows.slice(0, SHOWN).filter((row) => mayReadNote(row, who));
  return { documents: [...Map.groupBy(seen, (row) => row.id).values()].map(toDocument), more: rows.length > SHOWN };
}

function toDocument(places: readonly DocumentRow[]): DocumentItem {
  const [first] = places as [DocumentRow];
  const { id, name, mime, bytes, kind, createdAt, byId, byName } = first;
  return {
    id,
    name,
    mime,
    bytes,
    kind,
    createdAt,
    by: byId === null ? null : { id: byId, name: byName ?? '' },
    places: places.map((place) => ({
      entity: place.entity,
      id: place.entityId,
      label: place.label,
      opportunity: place.opportunityId === null ? null : { id: place.opportunityId, name: place.opportunityName ?? '' },
    })),
  };
}
