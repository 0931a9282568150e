import type { OpportunityStatus } from '#shared/contract/primitives.ts';
import type { DealJourney } from './dealJourney.ts';

/** The window in which a stage was first entered: from inclusive, to exclusive, epoch ms. */
export interface CohortWindow {
  readonly from: number;
  readonly to: number;
}

export type CohortOutcome = 'reached' | 'open' | 'lost';

/** Business days between two instants, whole, at least 0. */
export type CountBusinessDays = (from: number, to: number) => number;

/** The instant at which the deal joined the stage's cohort, or null when it is not in it. */
export function cohortEntry(journey: DealJourney, stage: number, window: CohortWindow): number | null {
  const entered = journey.visits[stage]?.entered ?? null;
  return entered !== null && entered >= window.from && entered < window.to ? entered : null;
}

/** What became by now of a deal in the stage's cohort; a paused deal is still open, no decision is lost. */
export function cohortOutcome(journey: DealJourney, stage: number, status: OpportunityStatus): CohortOutcome {
  if (journey.visits[stage]?.reached) return 'reached';
  return status === 'lost' || status === 'noDecision' ? 'lost' : 'open';
}

/** Business days of the stay that still lasts in this stage, null when the deal is elsewhere or closed. */
export function currentStayDays(
  journey: DealJourney,
  stage: number,
  now: number,
  count: CountBusinessDays,
): number | null {
  if (journey.current !== stage) return null;
  const stay = journey.visits[stage]?.stays.at(-1);
  return stay && stay.to === null ? count(stay.from, Math.max(now, stay.from)) : null;
}

/** Business days spent in the stage over all stays until now; `ended` false while the deal is in it. Null if it never stayed. */
export function timeInStage(
  journey: DealJourney,
  stage: number,
  now: number,
  count: CountBusinessDays,
): { length: number; ended: boolean } | null {
  const stays = journey.visits[stage]?.stays ?? [];
  if (stays.length === 0) return null;
  let length = 0;
  for (const stay of stays) length += count(stay.from, Math.max(stay.to ?? now, stay.from));
  const last = stays.at(-1);
  return { length, ended: last?.to !== null && !last?.cut };
}

/** An active deal that is in this stage now for longer than the stage allows. A paused deal does not count. */
export function isOverstayed(
  journey: DealJourney,
  stage: number,
  status: OpportunityStatus,
  allowedDays: number | null,
  now: number,
  count: CountBusinessDays,
): boolean {
  if (allowedDays === null || status !== 'open') return false;
  const days = currentStayDays(journey, stage, now, count);
  return days !== null && days > allowedDays;
}
