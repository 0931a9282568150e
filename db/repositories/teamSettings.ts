import type { WriteDb } from '../handles.ts';
import { insertRow, updateRow } from '../rows.ts';
import { setting } from '../schema/team.ts';

/** Sets a setting of the whole team to a JSON text. */
export function saveTeamSetting(db: WriteDb, key: string, value: string): void {
  if (!updateRow(db, setting, key, { value })) insertRow(db, setting, { id: key, value });
}
