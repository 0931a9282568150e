import type { BehaviourRules } from './behaviourRules.ts';
import { knownBehaviourKinds } from './defaultRules.ts';

/** Why a rule cannot stay as it is. */
export interface RuleProblem {
  /** Place in the list. */
  readonly index: number;
  readonly code:
    | 'kindTwice'
    | 'nameMissing'
    | 'nameTwice'
    | 'pointsZero'
    | 'signsDiffer'
    | 'minutesMissing'
    | 'dayCapTooSmall'
    | 'totalBelowDay';
}

/** Everything that is wrong with a draft, in the order of its rules; empty when it can be saved. */
export function judgeRules(rules: BehaviourRules): RuleProblem[] {
  const kinds = new Set<string>();
  const names = new Set<string>();
  return rules.flatMap((rule, index): RuleProblem[] => {
    const codes: RuleProblem['code'][] = [];
    if (kinds.has(rule.kind)) codes.push('kindTwice');
    kinds.add(rule.kind);
    const name = rule.name.trim().toLowerCase();
    if (!knownBehaviourKinds.includes(rule.kind)) {
      if (name === '') codes.push('nameMissing');
      else if (names.has(name)) codes.push('nameTwice');
      names.add(name);
    }
    if (rule.points === 0 && rule.perMinute === 0) codes.push('pointsZero');
    if (rule.points * rule.perMinute < 0) codes.push('signsDiffer');
    if (rule.perMinute !== 0 && rule.maxMinutes === 0) codes.push('minutesMissing');
    const one = Math.abs(rule.points);
    // A cap under one event would quietly be the points of the kind.
    if (rule.dayCap !== null && rule.dayCap < one) codes.push('dayCapTooSmall');
    if (rule.totalCap !== null && rule.totalCap < (rule.dayCap ?? one)) codes.push('totalBelowDay');
    return codes.map((code) => ({ index, code }));
  });
}
