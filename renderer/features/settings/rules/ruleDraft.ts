import type { automationContract, ListedRule } from '#shared/contract/automation.contract.ts';
import type { InputOf } from '#shared/contract/operation.ts';
import type { RuleProblem } from '#shared/domain/automation/ruleProblem.ts';
import { type DraftPart, firstOf, type RulePart } from './ruleSpec.ts';

/** A rule while it is written. */
export interface RuleDraft {
  readonly id: string | null;
  readonly name: string;
  readonly processId: string | null;
  readonly enabled: boolean;
  readonly trigger: DraftPart;
  readonly conditions: readonly DraftPart[];
  readonly actions: readonly DraftPart[];
}

/** A new rule: the one that most teams begin with. */
export const newDraft = (currency: string): RuleDraft => ({
  id: null,
  name: '',
  processId: null,
  enabled: true,
  trigger: firstOf('trigger', 'dealCreated', currency),
  conditions: [],
  actions: [firstOf('action', 'createTask', currency)],
});

/** A rule from the list, to be changed; null for one that a newer program wrote. */
export function draftOf(rule: ListedRule): RuleDraft | null {
  if (rule.body === null) return null;
  const { trigger, conditions, actions } = rule.body;
  return {
    id: rule.id,
    name: rule.name,
    processId: rule.process?.id ?? null,
    enabled: rule.enabled,
    trigger,
    conditions,
    actions,
  };
}

/** What the core takes. An emptied figure is one that makes no sense, so that its place is named. */
export function inputOf(draft: RuleDraft): InputOf<typeof automationContract.save> {
  const { id, ...body } = draft;
  return { ...body, ...(id === null ? {} : { id }) } as InputOf<typeof automationContract.save>;
}

/** The list of parts of a kind with one of them changed, or taken out with null. */
export function withPart(parts: readonly DraftPart[], index: number, part: DraftPart | null): DraftPart[] {
  return parts.flatMap((one, at) => (at === index ? (part === null ? [] : [part]) : [one]));
}

/** A part with another value at one place; what a field holds goes with the field. */
export function withSlot(part: DraftPart, slot: string, value: string | number | boolean | null): DraftPart {
  if (slot === 'field' && 'value' in part) return { ...part, field: value, value: emptyValue(String(value)) };
  return { ...part, [slot]: value };
}

const emptyValue = (field: string): string | null =>
  ['ownWinRate', 'amountMinor', 'expectedClose', 'ownerId'].includes(field) ? null : '';

/** The problems of one place: those of the path itself and below it. */
export const problemsAt = (problems: readonly RuleProblem[], path: string): readonly RuleProblem[] =>
  problems.filter((problem) => problem.path === path || problem.path.startsWith(`${path}.`));

/** Path of a part as problems name it. */
export const pathOf = (part: RulePart, index: number): string =>
  part === 'trigger' ? 'trigger' : `${part === 'condition' ? 'conditions' : 'actions'}.${index}`;

/** The order after moving one rule by so many places: behind which rule it goes, or undefined when it cannot. */
export function placeAfter(ids: readonly string[], id: string, by: number): string | null | undefined {
  const from = ids.indexOf(id);
  const to = from + by;
  if (from < 0 || to < 0 || to >= ids.length || by === 0) return undefined;
  const others = ids.filter((one) => one !== id);
  return to === 0 ? null : others[to - 1];
}
