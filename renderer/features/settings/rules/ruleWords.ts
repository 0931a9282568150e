import type { Format } from '#renderer/platform/format.ts';
import type { Process } from '#shared/contract/pipeline.contract.ts';
import type { Member } from '#shared/contract/settings.contract.ts';
import { isTextKey } from '#shared/i18n/catalogues.ts';
import type { Translate } from '#shared/i18n/translator.ts';
import { type DraftPart, type RulePart, slotsOf, type SlotType } from './ruleSpec.ts';

/** What is needed to name what a rule refers to. */
export interface RuleNames {
  readonly processes: readonly Process[];
  readonly members: readonly Member[];
}

/** Says things with keys that are composed from codes; the code itself where there is no text. */
export function say(t: Translate, key: string, values: Readonly<Record<string, string | number>> = {}): string {
  return isTextKey(key) ? (t as (key: string, values: object) => string)(key, values) : (key.split('.').at(-1) ?? key);
}

/** The words for the value at a place. */
export function slotWords(
  type: SlotType,
  part: DraftPart,
  slot: string,
  names: RuleNames,
  t: Translate,
  format: Format,
): string {
  const value = part[slot] ?? null;
  switch (type) {
    case 'days':
      return String(value);
    case 'money':
      return format.money(Number(value), String(part['currency'] ?? 'CNY'));
    case 'stageOrAny':
    case 'stage':
      return value === null ? t('rules.slot.anyStage') : stageName(names, String(value));
    case 'member':
      return names.members.find(({ id }) => id === value)?.name ?? '?';
    case 'field':
    case 'settable':
      return say(t, `fields.opportunity.${String(value)}`);
    case 'fieldValue':
      return valueWords(part, names, t, format);
    case 'line':
    case 'long':
    case 'level':
      return String(value ?? '');
    case 'required':
      return value === true ? t('rules.slot.required') : '';
    case 'stageClass':
    case 'role':
    case 'coverage':
    case 'zone':
    case 'isOp':
    case 'leastOp':
    case 'fieldOp':
    case 'taskKind':
    case 'ownerRole':
    case 'who':
      break;
  }
  return say(t, codeKey(type, String(value)));
}

const AREAS: Partial<Record<SlotType, string>> = {
  stageClass: 'pipeline.stageClass',
  role: 'powerMap.role',
  coverage: 'powerMap.coverage',
  zone: 'rules.zone',
  isOp: 'rules.op',
  leastOp: 'rules.op',
  fieldOp: 'rules.op',
  taskKind: 'rules.taskKind',
  ownerRole: 'rules.ownerRole',
  who: 'rules.who',
};

/** Key of the text of a code. */
export const codeKey = (type: SlotType, code: string): string => `${AREAS[type] ?? 'rules.op'}.${code}`;

/** A field's value in words. */
export function valueWords(part: DraftPart, names: RuleNames, t: Translate, format: Format): string {
  if (part['op'] === 'filled' || part['op'] === 'empty') return '';
  const value = part['value'] ?? null;
  if (value === null || value === '') return t('rules.slot.nothing');
  switch (part['field']) {
    case 'ownWinRate':
      return format.percent(Number(value));
    case 'amountMinor':
      return format.money(Number(value));
    case 'expectedClose':
      return format.day(String(value));
    case 'ownerId':
      return names.members.find(({ id }) => id === value)?.name ?? '?';
    case 'forecastCategory':
      return say(t, `rules.forecast.${String(value)}`);
    default:
      return String(value);
  }
}

/** The name of a stage by its key, in whichever process has it; the key where none does. */
export const stageName = ({ processes }: RuleNames, key: string): string =>
  processes.flatMap(({ stages }) => stages).find((stage) => stage.key === key)?.name ?? key;

/** One part as a piece of a sentence. */
export function partWords(part: RulePart, one: DraftPart, names: RuleNames, t: Translate, format: Format): string {
  const key = part === 'action' ? `rules.actionText.${one.kind}` : `rules.${part}Part.${one.kind}`;
  if (!isTextKey(key)) return say(t, `rules.${part}.${one.kind}`);
  const values = Object.fromEntries(
    Object.entries(slotsOf(part, one.kind)).map(([slot, type]) => [slot, slotWords(type, one, slot, names, t, format)]),
  );
  return say(t, key, values);
}

/** A whole rule as one sentence: 当…，且…，则…. */
export function ruleWords(
  body: {
    readonly trigger: DraftPart;
    readonly conditions: readonly DraftPart[];
    readonly actions: readonly DraftPart[];
  },
  names: RuleNames,
  t: Translate,
  format: Format,
): string {
  const words = (part: RulePart, parts: readonly DraftPart[]): string =>
    parts.map((one) => partWords(part, one, names, t, format)).join(t('rules.sentence.and'));
  const values = {
    trigger: partWords('trigger', body.trigger, names, t, format),
    conditions: words('condition', body.conditions),
    actions: words('action', body.actions),
  };
  return body.conditions.length > 0
    ? t('rules.sentence.conditional', values)
    : t('rules.sentence.plain', { trigger: values.trigger, actions: values.actions });
}
