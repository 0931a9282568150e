import type { DuplicateEntity, DuplicateKind } from './duplicateKeys.ts';

/**
 * How surely one thing in common makes two records the same, 0..100 (product decision, ADR 0009): a number or address that
 * belongs to one person or company nearly settles it, a name makes it likely, a shared domain or switchboard is a hint.
 */
const WEIGHTS: Readonly<Record<DuplicateKind, number>> = {
  creditCode: 100,
  mobile: 95,
  email: 95,
  wechat: 90,
  person: 85,
  name: 80,
  short: 50,
  core: 60,
  phone: 45,
  domain: 40,
};

/** Two leads of one company may well be two people there. */
const LEAD_NAME = 60;
/** Two companies with different 统一社会信用代码 are different, whatever they are called. */
export const CONTRADICTED = 20;

/** What one thing in common weighs between two records of these kinds, 0..100. */
export function matchWeight(kind: DuplicateKind, one: DuplicateEntity, other: DuplicateEntity): number {
  return kind === 'name' && one === 'lead' && other === 'lead' ? LEAD_NAME : WEIGHTS[kind];
}

/** How strong several things in common are together: the strongest, and a little for each further one, at most 100. */
export function matchStrength(weights: readonly number[]): number {
  if (weights.length === 0) return 0;
  return Math.min(100, Math.max(...weights) + 3 * (weights.length - 1));
}

/** How sure a match is, the surest first. */
export const matchLevels = ['sure', 'likely', 'possible'] as const;
export type MatchLevel = (typeof matchLevels)[number];

/** The least strength of each level. */
export const LEVEL_FROM: Readonly<Record<MatchLevel, number>> = { sure: 90, likely: 55, possible: 0 };

/** A strength in words. */
export function matchLevel(strength: number): MatchLevel {
  if (strength >= LEVEL_FROM.sure) return 'sure';
  return strength >= LEVEL_FROM.likely ? 'likely' : 'possible';
}
