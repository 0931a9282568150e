import type { ReadDb } from '../../handles.ts';
import { byName } from '../nameOrder.ts';

/** The people whom a member leads, by name. */
export function reportsOf(db: ReadDb, managerId: string): { id: string; name: string }[] {
  return db.all<{ id: string; name: string }>(
    `SELECT m.id, m.name FROM member m WHERE m.managerId = ? AND m.id <> ? ORDER BY ${byName('member', 'm.id')}`,
    managerId,
    managerId,
  );
}
