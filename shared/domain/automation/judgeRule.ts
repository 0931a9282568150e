import { currencySchema, minorSchema } from '../../contract/primitives.ts';
import {
  MOST_RULE_DAYS,
  type RuleAction,
  type RuleCondition,
  type RuleField,
  ruleFields,
  type RuleTrigger,
  settableFields,
} from '../../contract/ruleBody.ts';
import { judgeValue } from './judgeValue.ts';
import type { Rule } from './readRule.ts';
import { cycleThrough } from './ruleCycles.ts';
import type { RuleProblem } from './ruleProblem.ts';

/** What a rule is judged against: what it may refer to, and the rules beside it. */
export interface RuleWorld {
  /** Stage keys of every process, all of its versions. */
  readonly stageKeys: ReadonlyMap<string, ReadonlySet<string>>;
  readonly memberIds: ReadonlySet<string>;
  /** Rules that this program understands, disabled ones too. */
  readonly rules: readonly Rule[];
}

/** Every reason why a rule cannot work, each with its place; none when it can be saved. */
export function judgeRule(rule: Rule, world: RuleWorld): RuleProblem[] {
  const problems: RuleProblem[] = [];
  const report: Report = (code, path, rules = []) => problems.push({ code, path, rules });
  if (rule.name.trim() === '') report('nameMissing', 'name');
  const keys = stageKeysOf(rule, world);
  if (keys === null) report('processMissing', 'processId');
  const judge: Judge = { report, stageKeys: keys ?? new Set(), memberIds: world.memberIds };
  judgeTrigger(rule.trigger, judge);
  for (const [index, condition] of rule.conditions.entries()) judgeCondition(condition, `conditions.${index}`, judge);
  if (rule.actions.length === 0) report('noActions', 'actions');
  for (const [index, action] of rule.actions.entries()) judgeAction(action, `actions.${index}`, judge);
  const cycle = rule.enabled ? cycleThrough(rule, world.rules) : null;
  if (cycle !== null) {
    report(
      'cycle',
      'actions',
      cycle.map(({ name }) => name),
    );
  }
  return problems;
}

/** The problems of every rule, by its id; rules without any are left out. */
export function judgeRules(world: RuleWorld): Map<string, RuleProblem[]> {
  return new Map(
    world.rules.map((rule) => [rule.id, judgeRule(rule, world)] as const).filter(([, problems]) => problems.length > 0),
  );
}

type Report = (code: RuleProblem['code'], path: string, rules?: readonly string[]) => void;

interface Judge {
  readonly report: Report;
  readonly stageKeys: ReadonlySet<string>;
  readonly memberIds: ReadonlySet<string>;
}

/** Stages that the rule can meet: those of its process, or of all; null when its process does not exist. */
function stageKeysOf(rule: Rule, world: RuleWorld): ReadonlySet<string> | null {
  if (rule.processId !== null) return world.stageKeys.get(rule.processId) ?? null;
  return new Set([...world.stageKeys.values()].flatMap((keys) => [...keys]));
}

function judgeTrigger(trigger: RuleTrigger, judge: Judge): void {
  const { report } = judge;
  switch (trigger.kind) {
    case 'dealCreated':
      return;
    case 'stageEntered':
      if (trigger.stageKey !== null) stage(trigger.stageKey, 'trigger.stageKey', judge);
      return;
    case 'fieldChanged':
      if (!isField(trigger.field)) report('unknownField', 'trigger.field');
      return;
    case 'amountReached':
      money(trigger, 'trigger', 1, report);
      return;
    case 'roleMissing':
      days(trigger.afterDays, 'trigger.afterDays', 0, report);
      return;
    case 'dateNear':
      days(trigger.daysBefore, 'trigger.daysBefore', 0, report);
      return;
    case 'noContact':
    case 'taskOverdue':
      days(trigger.days, 'trigger.days', 1, report);
      return;
    case 'stageOverdue':
      days(trigger.days, 'trigger.days', 0, report);
  }
}

function judgeCondition(condition: RuleCondition, path: string, judge: Judge): void {
  const { report } = judge;
  switch (condition.kind) {
    case 'field':
      fieldCondition(condition, path, judge);
      return;
    case 'stage':
      stage(condition.stageKey, `${path}.stageKey`, judge);
      return;
    case 'owner':
      if (!judge.memberIds.has(condition.memberId)) report('memberMissing', `${path}.memberId`);
      return;
    case 'amount':
      money(condition, path, 0, report);
      return;
    case 'age':
      days(condition.days, `${path}.days`, 0, report);
      return;
    case 'source':
      if (condition.source === '') report('textMissing', `${path}.source`);
      return;
    case 'stageClass':
    case 'qualification':
    case 'coverage':
    case 'c139Zone':
  }
}

/** Fields that have more and less: the amount has a condition of its own, because of its currency. */
const COMPARABLE: readonly string[] = ['ownWinRate', 'expectedClose'];

function fieldCondition(condition: Extract<RuleCondition, { kind: 'field' }>, path: string, judge: Judge): void {
  const { field, op, value } = condition;
  if (!isField(field)) {
    judge.report('unknownField', `${path}.field`);
    return;
  }
  if (op === 'filled' || op === 'empty') return;
  if ((op === 'atLeast' || op === 'atMost') && !COMPARABLE.includes(field)) judge.report('notComparable', `${path}.op`);
  const wrong = value === null ? 'valueWrong' : judgeValue(field, value, judge.memberIds);
  if (wrong !== null) judge.report(wrong, `${path}.value`);
}

function judgeAction(action: RuleAction, path: string, judge: Judge): void {
  const { report } = judge;
  switch (action.kind) {
    case 'createTask':
      if (action.title === '') report('textMissing', `${path}.title`);
      if (action.required && action.deliverable === '') report('textMissing', `${path}.deliverable`);
      days(action.dueDays, `${path}.dueDays`, 0, report);
      return;
    case 'remind':
    case 'notifyManager':
    case 'raiseRisk':
      if (action.text === '') report('textMissing', `${path}.text`);
      return;
    case 'setField': {
      if (!(settableFields as readonly string[]).includes(action.field)) {
        report(isField(action.field) ? 'fieldNotSettable' : 'unknownField', `${path}.field`);
        return;
      }
      const wrong = judgeValue(action.field as RuleField, action.value, judge.memberIds);
      if (wrong !== null) report(wrong, `${path}.value`);
    }
  }
}

const isField = (field: string): field is RuleField => (ruleFields as readonly string[]).includes(field);

function stage(key: string, path: string, { stageKeys, report }: Judge): void {
  if (!stageKeys.has(key)) report('stageMissing', path);
}

function days(value: number, path: string, least: number, report: Report): void {
  if (!Number.isInteger(value) || value < least || value > MOST_RULE_DAYS) report('daysWrong', path);
}

function money(
  { minor, currency }: { readonly minor: number; readonly currency: string },
  path: string,
  least: number,
  report: Report,
): void {
  if (!minorSchema.safeParse(minor).success || minor < least) report('amountWrong', `${path}.minor`);
  if (!currencySchema.safeParse(currency).success) report('currencyWrong', `${path}.currency`);
}
