import type { WriteDb } from '#db/handles.ts';
import { missingReference } from '#db/queries/missingReference.ts';
import { accountByFold } from '#db/queries/search/findMatches.ts';
import { insertRow } from '#db/rows.ts';
import { account } from '#db/schema/account.ts';
import type { CommonError } from '#shared/contract/operation.ts';
import { foldName } from '#shared/domain/search/foldText.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import type { CommandContext } from '#electron/ipc/handler.ts';
import { actor } from '../pipeline/applyMove.ts';

/** The account that was named: by id, or by name, where a known account of the same folded name is taken before a new one. */
export function findOrAddAccount(
  context: CommandContext,
  db: WriteDb,
  wanted: { readonly id: string } | { readonly name: string },
): Result<{ id: string; created: boolean }, CommonError> {
  if ('id' in wanted) {
    const missing = missingReference(db, [{ entity: 'account', id: wanted.id }]);
    return missing === null ? ok({ id: wanted.id, created: false }) : err({ type: 'notFound', ...missing });
  }
  const known = accountByFold(db, foldName(wanted.name));
  if (known !== undefined) return ok({ id: known.id, created: false });
  const id = context.newId();
  const ownerId = actor(context);
  insertRow(db, account, { id, name: wanted.name, ownerId, createdAt: context.now });
  return ok({ id, created: true });
}
