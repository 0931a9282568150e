import { dataVersion } from '#db/queries/dataVersion.ts';
import { everyFacts } from '#db/queries/scoring/attributeFacts.ts';
import type { ReadDb } from '#db/handles.ts';
import type { AttributeFacts } from '#shared/domain/scoring/attributes/attributeFacts.ts';

/** Per connection, so that it ends with the workspace that it was read from. */
const held = new WeakMap<ReadDb, { readonly version: string; readonly facts: readonly AttributeFacts[] }>();

/**
 * The facts of every account and lead, held between two looks: while somebody edits rules nothing else changes, and each
 * key asks for the whole again.
 */
export function heldFacts(db: ReadDb): readonly AttributeFacts[] {
  const { version } = dataVersion(db);
  const known = held.get(db);
  if (known?.version === version) return known.facts;
  const facts = everyFacts(db);
  held.set(db, { version, facts });
  return facts;
}
