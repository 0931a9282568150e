import { columnCards, columnSums, countInStages, type ColumnSum } from '#db/queries/pipeline/boardColumn.ts';
import type { DealFilter } from '#db/queries/pipeline/dealFilter.ts';
import type { BoardColumn, DealCard, pipelineContract } from '#shared/contract/pipeline.contract.ts';
import type { StageClass } from '#shared/contract/primitives.ts';
import { moneySums } from '#shared/domain/pipeline/moneySums.ts';
import { isOpenStage, statusFitsStage } from '#shared/domain/pipeline/stages.ts';
import { err, ok } from '#shared/lib/result.ts';
import type { Handler } from '#electron/ipc/handler.ts';
import { boardProcess, type BoardProcess, type BoardStage } from './boardStages.ts';
import { encodeCursor } from './cardCursor.ts';
import { loadDealCards } from './dealCards.ts';
import { resolveFilter, statusesOf } from './resolveFilter.ts';

/**
 * A board in one answer. Columns that the filter's status can show carry sums and their first cards; won and lost
 * columns of a board of open deals carry only how many deals ever ended there, whatever else the filter says, because
 * they are targets to drop on and not part of its result.
 */
export const board: Handler<typeof pipelineContract.board> = (context, input) => {
  const process = boardProcess(context.db, input.processId);
  if (process === undefined) return err({ type: 'notFound', entity: 'process', id: input.processId });
  const filter = resolveFilter(context, input.filter, {
    processIds: [input.processId],
    stageIds: null,
    stages: process.stages.values(),
  });
  const sums = columnSums(context.db, filter, input.expectedBy);
  const first = process.columns.map((column) =>
    isShown(filter, column)
      ? columnCards(context.db, { ...filter, stageIds: column.ids }, input.sort, null, input.perColumn)
      : [],
  );
  const shown = first.map((positions) => positions.slice(0, input.perColumn));
  const cards = cardsByColumn(
    process,
    loadDealCards(
      context,
      shown.flat().map((position) => position.id),
    ),
  );
  const rateOf = (stageId: string): number => process.stages.get(stageId)?.winRateMille ?? 0;
  const columns = process.columns.map((column, index): BoardColumn => {
    const own = sums.filter((sum) => column.ids.includes(sum.stageId));
    const last = shown[index]?.at(-1);
    return {
      stageId: column.stage.id,
      count: isShown(filter, column) ? total(own, 'count') : countOutcome(context.db, filter, column),
      sums: moneySums(own, rateOf, context.currency),
      overdueCount: total(own, 'overdue'),
      cards: cards.get(column) ?? [],
      nextCursor: last !== undefined && (first[index]?.length ?? 0) > input.perColumn ? encodeCursor(last) : null,
    };
  });
  return ok({
    columns: columns.filter((column, index) => column.count > 0 || isCurrent(process, process.columns[index])),
    totals: moneySums(sums, rateOf, context.currency),
    count: total(sums, 'count'),
  });
};

const total = (sums: readonly ColumnSum[], field: 'count' | 'overdue'): number =>
  sums.reduce((sum, row) => sum + row[field], 0);

/** Columns that only older versions have disappear with their last deal. */
const isCurrent = (process: BoardProcess, column: BoardStage | undefined): boolean =>
  column?.stage.processVersionId === process.process.versionId;

/** Whether deals of the filter's statuses can lie in this column. */
function isShown(filter: DealFilter, column: BoardStage): boolean {
  const stageClass = column.stage.stageClass as StageClass;
  return statusesOf.any.some(
    (status) => filter.statuses.includes(status) && statusFitsStage(status as 'open', stageClass),
  );
}

function countOutcome(db: Parameters<typeof countInStages>[0], filter: DealFilter, column: BoardStage): number {
  if (isOpenStage(column.stage)) return 0;
  const statuses = statusesOf[column.stage.stageClass === 'won' ? 'won' : 'lost'];
  return countInStages(db, filter.processIds[0] ?? '', statuses, column.ids);
}

/** Cards by the column they lie in, naming that column's stage, so that the screen needs to know no older version. */
function cardsByColumn(process: BoardProcess, cards: readonly DealCard[]): Map<BoardStage, DealCard[]> {
  const columns = new Map<BoardStage, DealCard[]>();
  for (const card of cards) {
    const column = process.columnOf(card.stageId);
    if (column === undefined) continue;
    const list = columns.get(column) ?? [];
    list.push({ ...card, stageId: column.stage.id });
    columns.set(column, list);
  }
  return columns;
}
