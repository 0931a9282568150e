import type { ReadDb } from '../../handles.ts';

/** A setting of the whole team as JSON text, or undefined while nobody has set it. */
export function teamSetting(db: ReadDb, key: string): string | undefined {
  return db.get<{ value: string }>('SELECT value FROM setting WHERE id = ?', key)?.value;
}
