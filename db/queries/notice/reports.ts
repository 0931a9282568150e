import type { ReadDb } from '../../handles.ts';

/** The people whom a member leads, by name. */
export function reportsOf(db: ReadDb, managerId: string): { id: string; name: string }[] {
  return db.all<{ id: string; name: string }>(
    'SELECT id, name FROM member WHERE managerId = ? AND id <> ? ORDER BY name, id',
    managerId,
    managerId,
  );
}
