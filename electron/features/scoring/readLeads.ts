import { instantOfClock } from '#db/changes/clock.ts';
import type { ReadDb } from '#db/handles.ts';
import { type LeadConstantsRow, type LeadEventRows, leadEventRows } from '#db/queries/scoring/leadEventRows.ts';
import {
  type LeadConstants,
  type LeadEvent,
  type LeadField,
  orderLeadEvents,
} from '#shared/domain/scoring/leads/leadFold.ts';
import { DAY_MS } from '#shared/lib/time.ts';

/** A lead's whole life as events in order, with how it ended if it did. */
export interface LeadLife {
  readonly id: string;
  readonly status: string;
  readonly endedAt: number | null;
  readonly company: string;
  readonly constants: LeadConstants;
  readonly events: readonly LeadEvent[];
}

const columns: Readonly<Record<LeadField, 'need' | 'budgetMinor' | 'authority' | 'timing' | 'mobile' | 'email'>> = {
  need: 'need',
  budget: 'budgetMinor',
  authority: 'authority',
  timing: 'timing',
  phone: 'mobile',
  email: 'email',
};

/** Reads leads with everything dated that happened to them. Ids that name no lead are left out. */
export function readLeads(db: ReadDb, ids: readonly string[]): LeadLife[] {
  const rows = leadEventRows(db, ids);
  const events = new Map<string, LeadEvent[]>(rows.leads.map(({ id }) => [id, []]));
  for (const { lead, id, at, kind } of rows.activities) {
    events.get(lead)?.push({ kind: 'activity', id, at, activityKind: kind });
  }
  for (const { lead, id, at, kind } of rows.events) {
    events.get(lead)?.push({ kind: 'interest', id, at, eventKind: kind });
  }
  const logged = Map.groupBy(rows.loggedChanges, ({ lead }) => lead);
  return rows.leads.map((lead) => {
    const { id, status, company, createdAt, source, industry, region, convertedAt, disqualifiedAt } = lead;
    const filled = fieldEvents(lead, logged.get(id) ?? []);
    return {
      id,
      status,
      company,
      endedAt: status === 'converted' ? convertedAt : status === 'disqualified' ? disqualifiedAt : null,
      constants: { createdAt, source, industry, region },
      events: orderLeadEvents([...events.get(id)!, ...filled]),
    };
  });
}

/** What was filled in since this workspace knows the lead; what another program knew before has no date. */
function fieldEvents(lead: LeadConstantsRow, logged: LeadEventRows['loggedChanges']): LeadEvent[] {
  if (lead.recordedHlc === null) return [];
  const recorded = instantOfClock(lead.recordedHlc);
  const from = Math.abs(recorded - lead.createdAt) < DAY_MS ? lead.createdAt : recorded;
  const events: LeadEvent[] = [];
  for (const [field, column] of Object.entries(columns) as [LeadField, (typeof columns)[LeadField]][]) {
    const changes = logged.filter((change) => change.field === column).toSorted((a, b) => a.hlc - b.hlc);
    const first = changes[0] === undefined ? lead[column] : changes[0].fromValue;
    events.push({ kind: 'field', id: '', at: from, field, filled: isFilled(first) });
    for (const { hlc, toValue } of changes) {
      events.push({ kind: 'field', id: `~${hlc}`, at: instantOfClock(hlc), field, filled: isFilled(toValue) });
    }
  }
  return events;
}

const isFilled = (value: string | number | null): boolean => value !== null && value !== '';
