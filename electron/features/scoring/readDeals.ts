import { instantOfClock } from '#db/changes/clock.ts';
import type { ReadDb } from '#db/handles.ts';
import {
  type DealConstantsRow,
  type DealEventRows,
  dealEventRows,
  stageFacts,
} from '#db/queries/scoring/dealEventRows.ts';
import type { DealConstants, DealEvent, StageFacts } from '#shared/domain/scoring/deals/dealEvent.ts';
import { orderDealEvents } from '#shared/domain/scoring/deals/dealEvent.ts';
import { DAY_MS } from '#shared/lib/time.ts';
import { readRoles } from './readRoles.ts';

/** A deal's whole life as events in order, with how it ended if it did. */
export interface DealLife {
  readonly id: string;
  readonly status: string;
  readonly closedAt: number | null;
  readonly accountId: string | null;
  readonly constants: DealConstants;
  readonly events: readonly DealEvent[];
}

/** Reads deals with everything dated that happened to them. Ids that name no deal are left out. */
export function readDeals(db: ReadDb, ids: readonly string[]): DealLife[] {
  const rows = dealEventRows(db, ids);
  const stages = new Map(
    stageFacts(db).map(({ id, winRateMille, ...stage }) => [id, { ...stage, weight: winRateMille / 1000 }]),
  );
  const events = new Map<string, DealEvent[]>(rows.deals.map(({ id }) => [id, []]));
  const add = (deal: string, event: DealEvent): void => void events.get(deal)?.push(event);
  addMoves(rows, stages, add);
  addActivities(rows, add);
  addPeople(rows, add);
  for (const { deal, ...judgement } of rows.judgements) add(deal, { kind: 'judgement', ...judgement });
  for (const one of rows.evidence) addCounted(one, 'evidence', add);
  for (const one of rows.documents) addCounted(one, 'document', add);
  for (const { deal, id, at } of rows.tasksDone) add(deal, { kind: 'task', id, at, by: 1 });
  const changes = changesByDeal(rows);
  return rows.deals.map((deal) => {
    const { amountMinor, events: changed } = changesOf(deal, changes.get(deal.id) ?? []);
    return {
      id: deal.id,
      status: deal.status,
      closedAt: deal.closedAt,
      accountId: deal.accountId,
      constants: constantsOf(deal, amountMinor),
      events: orderDealEvents([...events.get(deal.id)!, ...changed]),
    };
  });
}

type Add = (deal: string, event: DealEvent) => void;

function addMoves({ stageChanges }: DealEventRows, stages: ReadonlyMap<string, StageFacts>, add: Add): void {
  for (const { deal, id, at, toStageId, kind } of stageChanges) {
    add(deal, { kind: 'stage', id, at, move: kind, stage: stages.get(toStageId ?? '') ?? null });
  }
}

function addActivities({ activities, attendances }: DealEventRows, add: Add): void {
  const attended = new Map<string, string[]>();
  for (const { activityId, contactId } of attendances) {
    const known = attended.get(activityId);
    if (known === undefined) attended.set(activityId, [contactId]);
    else known.push(contactId);
  }
  for (const { deal, id, at, kind } of activities) {
    add(deal, { kind: 'activity', id, at, activityKind: kind, contactIds: attended.get(id) ?? [] });
  }
}

function addPeople({ people }: DealEventRows, add: Add): void {
  for (const { deal, id, at, removedAt, contactId, roles, stance, stanceDate } of people) {
    add(deal, { kind: 'person', id, at, personId: id, contactId, roles: readRoles(roles) });
    if (removedAt !== null) add(deal, { kind: 'personGone', id, at: removedAt, personId: id });
    // A day is over before what was judged on it is known; an undated stance says nothing about when it was.
    const judged = stanceDate === null ? Number.NaN : Date.parse(`${stanceDate}T00:00:00Z`) + DAY_MS;
    if (!Number.isNaN(judged)) add(deal, { kind: 'stance', id, at: Math.max(at, judged), personId: id, stance });
  }
}

function addCounted(
  { deal, id, at, removedAt }: { deal: string; id: string; at: number; removedAt: number | null },
  kind: 'evidence' | 'document',
  add: Add,
): void {
  add(deal, { kind, id, at, by: 1 });
  if (removedAt !== null) add(deal, { kind, id: `${id}-`, at: removedAt, by: -1 });
}

/** A change of a field, by another program before or by this one since. */
interface FieldChange {
  readonly at: number;
  readonly id: string;
  readonly field: string;
  readonly from: string | number | null;
  readonly to: string | number | null;
}

function changesByDeal({ pastChanges, loggedChanges }: DealEventRows): Map<string, FieldChange[]> {
  const byDeal = new Map<string, FieldChange[]>();
  const add = (deal: string, change: FieldChange): void => {
    const known = byDeal.get(deal);
    if (known === undefined) byDeal.set(deal, [change]);
    else known.push(change);
  };
  // A later import of a longer history writes the same change into both.
  const past = new Set(pastChanges.map(({ deal, field, toValue }) => `${deal} ${field} ${toValue}`));
  for (const { deal, id, at, field, fromValue, toValue } of pastChanges) {
    add(deal, { id, at, field, from: fromValue, to: toValue });
  }
  for (const { deal, hlc, field, fromValue, toValue, imported } of loggedChanges) {
    if (imported === 1 && past.has(`${deal} ${field} ${toValue}`)) continue;
    add(deal, { id: `~${hlc}`, at: instantOfClock(hlc), field, from: fromValue, to: toValue });
  }
  return byDeal;
}

/**
 * Amount and expected close over time. The amount is taken back to the beginning as the first one known, because it is
 * part of the offer; the expected close is known only from when it was written down, because programs set it on closing.
 */
function changesOf(
  deal: DealConstantsRow,
  changes: readonly FieldChange[],
): { amountMinor: number | null; events: DealEvent[] } {
  const inOrder = changes.toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  const amounts = inOrder.filter(({ field }) => field === 'amountMinor');
  const closes = inOrder.filter(({ field }) => field === 'expectedClose');
  const first = amounts[0];
  const events = amounts.map(({ id, at, to }): DealEvent => ({ kind: 'amount', id, at, amountMinor: numberOf(to) }));
  for (const { id, at, from, to } of closes) {
    events.push({ kind: 'close', id, at, from: textOf(from), day: textOf(to) });
  }
  const recordedAt = recordedInstant(deal);
  const atRecording = closes.find(({ id }) => id.startsWith('~'))?.from ?? deal.expectedClose;
  if (recordedAt !== null && atRecording !== null) {
    events.push({ kind: 'close', id: '', at: recordedAt, from: null, day: textOf(atRecording) });
  }
  return { amountMinor: first === undefined ? deal.amountMinor : numberOf(first.from), events };
}

/** When this workspace first wrote the deal down; what was entered on the day it began was known from its beginning. */
function recordedInstant({ recordedHlc, createdAt }: DealConstantsRow): number | null {
  if (recordedHlc === null) return null;
  const at = instantOfClock(recordedHlc);
  return Math.abs(at - createdAt) < DAY_MS ? createdAt : at;
}

function constantsOf(deal: DealConstantsRow, amountMinor: number | null): DealConstants {
  const { createdAt, processId, productLineId, source, ownerId, industry, region, ownership, tier, employees } = deal;
  return {
    createdAt,
    amountMinor,
    processId,
    productLineId,
    source,
    ownerId,
    industry,
    region,
    ownership,
    tier,
    employees,
  };
}

const textOf = (value: string | number | null): string | null => (value === null ? null : String(value));

function numberOf(value: string | number | null): number | null {
  const number = value === null || value === '' ? Number.NaN : Number(value);
  return Number.isFinite(number) ? number : null;
}
