import {
  cardRows,
  judgementRows,
  openTasks,
  taskCounts,
  type CardRow,
  type JudgementRow,
  type NextTask,
} from '#db/queries/pipeline/dealCards.ts';
import type { DealCard, ListRow } from '#shared/contract/pipeline.contract.ts';
import type { OpportunityStatus } from '#shared/contract/primitives.ts';
import { calibratedCounts, latestJudgements } from '#shared/domain/c139/calibrate.ts';
import { zoneOf } from '#shared/domain/c139/zone.ts';
import type { WorkCalendar } from '#shared/lib/calendar.ts';
import type { QueryContext } from '#electron/ipc/handler.ts';
import { stallOf } from '../tasks/stallOf.ts';
import { workCalendar } from './workCalendar.ts';

/** What reading cards needs of the caller's context. */
export type CardContext = Pick<QueryContext, 'db' | 'now' | 'timeZone'>;

/** The cards of these deals, in the order of the ids; ids without a deal are left out. Four statements for any number. */
export function loadDealCards(context: CardContext, ids: readonly string[]): DealCard[] {
  return load(context, ids).map(({ card }) => card);
}

/** The same as rows of a list, with what only the list shows. */
export function loadListRows(context: CardContext, ids: readonly string[]): ListRow[] {
  return load(context, ids).map(({ card, row }) => ({
    ...card,
    createdAt: row.createdAt,
    stageName: row.stageName ?? '',
    source: row.source,
  }));
}

function load(context: CardContext, ids: readonly string[]): { card: DealCard; row: CardRow }[] {
  if (ids.length === 0) return [];
  const { db } = context;
  const counts = new Map(taskCounts(db, ids).map((row) => [row.opportunityId, row]));
  const next = new Map<string, NextTask>();
  for (const task of openTasks(db, ids)) if (!next.has(task.opportunityId)) next.set(task.opportunityId, task);
  const judgements = Map.groupBy(judgementRows(db, ids), (row) => row.opportunityId);
  const calendar = workCalendar(context);
  return cardRows(db, ids).map((row) => ({
    row,
    card: {
      ...plainFields(row),
      daysOver: daysOver(calendar, row, context.now),
      stall: stallOfCard(row.stall),
      c139: c139Of(judgements.get(row.id)),
      tasks: { done: counts.get(row.id)?.done ?? 0, total: counts.get(row.id)?.total ?? 0 },
      next: nextOf(next.get(row.id)),
    },
  }));
}

function plainFields(row: CardRow): Omit<DealCard, 'daysOver' | 'stall' | 'c139' | 'tasks' | 'next'> {
  return {
    id: row.id,
    name: row.name,
    account: row.accountId === null ? null : { id: row.accountId, name: row.accountName ?? '' },
    owner: row.ownerId === null ? null : { id: row.ownerId, name: row.ownerName ?? '' },
    stageId: row.stageId ?? '',
    status: row.status as OpportunityStatus,
    amountMinor: row.amountMinor,
    currency: row.currency,
    expectedClose: row.expectedClose,
    stageEnteredAt: row.stageEnteredAt,
    stageWinRate: (row.winRateMille ?? 0) / 1000,
    ownWinRate: row.ownWinRate,
    modelWinRate: row.modelWinRate,
    rank: row.rank,
  };
}

/** Only open deals can be overdue: a paused one waits on purpose. */
function daysOver(calendar: WorkCalendar, row: CardRow, now: number): number | null {
  if (row.allowedDays === null || row.status !== 'open') return null;
  const over = calendar.workingDaysBetweenInstants(row.stageEnteredAt, now) - row.allowedDays;
  return over > 0 ? over : null;
}

function c139Of(judgements: readonly JudgementRow[] | undefined): DealCard['c139'] {
  if (judgements === undefined) return null;
  const counts = calibratedCounts(latestJudgements(judgements));
  return counts === null ? null : { ...counts, zone: zoneOf(counts) };
}

function nextOf(task: NextTask | undefined): DealCard['next'] {
  if (task === undefined) return null;
  return { taskId: task.taskId, title: task.title, dueDate: task.dueDate, dueMinute: task.dueMinute };
}

function stallOfCard(json: string | null): DealCard['stall'] {
  if (json === null) return null;
  const { code, note, at } = JSON.parse(json) as { code: string; note: string; at: number };
  return stallOf(code, note, at);
}
