import type { RuleAction, RuleCondition, RuleTrigger } from '../../contract/ruleBody.ts';
import { rankBetween, ranksBetween } from '../../lib/rank.ts';
import { type LocalText, type RuleTemplate, type TemplateLocale, textIn } from './processTemplate.ts';

/** What the rules are made for. */
interface RuleUse {
  readonly locale: TemplateLocale;
  readonly processId: string;
  /** The process's own rank: its rules stand together, between it and the next. */
  readonly rank: string;
  readonly now: number;
  readonly newId: () => string;
}

/** The rows of the rules that come with a template, for the process that was made from it. */
export function rulesOfTemplate(rules: readonly RuleTemplate[], use: RuleUse) {
  const ranks = ranksBetween(use.rank, rankBetween(use.rank, null), rules.length);
  return rules.map((rule, index) => ({
    id: use.newId(),
    name: textIn(rule.name, use.locale),
    processId: use.processId,
    enabled: 1,
    trigger: JSON.stringify(rule.trigger satisfies RuleTrigger),
    conditions: JSON.stringify((rule.conditions ?? []) satisfies readonly RuleCondition[]),
    actions: JSON.stringify(rule.actions.map((action) => actionOf(action, use.locale))),
    rank: ranks[index] ?? use.rank,
    createdAt: use.now,
  }));
}

function actionOf(action: RuleTemplate['actions'][number], locale: TemplateLocale): RuleAction {
  const say = (text: LocalText): string => textIn(text, locale);
  if (action.kind !== 'createTask') return { ...action, text: say(action.text) };
  return {
    kind: action.kind,
    title: say(action.title),
    taskKind: action.taskKind,
    ownerRole: action.ownerRole ?? 'owner',
    dueDays: action.dueDays,
    deliverable: action.deliverable === undefined ? '' : say(action.deliverable),
    required: action.required ?? false,
  };
}
