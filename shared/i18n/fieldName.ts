import { isTextKey } from './catalogues.ts';
import type { Translate } from './translator.ts';

/** The name of a record field for people; a field without one (a column kept from an import) shows its own name. */
export function fieldName(t: Translate, table: string, column: string): string {
  const key = `fields.${table}.${column}`;
  return isTextKey(key) ? t(key) : column;
}
