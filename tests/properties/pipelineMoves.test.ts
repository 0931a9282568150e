import fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import { updateRow } from '#db/rows.ts';
import { process } from '#db/schema/process.ts';
import { opportunityHandlers } from '#electron/features/opportunity/opportunityHandlers.ts';
import { pipelineHandlers } from '#electron/features/pipeline/pipelineHandlers.ts';
import { opportunityContract } from '#shared/contract/opportunity.contract.ts';
import type { OpportunityStatus, StageClass } from '#shared/contract/primitives.ts';
import { pipelineContract } from '#shared/contract/pipeline.contract.ts';
import { statusFitsStage } from '#shared/domain/pipeline/stages.ts';
import { SalesWorkspace, stageIds } from '#tests/support/salesWorkspace.ts';
import { change, temporaryFolder } from '#tests/support/workspaceFixture.ts';

const folder = temporaryFolder();
afterAll(folder.remove);

const DEALS = ['a', 'b', 'c', 'd', 'e', 'f'];
const deal = fc.constantFrom(...DEALS);
const toStageId = fc.constantFrom(...stageIds);
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      type: fc.constant('move' as const),
      deal,
      toStageId,
      reason: optional(fc.constant('because')),
      outcomeReason: optional(fc.constantFrom('price' as const, 'noDecision' as const)),
      afterId: optional(deal),
      beforeId: optional(deal),
      prove: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('moveMany' as const),
      deals: fc.subarray(DEALS, { minLength: 1 }),
      toStageId,
      reason: optional(fc.constant('because')),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('reorder' as const),
      deal,
      afterId: optional(deal),
      beforeId: optional(deal),
    }),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('pause' as const), deal, paused: fc.boolean() }) },
  {
    weight: 1,
    arbitrary: fc.record({ type: fc.constant('amount' as const), deal, amountMinor: fc.integer({ min: 0, max: 1e9 }) }),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('trash' as const), deal, removed: fc.boolean() }) },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

async function take(sales: SalesWorkspace, next: Step): Promise<void> {
  if (next.type === 'move')
    await sales.call(pipelineContract.move, pipelineHandlers.move, {
      opportunityId: next.deal,
      toStageId: next.toStageId,
      reason: next.reason,
      outcomeReason: next.outcomeReason,
      afterId: next.afterId,
      beforeId: next.beforeId,
      evidence: next.prove ? [{ criterionId: 'need', note: 'x' }] : undefined,
    });
  else if (next.type === 'moveMany')
    await sales.call(pipelineContract.moveMany, pipelineHandlers.moveMany, {
      opportunityIds: next.deals,
      toStageId: next.toStageId,
      reason: next.reason,
      outcomeReason: 'price',
    });
  else if (next.type === 'reorder')
    await sales.call(pipelineContract.reorder, pipelineHandlers.reorder, {
      opportunityId: next.deal,
      afterId: next.afterId ?? null,
      beforeId: next.beforeId ?? null,
    });
  else if (next.type === 'pause')
    await sales.call(pipelineContract.pause, pipelineHandlers.pause, { opportunityId: next.deal, paused: next.paused });
  else if (next.type === 'amount')
    await sales.call(opportunityContract.update, opportunityHandlers.update, {
      id: next.deal,
      fields: { amountMinor: next.amountMinor },
    });
  else
    await sales.call(
      opportunityContract[next.removed ? 'remove' : 'restore'],
      opportunityHandlers[next.removed ? 'remove' : 'restore'],
      { ids: [next.deal] },
    );
}

/** What must hold after any history. */
async function check(sales: SalesWorkspace): Promise<void> {
  const { read } = sales.db;
  const rows = read.all<{
    id: string;
    stageId: string;
    status: string;
    closedAt: number | null;
    outcomeReason: string;
    stageClass: string;
    stageEnteredAt: number;
  }>(
    'SELECT o.id, o.stageId, o.status, o.closedAt, o.outcomeReason, o.stageEnteredAt, s.stageClass FROM opportunity o JOIN stage s ON s.id = o.stageId',
  );
  expect(rows).toHaveLength(DEALS.length);
  for (const row of rows) {
    expect(statusFitsStage(row.status as OpportunityStatus, row.stageClass as StageClass)).toBe(true);
    expect(row.closedAt !== null).toBe(!['open', 'paused'].includes(row.status));
    if (row.stageClass === 'lost') expect(row.outcomeReason).not.toBe('');
    if (row.closedAt === null) expect(row.outcomeReason).toBe('');
    const chain = read.all<{ fromStageId: string | null; toStageId: string; at: number }>(
      'SELECT fromStageId, toStageId, at FROM stageChange WHERE opportunityId = ? ORDER BY at, id',
      row.id,
    );
    expect(chain[0]?.fromStageId).toBeNull();
    for (const [index, link] of chain.entries())
      if (index > 0) expect(link.fromStageId).toBe(chain[index - 1]?.toStageId);
    expect(chain.at(-1)?.toStageId).toBe(row.stageId);
    expect(chain.at(-1)?.at).toBe(row.stageEnteredAt);
  }
  for (const status of ['open', 'paused', 'closed', 'any'] as const) {
    const board = await sales.must(pipelineContract.board, pipelineHandlers.board, {
      processId: 'p',
      filter: { status },
    });
    const list = await sales.must(pipelineContract.list, pipelineHandlers.list, { processId: 'p', filter: { status } });
    expect(board.totals).toEqual(list.sums);
    expect(board.count).toBe(list.total);
    const cards = board.columns.flatMap((column) => column.cards.map(({ id }) => id));
    expect(cards.toSorted()).toEqual(list.rows.map(({ id }) => id).toSorted());
    const expected = board.columns.flatMap(({ sums }) => sums).reduce((sum, one) => sum + one.expectedMinor, 0);
    expect(expected).toBe(board.totals.reduce((sum, one) => sum + one.expectedMinor, 0));
  }
}

it('keeps history, status, sums and order consistent whatever people do', async () => {
  let run = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 1, maxLength: 25 }),
      fc.boolean(),
      fc.boolean(),
      async (steps, allowSkip, allowBack) => {
        run += 1;
        const sales = new SalesWorkspace(folder.file(`run${run}.kongdan`));
        try {
          for (const [index, id] of DEALS.entries())
            sales.deal(id, index % 2 === 0 ? { amountMinor: index * 333 } : {});
          change(sales.db, (db) =>
            updateRow(db, process, 'p', { allowSkip: Number(allowSkip), allowBack: Number(allowBack), name: 'P' }),
          );
          for (const next of steps) {
            sales.now += 3_600_000;
            await take(sales, next);
          }
          await check(sales);
        } finally {
          sales.db.close();
        }
      },
    ),
    { numRuns: 25 },
  );
});
