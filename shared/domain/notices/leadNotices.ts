import type { WantedNotice } from './notice.ts';

/** A lead that somebody holds, as the look sees it; instants in epoch ms. */
export interface WatchedLead {
  readonly id: string;
  readonly heldSince: number;
  readonly heldUntil: number;
}

/** Share of the holding time that is left when its owner is warned (docs/adr/0009-leads.md). */
export const WARNED_SHARE = 0.3;

/** What a lead calls for that will go back to the pool soon. */
export function leadNotices(lead: WatchedLead, now: number): WantedNotice[] {
  const held = Math.max(0, lead.heldUntil - lead.heldSince);
  const dueAt = Math.round(lead.heldUntil - held * WARNED_SHARE);
  if (now < dueAt) return [];
  return [{ kind: 'leadEnding', key: `${lead.id}|${lead.heldUntil}`, entity: 'lead', entityId: lead.id, dueAt }];
}
