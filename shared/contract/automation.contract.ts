import { z } from 'zod';
import { ruleProblemCodes } from '../domain/automation/ruleProblem.ts';
import { defineCommand, defineQuery } from './operation.ts';
import { currencySchema, daySchema, idSchema, instantSchema, nameSchema, namedRefSchema } from './primitives.ts';
import { actionSchema, conditionSchema, ruleBodySchema, ruleFields, triggerSchema } from './ruleBody.ts';

const problemSchema = z.object({
  code: z.enum(ruleProblemCodes),
  /** Place within the rule, e.g. `actions.0.dueDays`. */
  path: z.string(),
  /** The rules of a circle, in order. */
  rules: z.array(z.string()).readonly(),
});

const listedRule = z.object({
  id: idSchema,
  name: z.string(),
  process: namedRefSchema.nullable(),
  enabled: z.boolean(),
  /** Null when a newer program wrote it: it is kept and not run here. */
  body: z
    .object({ trigger: triggerSchema, conditions: z.array(conditionSchema), actions: z.array(actionSchema) })
    .nullable(),
  /** Why it cannot work (any more), e.g. a stage that is gone. */
  problems: z.array(problemSchema),
  lastFiredAt: instantSchema.nullable(),
  /** How often it fired in the last 30 days. */
  firedRecently: z.int(),
});
export type ListedRule = z.infer<typeof listedRule>;

/** A rule that cannot work is refused with every reason and its place; nothing is half-saved. */
const ruleErrors = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ruleProblems'), problems: z.array(problemSchema) }),
  /** A newer program wrote this rule; changing it here would lose what this one does not know. */
  z.object({ type: z.literal('newerRule') }),
]);

const value = z.union([z.string(), z.number(), z.null()]);
/** What an action comes to for one deal. */
const plannedAction = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('createTask'),
    index: z.int(),
    title: z.string(),
    dueDate: daySchema,
    ownerName: z.string().nullable(),
  }),
  z.object({ kind: z.literal('remind'), index: z.int(), text: z.string(), whoName: z.string().nullable() }),
  z.object({ kind: z.literal('notifyManager'), index: z.int(), text: z.string(), whoName: z.string().nullable() }),
  z.object({ kind: z.literal('setField'), index: z.int(), field: z.enum(ruleFields), from: value, value }),
  z.object({ kind: z.literal('raiseRisk'), index: z.int(), text: z.string() }),
]);
export type DryRunAction = z.infer<typeof plannedAction>;

const dryRun = z.object({
  /** Open deals that were asked. */
  checked: z.int(),
  /** Deals for which the rule would do something now. */
  matched: z.int(),
  /** Of these: deals for which it has done so already, which it does not repeat. */
  alreadyFired: z.int(),
  /** How often each action would be carried out, in their order. */
  actions: z.array(z.object({ index: z.int(), count: z.int() })),
  /** The first 200. */
  deals: z.array(
    z.object({
      id: idSchema,
      name: z.string(),
      accountName: z.string(),
      ownerName: z.string(),
      stageName: z.string(),
      amountMinor: z.int().nullable(),
      currency: currencySchema,
      alreadyFired: z.boolean(),
      actions: z.array(plannedAction),
    }),
  ),
});
export type DryRun = z.infer<typeof dryRun>;

/** Rules of the team: trigger, conditions, actions (docs/adr/0008-task-engine.md). */
export const automationContract = {
  list: defineQuery({ name: 'automation.list', input: z.object({}), output: z.array(listedRule) }),
  save: defineCommand({
    name: 'automation.save',
    input: ruleBodySchema.extend({ id: idSchema.optional() }),
    output: z.object({ id: idSchema }),
    errors: ruleErrors,
    topics: ['automation'],
  }),
  setEnabled: defineCommand({
    name: 'automation.setEnabled',
    input: z.object({ id: idSchema, enabled: z.boolean() }),
    output: z.object({}),
    errors: ruleErrors,
    topics: ['automation'],
  }),
  /** Puts a rule behind another, or at the top. Rules of the same moment act in this order. */
  reorder: defineCommand({
    name: 'automation.reorder',
    input: z.object({ id: idSchema, afterId: idSchema.nullable() }),
    output: z.object({}),
    topics: ['automation'],
  }),
  remove: defineCommand({
    name: 'automation.remove',
    input: z.object({ id: idSchema }),
    output: z.object({}),
    topics: ['automation'],
  }),
  /** What a rule, saved or not, would do to the open deals now. Events count as if they happened to each deal now. */
  dryRun: defineQuery({
    name: 'automation.dryRun',
    input: z.object({ rule: ruleBodySchema.extend({ id: idSchema.optional() }) }),
    output: dryRun,
    errors: ruleErrors,
    runs: 'worker',
  }),
  /** What a rule did lately, or what rules did to a deal. */
  firings: defineQuery({
    name: 'automation.firings',
    input: z.union([
      z.object({ ruleId: idSchema, limit: z.int().min(1).max(500).default(50) }),
      z.object({ opportunityId: idSchema, limit: z.int().min(1).max(500).default(50) }),
    ]),
    output: z.array(z.object({ id: idSchema, rule: namedRefSchema, opportunity: namedRefSchema, at: instantSchema })),
  }),
};

const riskSchema = z.object({
  id: idSchema,
  text: z.string(),
  /** The rule that raised it; null = a person did. */
  rule: namedRefSchema.nullable(),
  raisedAt: instantSchema,
  raisedByName: z.string(),
  cleared: z.object({ at: instantSchema, byName: z.string(), note: z.string() }).nullable(),
});

/** Named warnings on a deal, raised by rules or people. */
export const riskContract = {
  /** Open ones first; of the cleared ones the newest. */
  ofDeal: defineQuery({
    name: 'risk.ofDeal',
    input: z.object({ opportunityId: idSchema }),
    output: z.array(riskSchema),
  }),
  raise: defineCommand({
    name: 'risk.raise',
    input: z.object({ opportunityId: idSchema, text: nameSchema }),
    output: z.object({ id: idSchema }),
    topics: ['risks', 'opportunities'],
  }),
  /** Says why it is no risk any more. */
  clear: defineCommand({
    name: 'risk.clear',
    input: z.object({ id: idSchema, note: nameSchema }),
    output: z.object({}),
    errors: z.discriminatedUnion('type', [z.object({ type: z.literal('alreadyCleared') })]),
    topics: ['risks', 'opportunities'],
  }),
};
