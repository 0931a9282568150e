import type { ReadDb } from '../../handles.ts';

/** A member's name and role; undefined for an unknown id or the empty one. */
export function memberName(db: ReadDb, id: string): { name: string; role: string } | undefined {
  return db.get<{ name: string; role: string }>('SELECT name, role FROM member WHERE id = ?', id);
}
