import type { RuleAction, RuleCondition, RuleTrigger } from '#shared/contract/ruleBody.ts';

/** What kind of control a place in a sentence is. */
export type SlotType =
  | 'days'
  | 'money'
  | 'stage'
  | 'stageOrAny'
  | 'stageClass'
  | 'field'
  | 'settable'
  | 'fieldValue'
  | 'role'
  | 'coverage'
  | 'zone'
  | 'level'
  | 'member'
  | 'line'
  | 'long'
  | 'isOp'
  | 'leastOp'
  | 'fieldOp'
  | 'taskKind'
  | 'ownerRole'
  | 'who'
  | 'required';

/** The three parts of a rule. */
export type RulePart = 'trigger' | 'condition' | 'action';

/** The places of each kind's sentence, and what stands there at first. The text says where they go: `rules.<part>Part.<kind>`. */
interface KindSpec {
  readonly slots: Readonly<Record<string, SlotType>>;
  readonly first: Readonly<Record<string, string | number | boolean | null>>;
}

export const triggerSpecs: Readonly<Record<RuleTrigger['kind'], KindSpec>> = {
  dealCreated: { slots: {}, first: {} },
  stageEntered: { slots: { stageKey: 'stageOrAny' }, first: { stageKey: null } },
  fieldChanged: { slots: { field: 'field' }, first: { field: 'expectedClose' } },
  amountReached: { slots: { minor: 'money' }, first: { minor: 500_000_000, currency: 'CNY' } },
  roleMissing: { slots: { role: 'role', afterDays: 'days' }, first: { role: 'decider', afterDays: 10 } },
  dateNear: { slots: { daysBefore: 'days' }, first: { field: 'expectedClose', daysBefore: 14 } },
  noContact: { slots: { days: 'days' }, first: { days: 14 } },
  stageOverdue: { slots: { days: 'days' }, first: { days: 5 } },
  taskOverdue: { slots: { days: 'days' }, first: { days: 3 } },
};

export const conditionSpecs: Readonly<Record<RuleCondition['kind'], KindSpec>> = {
  stage: { slots: { op: 'isOp', stageKey: 'stage' }, first: { op: 'is', stageKey: '' } },
  stageClass: { slots: { op: 'isOp', stageClass: 'stageClass' }, first: { op: 'is', stageClass: 'negotiate' } },
  amount: { slots: { op: 'leastOp', minor: 'money' }, first: { op: 'atLeast', minor: 100_000_000, currency: 'CNY' } },
  owner: { slots: { op: 'isOp', memberId: 'member' }, first: { op: 'is', memberId: '' } },
  qualification: { slots: { op: 'leastOp', level: 'level' }, first: { op: 'atLeast', level: 'B' } },
  coverage: {
    slots: { role: 'role', op: 'leastOp', coverage: 'coverage' },
    first: { role: 'decider', op: 'below', coverage: 'multiple' },
  },
  c139Zone: { slots: { op: 'isOp', zone: 'zone' }, first: { op: 'isNot', zone: 'win' } },
  source: { slots: { op: 'isOp', source: 'line' }, first: { op: 'is', source: '' } },
  age: { slots: { op: 'leastOp', days: 'days' }, first: { op: 'atLeast', days: 30 } },
  field: {
    slots: { field: 'field', op: 'fieldOp', value: 'fieldValue' },
    first: { field: 'nextStep', op: 'empty', value: null },
  },
};

export const actionSpecs: Readonly<Record<RuleAction['kind'], KindSpec>> = {
  createTask: {
    slots: {
      title: 'long',
      taskKind: 'taskKind',
      ownerRole: 'ownerRole',
      dueDays: 'days',
      deliverable: 'line',
      required: 'required',
    },
    first: { title: '', taskKind: 'task', ownerRole: 'owner', dueDays: 7, deliverable: '', required: false },
  },
  remind: { slots: { who: 'who', text: 'long' }, first: { who: 'owner', text: '' } },
  notifyManager: { slots: { text: 'long' }, first: { text: '' } },
  raiseRisk: { slots: { text: 'long' }, first: { text: '' } },
  setField: { slots: { field: 'settable', value: 'fieldValue' }, first: { field: 'nextStep', value: '' } },
};

/** The kinds of a part in the order in which they are offered. */
export const kindsOf = (part: RulePart): readonly string[] => Object.keys(specsOf(part));

/** The places of a kind, none for a kind that is not known. */
export const slotsOf = (part: RulePart, kind: string): Readonly<Record<string, SlotType>> =>
  specsOf(part)[kind]?.slots ?? {};

/** What a part of this kind is at first, in the workspace's currency. */
export function firstOf(part: RulePart, kind: string, currency: string): DraftPart {
  const first = specsOf(part)[kind]?.first ?? {};
  return { kind, ...first, ...('currency' in first ? { currency } : {}) };
}

function specsOf(part: RulePart): Readonly<Record<string, KindSpec>> {
  if (part === 'trigger') return triggerSpecs;
  return part === 'condition' ? conditionSpecs : actionSpecs;
}

/** A trigger, condition or action while it is written: any of its values may not make sense yet. */
export interface DraftPart {
  readonly kind: string;
  readonly [slot: string]: string | number | boolean | null;
}
