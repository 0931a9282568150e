import type { ReadDb } from '#db/handles.ts';
import { closedRecordIds, openRecordIds } from '#db/queries/scoring/scoredRecords.ts';
import type { LeadFacts } from '#shared/domain/scoring/leads/leadFacts.ts';
import { leadColumns } from '#shared/domain/scoring/leads/leadFeatures.ts';
import { LeadFold } from '#shared/domain/scoring/leads/leadFold.ts';
import { siblingGroups } from '#shared/domain/scoring/siblingGroups.ts';
import { trainingMoments } from '#shared/domain/scoring/trainingMoments.ts';
import type { TrainingOptions } from './dealTrainingTable.ts';
import { readLeads } from './readLeads.ts';
import { toLearningTable, type TrainingRow, type TrainingTable } from './trainingTable.ts';

const AT_ONCE = 2000;
const UNRESOLVED = 2000;

/** Leads that were converted (1) or disqualified (0) at moments of their life with what was known then. */
export function leadTrainingTable(db: ReadDb, { now, from = -Infinity, report }: TrainingOptions): TrainingTable {
  const ids = closedRecordIds(db, 'lead');
  const rows: TrainingRow<LeadFacts>[] = [];
  const siblings: { id: string; parentId: string | null; createdAt: number }[] = [];
  for (let first = 0; first < ids.length; first += AT_ONCE) {
    for (const { id, status, endedAt, company, constants, events } of readLeads(
      db,
      ids.slice(first, first + AT_ONCE),
    )) {
      if (endedAt === null || endedAt < from || endedAt > now) continue;
      siblings.push({ id, parentId: company === '' ? null : company, createdAt: constants.createdAt });
      const fold = new LeadFold(constants);
      let next = 0;
      for (const asOf of trainingMoments(constants.createdAt, endedAt)) {
        while (next < events.length && events[next]!.at <= asOf && events[next]!.at < endedAt)
          fold.add(events[next++]!);
        rows.push({ facts: fold.facts(), asOf, endedAt, positive: status === 'converted', group: id });
      }
    }
    report?.(Math.min(ids.length, first + AT_ONCE), ids.length);
  }
  const groups = siblingGroups(siblings);
  const grouped = rows.map((row) => ({ ...row, group: groups.get(row.group) ?? row.group }));
  return { ...toLearningTable(grouped, siblings.length, leadColumns), unresolved: openColumns(db, now) };
}

function openColumns(db: ReadDb, now: number): TrainingTable['unresolved'] {
  const ids = openRecordIds(db, 'lead');
  const step = Math.max(1, Math.floor(ids.length / UNRESOLVED));
  const facts = readLeads(
    db,
    ids.filter((_, n) => n % step === 0),
  ).map(({ constants, events }) => {
    const fold = new LeadFold(constants);
    for (const event of events) if (event.at <= now) fold.add(event);
    return fold.facts();
  });
  return leadColumns(facts, now);
}
