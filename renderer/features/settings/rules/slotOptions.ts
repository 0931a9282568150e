import type { Format } from '#renderer/platform/format.ts';
import type { SelectOption } from '#renderer/ui/Select.tsx';
import { buyingRoleSchema, coverageSchema } from '#shared/contract/powerMap.contract.ts';
import { ruleFields, settableFields } from '#shared/contract/ruleBody.ts';
import type { Translate } from '#shared/i18n/translator.ts';
import type { SlotType } from './ruleSpec.ts';
import { codeKey, type RuleNames, say } from './ruleWords.ts';

const CODES: Partial<Record<SlotType, readonly string[]>> = {
  isOp: ['is', 'isNot'],
  leastOp: ['atLeast', 'below'],
  fieldOp: ['is', 'isNot', 'filled', 'empty', 'atLeast', 'atMost'],
  stageClass: ['verify', 'engage', 'propose', 'negotiate'],
  role: buyingRoleSchema.options,
  coverage: coverageSchema.options,
  zone: ['win', 'shaking', 'lose'],
  taskKind: ['task', 'visit', 'call', 'meeting', 'document', 'demo'],
  ownerRole: ['owner', 'manager', 'presales'],
  who: ['owner', 'manager'],
};

/** What can be chosen at a place. */
export function slotOptions(
  type: SlotType,
  names: RuleNames,
  processId: string | null,
  t: Translate,
  format: Format,
): SelectOption[] {
  switch (type) {
    case 'level':
      return ['A', 'B', 'C'].map((level) => ({ value: level, label: level }));
    case 'field':
    case 'settable':
      return (type === 'field' ? ruleFields : settableFields).map((field) => ({
        value: field,
        label: say(t, `fields.opportunity.${field}`),
      }));
    case 'member':
      return names.members.filter(({ active }) => active).map(({ id, name }) => ({ value: id, label: name }));
    case 'stageOrAny':
      return [{ value: '', label: t('rules.slot.anyStage') }, ...stages(names, processId, format)];
    case 'stage':
      return stages(names, processId, format);
    default:
      return (CODES[type] ?? []).map((code) => ({ value: code, label: say(t, codeKey(type, code)) }));
  }
}

/** Open stages of the rule's process, or of all; a key that several processes share stands once, with where it is. */
function stages(names: RuleNames, processId: string | null, format: Format): SelectOption[] {
  const known = new Map<string, { label: string; where: string[] }>();
  for (const process of names.processes) {
    if (processId !== null && process.id !== processId) continue;
    for (const stage of process.stages) {
      if (stage.stageClass === 'won' || stage.stageClass === 'lost') continue;
      const entry = known.get(stage.key) ?? { label: stage.name, where: [] };
      entry.where.push(process.name);
      known.set(stage.key, entry);
    }
  }
  return [...known].map(([value, { label, where }]) => ({
    value,
    label,
    ...(processId === null && names.processes.length > 1 ? { hint: format.list(where.slice(0, 3)) } : {}),
  }));
}
