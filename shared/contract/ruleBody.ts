import { z } from 'zod';
import { buyingRoleSchema, coverageSchema } from './powerMap.contract.ts';
import { stageClassSchema } from './primitives.ts';

/*
 * What a rule consists of, as it lies in the row and goes over the boundary. Kinds and types are checked here; whether the
 * values make sense (days, percent, existing stages, circles) is judged by shared/domain/automation/judgeRule.ts, which
 * names the place.
 */

/** Fields of a deal that a rule may look at. */
export const ruleFields = [
  'name',
  'ownerId',
  'accountId',
  'primaryContactId',
  'amountMinor',
  'currency',
  'ownWinRate',
  'expectedClose',
  'forecastCategory',
  'nextStep',
  'description',
  'source',
  'qualificationLevel',
] as const;
export type RuleField = (typeof ruleFields)[number];

/** Fields that a rule may set: never stage, status or process, and nothing that has a rule of its own. */
export const settableFields = [
  'ownerId',
  'ownWinRate',
  'expectedClose',
  'forecastCategory',
  'nextStep',
  'description',
  'source',
  'amountMinor',
] as const satisfies readonly RuleField[];

/** Ten years; beyond it a number of days is a slip of the keyboard, or of another program. */
export const MOST_RULE_DAYS = 3650;

const text = z.string().trim().max(500);
const code = z.string().max(80);
const value = z.union([z.string().max(500), z.number(), z.null()]);

export const triggerSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('dealCreated') }),
  /** Without key: any stage. */
  z.object({ kind: z.literal('stageEntered'), stageKey: code.nullable().default(null) }),
  z.object({ kind: z.literal('fieldChanged'), field: code }),
  z.object({ kind: z.literal('amountReached'), minor: z.number(), currency: code }),
  /** Nobody of that role is on the map; `afterDays` business days in stage. */
  z.object({ kind: z.literal('roleMissing'), role: buyingRoleSchema, afterDays: z.number() }),
  /** Calendar days before the day in the field. */
  z.object({ kind: z.literal('dateNear'), field: z.literal('expectedClose'), daysBefore: z.number() }),
  /** Calendar days without a visit, call, message or meeting. */
  z.object({ kind: z.literal('noContact'), days: z.number() }),
  /** Business days over what the stage allows. */
  z.object({ kind: z.literal('stageOverdue'), days: z.number() }),
  /** Business days after an open task was due. */
  z.object({ kind: z.literal('taskOverdue'), days: z.number() }),
]);
export type RuleTrigger = z.infer<typeof triggerSchema>;

export const conditionSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('field'),
    field: code,
    op: z.enum(['is', 'isNot', 'filled', 'empty', 'atLeast', 'atMost']),
    value: value.default(null),
  }),
  z.object({ kind: z.literal('stage'), op: z.enum(['is', 'isNot']), stageKey: code }),
  z.object({ kind: z.literal('stageClass'), op: z.enum(['is', 'isNot']), stageClass: stageClassSchema }),
  z.object({ kind: z.literal('owner'), op: z.enum(['is', 'isNot']), memberId: code }),
  z.object({ kind: z.literal('amount'), op: z.enum(['atLeast', 'below']), minor: z.number(), currency: code }),
  /** The level reached is at least, or below, the one named. */
  z.object({ kind: z.literal('qualification'), op: z.enum(['atLeast', 'below']), level: z.enum(['A', 'B', 'C']) }),
  z.object({ kind: z.literal('source'), op: z.enum(['is', 'isNot']), source: text }),
  z.object({
    kind: z.literal('coverage'),
    role: buyingRoleSchema,
    op: z.enum(['atLeast', 'below']),
    coverage: coverageSchema,
  }),
  z.object({ kind: z.literal('c139Zone'), op: z.enum(['is', 'isNot']), zone: z.enum(['win', 'shaking', 'lose']) }),
  /** Calendar days since the deal was created. */
  z.object({ kind: z.literal('age'), op: z.enum(['atLeast', 'below']), days: z.number() }),
]);
export type RuleCondition = z.infer<typeof conditionSchema>;

export const actionSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('createTask'),
    title: z.string().trim().max(200),
    taskKind: z.enum(['task', 'visit', 'call', 'meeting', 'document', 'demo']).default('task'),
    ownerRole: z.enum(['owner', 'manager', 'presales']).default('owner'),
    /** Business days from the day it fires; 0 is that day, or the next working one. */
    dueDays: z.number(),
    deliverable: text.default(''),
    /** Done only with a document attached. */
    required: z.boolean().default(false),
  }),
  z.object({ kind: z.literal('remind'), who: z.enum(['owner', 'manager']).default('owner'), text }),
  z.object({ kind: z.literal('notifyManager'), text }),
  z.object({ kind: z.literal('setField'), field: code, value }),
  z.object({ kind: z.literal('raiseRisk'), text }),
]);
export type RuleAction = z.infer<typeof actionSchema>;

/** A rule as it is written and saved. */
export const ruleBodySchema = z.object({
  name: z.string().trim().max(200),
  processId: z.string().max(80).nullable().default(null),
  enabled: z.boolean().default(true),
  trigger: triggerSchema,
  conditions: z.array(conditionSchema).max(20).default([]),
  actions: z.array(actionSchema).max(20),
});
export type RuleBody = z.infer<typeof ruleBodySchema>;
