import type { ReadDb } from '../../handles.ts';

/** What of a contact an event names besides. */
export function accountOfContact(db: ReadDb, id: string): string | null {
  return db.get<{ accountId: string | null }>('SELECT accountId FROM contact WHERE id = ?', id)?.accountId ?? null;
}

/** Into what a lead was converted; nulls while it was not. */
export function leadParts(
  db: ReadDb,
  id: string,
): { readonly accountId: string | null; readonly contactId: string | null; readonly opportunityId: string | null } {
  return (
    db.get('SELECT accountId, contactId, opportunityId FROM lead WHERE id = ?', id) ?? {
      accountId: null,
      contactId: null,
      opportunityId: null,
    }
  );
}

/** Every live deal by name, for files that name deals; read once per file. */
export function dealNames(db: ReadDb): { id: string; name: string; accountId: string | null }[] {
  return db.all('SELECT id, name, accountId FROM opportunity WHERE removedAt IS NULL');
}

/** Whether a lead or a contact is there to be given an event (neither in the trash nor merged into another). */
export function isLivePerson(db: ReadDb, entity: 'lead' | 'contact', id: string): boolean {
  return (
    db.get(`SELECT 1 FROM ${entity} WHERE id = ? AND removedAt IS NULL AND mergedIntoId IS NULL`, id) !== undefined
  );
}
