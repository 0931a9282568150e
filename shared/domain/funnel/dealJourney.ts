import type { OpportunityStatus } from '#shared/contract/primitives.ts';

/** Stands for every won or lost stage in a list of entries. */
export const CLOSED = -1;

/** One row of a deal's stage history: at `at` it came into `stage`. */
export interface StageEntry {
  /** Epoch ms. */
  readonly at: number;
  /** Index of an open stage of the funnel, or CLOSED. */
  readonly stage: number;
  /** Index of the open stage it came from as the history states it, CLOSED, or null where it states none. */
  readonly from: number | null;
  /** It came there because its process was migrated: neither progress nor a step back. */
  readonly migrated?: boolean;
}

/** A deal as the funnel sees it; `entries` oldest first. */
export interface FunnelDeal {
  readonly id: string;
  readonly status: OpportunityStatus;
  /** Epoch ms. */
  readonly closedAt: number | null;
  readonly entries: readonly StageEntry[];
}

/** An uninterrupted time in one stage; `to` null while it lasts. Epoch ms. */
export interface Stay {
  readonly from: number;
  readonly to: number | null;
  /** It ended because the process was migrated: how long it would have lasted is not known. */
  readonly cut?: boolean;
}

/** What became of a deal in one stage. */
export interface StageVisit {
  /** First time it entered this stage or moved past it, epoch ms; null when it did neither. */
  entered: number | null;
  /** It was in a later open stage afterwards, or is won. */
  reached: boolean;
  /** It went from here to an earlier stage at least once. */
  wentBack: boolean;
  /** Empty where the deal only moved past. */
  stays: Stay[];
}

/** A deal's way through the funnel: one visit per open stage, in their order. */
export interface DealJourney {
  readonly visits: readonly StageVisit[];
  /** The open stage it is in now, null once closed. */
  readonly current: number | null;
}

/**
 * Turns a deal's stage history into one visit per open stage, by the counting rule that the funnel prints (reference:
 * conversion by entry cohort):
 * - the first entry into a stage counts, a return does not count again; going back is noted apart;
 * - moving past a stage counts as having entered and left it at that instant, also when a deal is won early; creating a deal
 *   in a later stage, or losing it, passes nothing;
 * - coming into a stage by a migration of the process counts as entered, as for a deal that was created there; the stage before
 *   is neither reached beyond nor gone back from, and the time in it counts as not ended;
 * - an outcome that was withdrawn (reopened) is no outcome: only the deal's status now says won.
 */
export function dealJourney(deal: FunnelDeal, stageCount: number): DealJourney {
  const visits: StageVisit[] = Array.from({ length: stageCount }, () => ({
    entered: null,
    reached: false,
    wentBack: false,
    stays: [],
  }));
  let current: number | null = null;
  let since = 0;
  let last: number | null = null;
  let lastAt = 0;
  let closedInHistory: number | null = null;
  for (const entry of deal.entries) {
    lastAt = entry.at;
    closedInHistory = entry.stage === CLOSED ? entry.at : null;
    if (entry.stage === current) continue;
    if (current !== null) {
      visits[current]?.stays.push({ from: since, to: entry.at, ...(entry.migrated ? { cut: true } : {}) });
    }
    current = entry.stage === CLOSED ? null : entry.stage;
    since = entry.at;
    if (current === null) continue;
    const visit = visits[current];
    const origin: number | null = last ?? (entry.from === CLOSED ? null : entry.from);
    if (!entry.migrated) enter(visits, origin, current, entry.at);
    else if (visit) visit.entered ??= entry.at;
    last = current;
  }
  const open = deal.status === 'open' || deal.status === 'paused';
  const end = closedInHistory ?? Math.max(deal.closedAt ?? lastAt, lastAt);
  if (current !== null) visits[current]?.stays.push({ from: since, to: open ? null : end });
  if (deal.status === 'won' && last !== null) enter(visits, last, stageCount, end);
  return { visits, current: open ? current : null };
}

function enter(visits: readonly StageVisit[], origin: number | null, stage: number, at: number): void {
  const from = origin === null ? null : visits[origin];
  if (from && origin !== null && stage < origin) from.wentBack = true;
  for (const [index, visit] of visits.entries()) {
    const passed = origin !== null && index > origin && index < stage;
    if (passed || index === stage) visit.entered ??= at;
    if (index < stage && visit.entered !== null) visit.reached = true;
  }
}
