import { cardRows, judgementRows } from '#db/queries/pipeline/dealCards.ts';
import { stageRows, type StageRow } from '#db/queries/pipeline/processes.ts';
import { closePushes } from '#db/queries/opportunity/closePushes.ts';
import { competitorRows, lineRows, pageRow, partCounts, visitRows } from '#db/queries/opportunity/pageRows.ts';
import type { PageRow, VisitRow } from '#db/queries/opportunity/pageRows.ts';
import type { OpportunityPage, opportunityContract } from '#shared/contract/opportunity.contract.ts';
import { latestJudgements } from '#shared/domain/c139/calibrate.ts';
import type { DealCard } from '#shared/contract/pipeline.contract.ts';
import { nextStage } from '#shared/domain/pipeline/stages.ts';
import { expectedAmount, minor } from '#shared/lib/money.ts';
import { err, ok } from '#shared/lib/result.ts';
import type { Handler, QueryContext } from '#electron/ipc/handler.ts';
import { documentsOfRecord } from '../documents/documentsOfRecord.ts';
import { toStage } from '../pipeline/boardStages.ts';
import { loadDealCards } from '../pipeline/dealCards.ts';
import { judgeCriteria, loadMoveContexts, parseObject } from '../pipeline/moveContext.ts';
import { workCalendar } from '../pipeline/workCalendar.ts';

/** Everything that a deal's page shows first, in a fixed number of statements. */
export const page: Handler<typeof opportunityContract.page> = (context, { id }) => {
  const { db } = context;
  const row = pageRow(db, id);
  const card = loadDealCards(context, [id])[0];
  const source = cardRows(db, [id])[0];
  if (row === undefined || card === undefined || source === undefined)
    return err({ type: 'notFound', entity: 'opportunity', id });
  const allStages = source.processId === null ? [] : stageRows(db, [source.processId]);
  const stages = allStages.filter((stage) => stage.processVersionId === row.processVersionId);
  const next = nextStage(stages.map(toStage), card.stageId)?.id ?? null;
  const gate = loadMoveContexts(db, [id], context.now, () => next).get(id);
  const lines = lineRows(db, id);
  return ok({
    card,
    fields: fieldsOf(card, row, source.source),
    process: { id: source.processId ?? '-', name: row.processName ?? '', stages: stages.map(toStage) },
    managerName: row.managerName,
    createdAt: source.createdAt,
    closedAt: row.closedAt,
    outcomeReason: row.outcomeReason,
    outcomeNote: row.outcomeNote,
    expected: expectedOf(card),
    model:
      row.modelAsOf === null
        ? null
        : { probability: card.modelWinRate, low: row.modelLow, high: row.modelHigh, asOf: row.modelAsOf },
    closePushes: closePushes(db, id),
    visits: visitsOf(context, visitRows(db, id), row.closedAt, ownStages(allStages, stages)),
    criteria: gate === undefined ? [] : judgeCriteria(gate),
    nextStageId: next,
    competitors: competitorRows(db, id),
    lines,
    c139: latestJudgements(judgementRows(db, [id])),
    counts: {
      ...partCounts(db, id),
      documents: documentsOfRecord(context, 'opportunity', id).documents.length,
      lines: lines.length,
    },
    custom: textsOf(row.custom),
  });
};

/** By the id of a stage of any version: the stage of the deal's own version that has the same key. */
function ownStages(all: readonly StageRow[], own: readonly StageRow[]): ReadonlyMap<string, string> {
  const byKey = new Map(own.map((stage) => [stage.key, stage.id]));
  return new Map(all.map((stage) => [stage.id, byKey.get(stage.key) ?? stage.id]));
}

function fieldsOf(card: DealCard, row: PageRow, source: string): OpportunityPage['fields'] {
  return {
    name: card.name,
    accountId: card.account?.id ?? null,
    primaryContactId: row.primaryContactId,
    ownerId: card.owner?.id ?? null,
    amountMinor: card.amountMinor,
    currency: card.currency,
    ownWinRate: card.ownWinRate,
    expectedClose: card.expectedClose,
    forecastCategory: row.forecastCategory as OpportunityPage['fields']['forecastCategory'],
    nextStep: row.nextStep,
    description: row.description,
    source,
    qualificationLevel: row.qualificationLevel as OpportunityPage['fields']['qualificationLevel'],
  };
}

/** Amount × each win rate that is known; never mixed. */
function expectedOf(card: DealCard): OpportunityPage['expected'] {
  const by = (rate: number | null): number | null =>
    card.amountMinor === null || rate === null ? null : expectedAmount(minor(card.amountMinor), rate);
  return { stageMinor: by(card.stageWinRate), ownMinor: by(card.ownWinRate), modelMinor: by(card.modelWinRate) };
}

/**
 * A visit ends when the next begins; the last one lasts until now, or until the deal was closed. Visits from before a migration
 * name the stage of the deal's present version that continues theirs.
 */
function visitsOf(
  context: QueryContext,
  rows: readonly VisitRow[],
  closedAt: number | null,
  own: ReadonlyMap<string, string>,
): OpportunityPage['visits'] {
  const calendar = workCalendar(context);
  return rows.map((row, index) => {
    const leftAt = rows[index + 1]?.enteredAt ?? null;
    const end = leftAt ?? Math.max(row.enteredAt, closedAt ?? context.now);
    return {
      ...row,
      stageId: row.stageId === null ? null : (own.get(row.stageId) ?? row.stageId),
      kind: row.kind as OpportunityPage['visits'][number]['kind'],
      stageClass: row.stageClass as OpportunityPage['visits'][number]['stageClass'],
      openCriteria: textsOfList(row.openCriteria),
      leftAt,
      days: calendar.workingDaysBetweenInstants(row.enteredAt, end),
    };
  });
}

/** A JSON list of texts as the database put it together. */
function textsOfList(json: string): string[] {
  const value: unknown = JSON.parse(json);
  return Array.isArray(value) ? value.filter((text) => typeof text === 'string') : [];
}

function textsOf(custom: string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(parseObject(custom)).map(([name, value]) => [
      name,
      typeof value === 'string' ? value : JSON.stringify(value),
    ]),
  );
}
