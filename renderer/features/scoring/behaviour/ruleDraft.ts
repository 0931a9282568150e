import type { behaviourContract } from '#shared/contract/behaviour.contract.ts';
import type { OutputOf } from '#shared/contract/operation.ts';

/** A rule as the screen edits it. */
export type RuleDraft = OutputOf<typeof behaviourContract.rules>['rules'][number];
/** What may be wrong with it. */
export type RuleProblem = OutputOf<typeof behaviourContract.preview>['problems'][number];

/** The figures of a rule that are edited, with how they are read. */
export const ruleFields = [
  { field: 'points', minimum: -100, maximum: 100, decimals: 1, optional: false },
  { field: 'perMinute', minimum: -10, maximum: 10, decimals: 2, optional: false },
  { field: 'maxMinutes', minimum: 0, maximum: 600, decimals: 0, optional: false },
  { field: 'halfLife', minimum: 0.5, maximum: 3650, decimals: 1, optional: false },
  { field: 'dayCap', minimum: 0.1, maximum: 1000, decimals: 1, optional: true },
  { field: 'totalCap', minimum: 0.1, maximum: 1000, decimals: 1, optional: true },
] as const;
export type RuleField = (typeof ruleFields)[number]['field'];

const column = (field: RuleField): keyof RuleDraft => (field === 'halfLife' ? 'halfLifeDays' : field);

/** The figure of a rule under its name on the screen; minutes that say nothing are left empty. */
export function figureOf(rule: RuleDraft, field: RuleField): number | null {
  const figure = rule[column(field)] as number | null;
  return figure === 0 && (field === 'perMinute' || field === 'maxMinutes') ? null : figure;
}

/** The rule with another figure; an emptied one is no limit for caps and 0 for points, and a half-life stays. */
export function withFigure(rule: RuleDraft, field: RuleField, value: number | null): RuleDraft {
  if (value === null && field === 'halfLife') return rule;
  const empty = field === 'dayCap' || field === 'totalCap' ? null : 0;
  return { ...rule, [column(field)]: value ?? empty };
}

/** A new kind of the team's own, or one that files brought in. */
export const newRule = (kind: string, name: string): RuleDraft => ({
  kind,
  name,
  points: 5,
  perMinute: 0,
  maxMinutes: 0,
  halfLifeDays: 30,
  dayCap: 10,
  totalCap: 30,
});

/** What is left of 10 points after so many days. */
export const leftOfTen = (halfLifeDays: number, days: number): number => 10 * 2 ** (-days / halfLifeDays);

/** Whether two lists of rules say the same. */
export const sameRules = (a: readonly RuleDraft[], b: readonly RuleDraft[]): boolean =>
  JSON.stringify(a) === JSON.stringify(b);
