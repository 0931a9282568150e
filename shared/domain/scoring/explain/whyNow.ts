import type { DealFacts } from '../deals/dealFacts.ts';

const DAY = 86_400_000;
/** A close within this many days is near. */
const NEAR_DAYS = 14;
/** Nobody heard from the customer for this long. */
const QUIET_DAYS = 21;

/** What makes this week different; `days` by how much. */
export interface WhyNow {
  readonly code: 'overdueStage' | 'closePast' | 'closeNear' | 'quiet';
  readonly days: number;
}

/** Reasons to act now, the most pressing first. Days of a stage are business days, which `countDays` counts. */
export function whyNow(facts: DealFacts, asOf: number, countDays: (from: number, to: number) => number): WhyNow[] {
  const found: WhyNow[] = [];
  if (facts.closeAt !== null) {
    const days = Math.floor((facts.closeAt - asOf) / DAY);
    if (days < -1) found.push({ code: 'closePast', days: -days });
    else if (days <= NEAR_DAYS) found.push({ code: 'closeNear', days: Math.max(0, days) });
  }
  if (facts.stageAllowedDays !== null && facts.stageEnteredAt !== null) {
    const over = countDays(facts.stageEnteredAt, asOf) - facts.stageAllowedDays;
    if (over > 0) found.push({ code: 'overdueStage', days: over });
  }
  const silence = Math.floor((asOf - (facts.lastActivityAt ?? facts.createdAt)) / DAY);
  if (silence >= QUIET_DAYS) found.push({ code: 'quiet', days: silence });
  return found;
}
