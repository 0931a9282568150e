import type { Delimiter, ImportEncoding } from '#shared/contract/import.contract.ts';
import { isTextKey, type TextKey } from '#shared/i18n/catalogues.ts';
import type { Translate } from '#shared/i18n/translator.ts';

export const encodingNames: Readonly<Record<ImportEncoding, TextKey>> = {
  'utf-8': 'imports.encoding.utf8',
  gb18030: 'imports.encoding.gb18030',
  'utf-16le': 'imports.encoding.utf16le',
  'utf-16be': 'imports.encoding.utf16be',
  'windows-1252': 'imports.encoding.windows1252',
};

export const delimiterNames: Readonly<Record<Delimiter, TextKey>> = {
  ',': 'imports.delimiter.comma',
  ';': 'imports.delimiter.semicolon',
  '\t': 'imports.delimiter.tab',
  '|': 'imports.delimiter.bar',
};

/** The name of a field that a column can go to. */
export function importFieldName(t: Translate, field: string): string {
  const key = `imports.field.${field}`;
  return isTextKey(key) ? t(key) : field;
}
