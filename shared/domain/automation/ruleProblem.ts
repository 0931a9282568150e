/** What can be wrong with a rule. */
export const ruleProblemCodes = [
  'nameMissing',
  'processMissing',
  'stageMissing',
  'memberMissing',
  'unknownField',
  'fieldNotSettable',
  'notComparable',
  'valueWrong',
  'percentOver100',
  'daysWrong',
  'amountWrong',
  'currencyWrong',
  'textMissing',
  'noActions',
  'cycle',
] as const;

/** One reason why a rule cannot work, with its place (`actions.0.dueDays`). */
export interface RuleProblem {
  readonly code: (typeof ruleProblemCodes)[number];
  readonly path: string;
  /** Names of the rules of a circle, in order; empty for all other problems. */
  readonly rules: readonly string[];
}
