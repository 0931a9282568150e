import type { Watch, WantedNotice } from './notice.ts';
import { firstDayOver, morningOf, type NoticeClock } from './noticeClock.ts';

/** An open deal in a stage with a limit, as the look sees it. */
export interface WatchedDeal {
  readonly id: string;
  readonly stageId: string;
  /** Epoch ms. */
  readonly stageEnteredAt: number;
  /** Working days that the stage allows. */
  readonly allowedDays: number;
}

/** Names one visit of a deal to a stage. */
export const visitKey = (deal: Pick<WatchedDeal, 'id' | 'stageId' | 'stageEnteredAt'>): string =>
  `${deal.id}|${deal.stageId}|${deal.stageEnteredAt}`;

/**
 * What a deal that stays too long calls for: its owner is asked why on the morning after the allowed days, the manager
 * hears of it once it is overdue by the team's number of working days.
 */
export function dealNotices(deal: WatchedDeal, watch: Watch, clock: NoticeClock): WantedNotice[] {
  const extra = watch === 'owner' ? 0 : Math.max(1, clock.stageEscalationDays) - 1;
  const entered = clock.calendar.dayOf(deal.stageEnteredAt);
  const dueAt = morningOf(clock, firstDayOver(clock.calendar, entered, deal.allowedDays + extra));
  if (clock.now < dueAt) return [];
  const kind = watch === 'owner' ? 'stageOverdue' : 'stageEscalated';
  return [{ kind, key: visitKey(deal), entity: 'opportunity', entityId: deal.id, dueAt }];
}
