import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ReadDb, WriteDb } from '#db/handles.ts';
import { newestTransaction } from '#db/changes/transactionLog.ts';
import { openReadOnly } from '#db/open.ts';
import { insertRow, updateRow } from '#db/rows.ts';
import { opportunity, stageChange } from '#db/schema/opportunity.ts';
import { process, stage } from '#db/schema/process.ts';
import { changesHandlers } from '#electron/features/changes/changesHandlers.ts';
import { getFunnel } from '#electron/features/funnel/getFunnel.ts';
import { changesContract } from '#shared/contract/changes.contract.ts';
import { isoDate } from '#shared/lib/time.ts';
import { HARNESS_NOW as NOW, startHarness } from '#tests/support/handlerHarness.ts';
import { makeAccount, makeActivity, makeDeal, makeHistory } from '#tests/support/workspaceRows.ts';

const DAY = 86_400_000;
const stages = ['verify', 'engage', 'negotiate', 'won', 'lost'] as const;
const step = fc.record({
  what: fc.constantFrom('create', 'move', 'owner', 'remove', 'leave', 'undo', 'rename', 'log'),
  deal: fc.nat(5),
  to: fc.constantFrom(...stages),
  day: fc.integer({ min: -200, max: 0 }),
});

it('answers after every change what a look at the whole file would answer', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 12 }), async (steps) => {
      const harness = startHarness();
      const file = harness.context.db.get<{ file: string }>('PRAGMA database_list')!.file;
      // As the worker has it: a connection that only reads, beside the one that writes.
      const beside = openReadOnly(file);
      try {
        harness.fill((db) => {
          makeAccount(db, 'hospital');
          insertRow(db, process, { id: 'other', name: '其他', currentVersionId: 'imaging-1' });
        });
        const setUp = newestTransaction(harness.context.db)?.seq ?? 0;
        for (const [n, one] of steps.entries()) {
          const last = newestTransaction(harness.context.db)?.seq ?? 0;
          // What cannot be undone (twice, or changed since) stays: either way the answers must agree.
          if (one.what === 'undo' && last > setUp)
            await harness.call(changesContract.undo, changesHandlers.undo, { seq: last });
          else harness.fill((db) => change(db, one, n));
          for (const ownerIds of [undefined, ['zhou']]) {
            const fresh = openReadOnly(file);
            const wanted = await figures(fresh.read, ownerIds);
            fresh.close();
            expect(await figures(beside.read, ownerIds)).toEqual(wanted);
            expect(await figures(harness.context.db, ownerIds)).toEqual(wanted);
          }
        }
      } finally {
        beside.close();
        harness.end();
      }
    }),
    { numRuns: 25 },
  );
});

const figures = async (db: ReadDb, ownerIds: readonly string[] | undefined) => {
  const context = {
    db,
    now: NOW,
    today: isoDate('2026-09-14'),
    timeZone: 'Asia/Shanghai',
    currency: 'CNY',
    actorId: '',
    door: 'test',
  };
  const window = { processId: 'imaging', from: isoDate('2026-03-01'), to: isoDate('2026-12-31') };
  return getFunnel(context as never, { ...window, ownerIds: ownerIds && [...ownerIds] });
};

function change(
  db: WriteDb,
  { what, deal, to, day }: typeof step extends fc.Arbitrary<infer T> ? T : never,
  n: number,
) {
  const id = `deal-${deal}`;
  const at = NOW + day * DAY;
  const isThere = db.get('SELECT 1 FROM opportunity WHERE id = ?', id) !== undefined;
  if (what === 'log' || what === 'undo') return makeActivity(db, `a-${n}`, { at });
  if (what === 'rename') return updateRow(db, stage, 'engage', { name: `交流 ${n}`, allowedDays: n });
  if (!isThere) {
    makeDeal(db, id, 'hospital', { amountMinor: 100 + n, ownerId: deal % 2 === 0 ? 'lin' : 'zhou' });
    return makeHistory(db, id, [['verify', at]]);
  }
  if (what === 'owner') return updateRow(db, opportunity, id, { ownerId: 'zhou' });
  if (what === 'remove') return updateRow(db, opportunity, id, { removedAt: NOW });
  if (what === 'leave') return updateRow(db, opportunity, id, { processId: n % 2 === 0 ? 'other' : 'imaging' });
  const isClosed = to === 'won' || to === 'lost';
  updateRow(db, opportunity, id, { stageId: to, status: isClosed ? to : 'open', closedAt: isClosed ? at : null });
  return insertRow(db, stageChange, {
    id: `${id}-s${n}`,
    opportunityId: id,
    fromStageId: 'verify',
    toStageId: to,
    at,
    byId: 'lin',
    kind: 'advance',
  });
}
