import type { ReadDb } from '../../handles.ts';

/** A deal found by its exact name; reads every deal, so for small workspaces such as the demo only. */
export function dealByName(
  db: ReadDb,
  name: string,
): { readonly id: string; readonly accountId: string | null; readonly ownerId: string | null } | undefined {
  return db.get('SELECT id, accountId, ownerId FROM opportunity WHERE name = ? AND removedAt IS NULL LIMIT 1', name);
}
