import { memberById } from '#db/queries/members.ts';
import type { Reader } from '#shared/domain/activities/mayReadNote.ts';
import type { QueryContext } from '../../ipc/handler.ts';

/** Who asks, with the role that decides which private notes they may read. */
export function reader({ db, actorId }: Pick<QueryContext, 'db' | 'actorId'>): Reader {
  return { id: actorId || null, role: memberById(db, actorId)?.role ?? '' };
}
