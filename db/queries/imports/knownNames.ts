import type { ReadDb } from '../../handles.ts';

/** Kinds of records that files refer to by name. */
export type NamedKind = 'account' | 'product' | 'member' | 'team' | 'productLine';

/** A record that a file may mean by its name. */
export interface KnownName {
  readonly id: string;
  readonly name: string;
  /** 1 = in the trash. */
  readonly removed: 0 | 1;
}

// A member has no trash: who left is inactive and still owns history.
const SQL: Record<NamedKind, string> = {
  account: 'SELECT id, name, removedAt IS NOT NULL AS removed FROM account WHERE mergedIntoId IS NULL ORDER BY id',
  product: 'SELECT id, name, removedAt IS NOT NULL AS removed FROM product ORDER BY id',
  member: 'SELECT id, name, 0 AS removed FROM member ORDER BY id',
  team: 'SELECT id, name, removedAt IS NOT NULL AS removed FROM team ORDER BY id',
  productLine: 'SELECT id, name, removedAt IS NOT NULL AS removed FROM productLine ORDER BY id',
};

/** Every record of a kind by name, the oldest first, one by one: there may be 100,000 accounts. */
export function knownNames(db: ReadDb, kind: NamedKind): IterableIterator<KnownName> {
  return db.iterate<KnownName>(SQL[kind]);
}

/** Other spellings that were accepted before, for one kind of record. */
export function knownAliases(db: ReadDb, kind: NamedKind): { spelling: string; entityId: string }[] {
  return db.all('SELECT spelling, entityId FROM alias WHERE entity = ? AND removedAt IS NULL', kind);
}

/** The record that a source's record became, or undefined; `id` is made by `externalRefId`. */
export function findExternalRef(db: ReadDb, id: string): string | undefined {
  return db.get<{ entityId: string }>('SELECT entityId FROM externalRef WHERE id = ?', id)?.entityId;
}

/** A contact by mail address, or by name at an account; the oldest live one. */
export function findContact(db: ReadDb, email: string, name: string, accountId: string | null): string | undefined {
  if (email !== '') {
    const byMail = db.get<{ id: string }>(
      'SELECT id FROM contact WHERE email = ? COLLATE NOCASE AND removedAt IS NULL ORDER BY id LIMIT 1',
      email,
    );
    if (byMail) return byMail.id;
  }
  if (accountId === null) return undefined;
  return db.get<{ id: string }>(
    'SELECT id FROM contact WHERE accountId = ? AND name = ? AND removedAt IS NULL ORDER BY id LIMIT 1',
    accountId,
    name,
  )?.id;
}
