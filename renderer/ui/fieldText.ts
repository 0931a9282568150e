import type { Format } from '#renderer/platform/format.ts';
import { isTextKey } from '#shared/i18n/catalogues.ts';
import { NO_FIGURE } from '#shared/i18n/formatNumber.ts';
import type { Translate } from '#shared/i18n/translator.ts';
import { isIsoDate } from '#shared/lib/time.ts';

/** The name of a record's field; a field of a newer program keeps its own. */
export function fieldLabel(t: Translate, table: string, field: string): string {
  const key = `fields.${table}.${field}`;
  return isTextKey(key) ? t(key) : field;
}

/** A field's raw value as people read it: money, percent, dates and coded words by the kind of the field. */
export function fieldValue(
  t: Translate,
  format: Format,
  table: string,
  field: string,
  value: string | number | null,
): string {
  if (value === null || value === '') return NO_FIGURE;
  const word = `fields.${table}.${field}_${value}`;
  if (isTextKey(word)) return t(word);
  const number = Number(value);
  if (field.endsWith('Minor') && Number.isFinite(number)) return format.money(number);
  if (field.endsWith('WinRate') && Number.isFinite(number)) return format.percent(number);
  if (field.endsWith('At') && Number.isFinite(number)) return format.instant(number);
  if (field === 'dueMinute' && Number.isFinite(number)) return format.minuteOfDay(number);
  const text = String(value);
  return isIsoDate(text) ? format.day(text) : text;
}
