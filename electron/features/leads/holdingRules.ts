import type { ReadDb } from '#db/handles.ts';
import { teamSetting } from '#db/queries/settings/teamSetting.ts';
import { DEFAULT_HOLDING_DAYS, type Holding, holdingOf, holdUntil } from '#shared/domain/leads/holding.ts';
import { workCalendar } from '../pipeline/workCalendar.ts';

/** Key of the team's setting. */
export const HOLDING_DAYS = 'leads.holdingDays';

/** Business days for which a lead stays with whoever gets it. */
export function holdingDays(db: ReadDb): number {
  const saved = Number(teamSetting(db, HOLDING_DAYS));
  return Number.isInteger(saved) && saved > 0 && saved <= 250 ? saved : DEFAULT_HOLDING_DAYS;
}

/** Until when somebody who gets a lead now keeps it (epoch ms). */
export function heldUntil(db: ReadDb, { now, timeZone }: { readonly now: number; readonly timeZone: string }): number {
  return holdUntil(workCalendar({ db, timeZone }), now, holdingDays(db));
}

/** What is left of a lead's holding time, as the contract tells it; null for one that nobody has in hand. */
export function holdingNow(
  lead: { readonly status: string; readonly heldSince: number | null; readonly heldUntil: number | null },
  context: { readonly db: ReadDb; readonly now: number; readonly timeZone: string },
): (Holding & { readonly until: number }) | null {
  if (lead.status !== 'new' && lead.status !== 'verifying') return null;
  const holding = holdingOf(workCalendar(context), lead, context.now);
  return holding === null || lead.heldUntil === null ? null : { ...holding, until: lead.heldUntil };
}
