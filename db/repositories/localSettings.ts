import type { WriteDb } from '../handles.ts';

/** Keeps a setting of this device inside the workspace file. */
export function saveLocalSetting(db: WriteDb, key: string, value: string): void {
  db.run(
    'INSERT INTO localSetting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
    key,
    value,
  );
}
