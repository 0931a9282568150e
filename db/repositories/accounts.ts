import type { InferInsertModel } from 'drizzle-orm';
import { account } from '#db/schema/account.ts';
import type { WriteDb } from '../handles.ts';
import { getRow, insertRow, updateRow } from '../rows.ts';

export type NewAccount = InferInsertModel<typeof account>;
export type AccountPatch = Partial<Omit<NewAccount, 'id' | 'createdAt' | 'removedAt'>>;

/** Adds an account. Its parent and owner must exist. */
export function addAccount(db: WriteDb, row: NewAccount): void {
  insertRow(db, account, row);
}

/** Changes fields of an account. */
export function changeAccount(db: WriteDb, id: string, patch: AccountPatch): void {
  updateRow(db, account, id, patch);
}

/** Moves an account to the trash; what hung below it in its group hangs below its parent from then on. */
export function trashAccount(db: WriteDb, id: string, now: number): void {
  const parentId = getRow(db, account, id)?.parentId ?? null;
  const children = db.all<{ id: string }>('SELECT id FROM account WHERE parentId = ? AND removedAt IS NULL', id);
  for (const child of children) updateRow(db, account, child.id, { parentId });
  updateRow(db, account, id, { removedAt: now });
}
