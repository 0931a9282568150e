import { countUndated, listIds, monthSums } from '#db/queries/pipeline/dealList.ts';
import { stageRows } from '#db/queries/pipeline/processes.ts';
import type { ExpectedBy, pipelineContract } from '#shared/contract/pipeline.contract.ts';
import type { MoneySum } from '#shared/contract/primitives.ts';
import { expectedAmount, minor } from '#shared/lib/money.ts';
import { ok } from '#shared/lib/result.ts';
import type { Handler } from '#electron/ipc/handler.ts';
import { loadListRows } from './dealCards.ts';
import { rates } from './list.ts';
import { resolveFilter } from './resolveFilter.ts';

/**
 * Deals between two days of expected close, in that order, with every month's count and money. Money is that of deals
 * in the workspace's currency; deals in another one are counted and not added.
 */
export const timeline: Handler<typeof pipelineContract.timeline> = (context, input) => {
  const stages = stageRows(context.db, [input.processId]);
  const all = resolveFilter(context, input.filter, { processIds: [input.processId], stageIds: null, stages });
  const dated = {
    ...all,
    closeFrom: later(all.closeFrom, input.from),
    closeTo: earlier(all.closeTo, input.to),
  };
  const ids = listIds(context.db, dated, { by: 'expectedClose', descending: false }, { offset: 0, limit: input.limit });
  const months = addUp(monthSums(context.db, dated, context.currency), input.expectedBy, rates(stages));
  return ok({
    rows: loadListRows(context, ids),
    total: months.reduce((total, month) => total + month.count, 0),
    undated: countUndated(context.db, all),
    months,
  });
};

const later = (a: string | undefined, b: string): string => (a !== undefined && a > b ? a : b);
const earlier = (a: string | undefined, b: string): string => (a !== undefined && a < b ? a : b);

function addUp(rows: ReturnType<typeof monthSums>, by: ExpectedBy, rateOf: (stageId: string) => number) {
  const months = new Map<string, Omit<MoneySum, 'currency'> & { month: string }>();
  for (const row of rows) {
    const month = months.get(row.month) ?? { month: row.month, count: 0, amountMinor: 0, expectedMinor: 0, unrated: 0 };
    month.count += row.count;
    month.amountMinor += row.amountMinor;
    if (by === 'stage') month.expectedMinor += expectedAmount(minor(row.amountMinor), rateOf(row.stageId) / 1000);
    else month.expectedMinor += by === 'own' ? row.ownMinor : row.modelMinor;
    if (by !== 'stage') month.unrated += by === 'own' ? row.ownUnrated : row.modelUnrated;
    months.set(row.month, month);
  }
  return [...months.values()];
}
