import type { ReadDb } from '../handles.ts';

/** A record that a change points to. */
export interface Reference {
  readonly entity:
    | 'account'
    | 'contact'
    | 'lead'
    | 'opportunity'
    | 'task'
    | 'activity'
    | 'criterionEvidence'
    | 'document'
    | 'stakeholder'
    | 'member'
    | 'process'
    | 'competitor';
  readonly id: string | null | undefined;
}

/** The first of these that does not exist or lies in the trash, or null; references that are not set are skipped. */
export function missingReference(
  db: ReadDb,
  references: readonly Reference[],
): { readonly entity: Reference['entity']; readonly id: string } | null {
  for (const { entity, id } of references) {
    if (id === null || id === undefined) continue;
    const live = entity === 'member' || entity === 'process' ? '' : ' AND removedAt IS NULL';
    if (!db.get(`SELECT 1 FROM ${entity} WHERE id = ?${live}`, id)) return { entity, id };
  }
  return null;
}
