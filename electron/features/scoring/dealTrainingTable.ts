import type { ReadDb } from '#db/handles.ts';
import { closedRecordIds, openRecordIds } from '#db/queries/scoring/scoredRecords.ts';
import type { DealFacts } from '#shared/domain/scoring/deals/dealFacts.ts';
import { dealColumns } from '#shared/domain/scoring/deals/dealFeatures.ts';
import { DealFold } from '#shared/domain/scoring/deals/dealFold.ts';
import { siblingGroups } from '#shared/domain/scoring/siblingGroups.ts';
import { trainingMoments } from '#shared/domain/scoring/trainingMoments.ts';
import { type DealLife, readDeals } from './readDeals.ts';
import { toLearningTable, type TrainingRow, type TrainingTable } from './trainingTable.ts';

/** Deals read per step. */
const AT_ONCE = 2000;
/** Open deals that the learned ones are compared with. */
const UNRESOLVED = 2000;

/** Which deals, and how far it is. */
export interface TrainingOptions {
  readonly now: number;
  /** Only records that ended at or after this instant. */
  readonly from?: number;
  readonly report?: (done: number, total: number) => void;
}

/** Closed deals at moments of their life with what was known then; won is 1, lost and given up 0. */
export function dealTrainingTable(db: ReadDb, { now, from = -Infinity, report }: TrainingOptions): TrainingTable {
  const ids = closedRecordIds(db, 'deal');
  const rows: TrainingRow<DealFacts>[] = [];
  const siblings: { id: string; parentId: string | null; createdAt: number }[] = [];
  for (let first = 0; first < ids.length; first += AT_ONCE) {
    for (const deal of readDeals(db, ids.slice(first, first + AT_ONCE))) {
      if (deal.closedAt === null || deal.closedAt < from || deal.closedAt > now) continue;
      siblings.push({ id: deal.id, parentId: deal.accountId, createdAt: deal.constants.createdAt });
      addRows(deal, deal.closedAt, rows);
    }
    report?.(Math.min(ids.length, first + AT_ONCE), ids.length);
  }
  const groups = siblingGroups(siblings);
  const grouped = rows.map((row) => ({ ...row, group: groups.get(row.group) ?? row.group }));
  return { ...toLearningTable(grouped, siblings.length, dealColumns), unresolved: openColumns(db, now) };
}

/** The rows of a deal: its facts at each moment at which it was open. What happens at the end itself is not known before. */
function addRows(deal: DealLife, closedAt: number, rows: TrainingRow<DealFacts>[]): void {
  const { id, constants, events, status } = deal;
  const fold = new DealFold(constants);
  let next = 0;
  for (const [n, asOf] of trainingMoments(constants.createdAt, closedAt).entries()) {
    while (next < events.length && events[next]!.at <= asOf && events[next]!.at < closedAt) fold.add(events[next++]!);
    // Closed for a while and then taken up again: in between nobody asks. The beginning always counts.
    if (n > 0 && fold.closed) continue;
    rows.push({ facts: fold.facts(), asOf, endedAt: closedAt, positive: status === 'won', group: id });
  }
}

/** Open deals as they are now; many are thinned out evenly. */
function openColumns(db: ReadDb, now: number): TrainingTable['unresolved'] {
  const ids = openRecordIds(db, 'deal');
  const step = Math.max(1, Math.floor(ids.length / UNRESOLVED));
  const facts = readDeals(
    db,
    ids.filter((_, n) => n % step === 0),
  ).map(({ constants, events }) => {
    const fold = new DealFold(constants);
    for (const event of events) if (event.at <= now) fold.add(event);
    return fold.facts();
  });
  return dealColumns(facts, now);
}
