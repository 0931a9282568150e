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

/** Where the words of coded values live that other screens name, too. */
const words: Readonly<Record<string, (code: string) => string>> = {
  'opportunity.status': (code) => `deal.status.${code}`,
  'lead.status': (code) => `leads.status.${code}`,
  'lead.reasonCode': (code) => `leads.reason.${code}`,
  'task.status': (code) => `tasks.state.${code}`,
  'activity.kind': (code) => `activities.kind.${code}`,
  'stakeholder.stance': (code) => `powerMap.stance.${code}`,
  'stakeholder.coverage': (code) => `powerMap.coverage.${code}`,
  'stakeholder.roles': (code) => `powerMap.role.${code}`,
  'stakeholderRelation.kind': (code) => `powerMap.relation.${code}`,
};

/** A field's raw value as people read it: money, percent, dates and coded words by the kind of the field. */
export function fieldValue(
  t: Translate,
  format: Format,
  table: string,
  field: string,
  value: string | number | null,
): string {
  if (value === null || value === '') return NO_FIGURE;
  const keyOf = words[`${table}.${field}`];
  if (keyOf !== undefined) return format.list(wordsOf(String(value)).map((code) => wordOf(t, keyOf, code)));
  if (field === 'confirmed') return t(value === 1 ? 'powerMap.legend.confirmed' : 'powerMap.legend.inferred');
  const number = Number(value);
  if (field.endsWith('Minor') && Number.isFinite(number)) return format.money(number);
  if (field.endsWith('WinRate') && Number.isFinite(number)) return format.percent(number);
  if (field.endsWith('At') && Number.isFinite(number)) return format.instant(number);
  if (field === 'dueMinute' && Number.isFinite(number)) return format.minuteOfDay(number);
  const text = String(value);
  return isIsoDate(text) ? format.day(text) : text;
}

/** A list of codes is stored as JSON; a single code stands for itself. */
function wordsOf(value: string): readonly string[] {
  return value.startsWith('[')
    ? value
        .slice(1, -1)
        .split(',')
        .map((code) => code.trim().replaceAll('"', ''))
    : [value];
}

function wordOf(t: Translate, keyOf: (code: string) => string, code: string): string {
  const key = keyOf(code);
  return isTextKey(key) ? t(key) : code === '' ? NO_FIGURE : code;
}
