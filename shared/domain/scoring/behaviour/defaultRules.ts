import type { BehaviourRule, BehaviourRules } from './behaviourRules.ts';

type Short = readonly [
  kind: string,
  points: number,
  halfLifeDays: number,
  dayCap: number | null,
  totalCap: number | null,
  perMinute?: number,
  maxMinutes?: number,
];

/*
 * What costs the customer more says more: looking at a page is worth one point, coming to a demo fifteen. What is done
 * without a person (pages, mails) fades within weeks and is capped by day, so that an open tab is no interest; meetings
 * stay for a quarter of a year. Values are a product decision, meant to be changed (docs/adr/0012-scoring.md).
 */
const list: readonly Short[] = [
  // What they do by themselves.
  ['siteVisit', 1, 14, 6, 20, 0.2, 15],
  ['download', 5, 30, 10, 25],
  ['form', 10, 30, 10, 30],
  ['mailOpened', 0.5, 7, 1, 5],
  ['reply', 4, 21, 8, 24],
  ['event', 8, 45, 8, 32],
  ['trial', 15, 45, 15, 45],
  ['pricing', 12, 30, 12, 36],
  ['referral', 10, 60, null, 30],
  // What we do together; logged as activities.
  ['visit', 8, 60, 16, 48],
  ['meeting', 8, 60, 16, 48],
  ['demo', 15, 60, 15, 45],
  ['call', 3, 30, 6, 18],
  ['wechat', 1.5, 14, 3, 9],
  ['email', 1, 14, 2, 8],
  // What speaks against it.
  ['complaint', -15, 60, 30, 45],
  ['unsubscribe', -10, 90, 10, 20],
  ['noShow', -5, 30, 5, 15],
];

/** The rules of a workspace that has not made its own. */
export const defaultBehaviourRules: BehaviourRules = list.map(
  ([kind, points, halfLifeDays, dayCap, totalCap, perMinute = 0, maxMinutes = 0]): BehaviourRule => ({
    kind,
    name: '',
    points,
    perMinute,
    maxMinutes,
    halfLifeDays,
    dayCap,
    totalCap,
  }),
);

/** Kinds that the program names itself. */
export const knownBehaviourKinds: readonly string[] = defaultBehaviourRules.map(({ kind }) => kind);
