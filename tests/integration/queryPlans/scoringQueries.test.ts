import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ReadDb } from '#db/handles.ts';
import { dealEventRows } from '#db/queries/scoring/dealEventRows.ts';
import { leadEventRows } from '#db/queries/scoring/leadEventRows.ts';
import { modelInUseId } from '#db/queries/scoring/modelInUse.ts';
import { pointHistoryOf } from '#db/queries/scoring/pointHistory.ts';
import {
  inputRowsOf,
  openAmong,
  scoredCounts,
  scoreRowsOf,
  staleIds,
  unfoldedIds,
} from '#db/queries/scoring/scoredRecords.ts';
import { scoreHistoryOf } from '#db/queries/scoring/scorePages.ts';
import { recordsBehind } from '#db/queries/scoring/touchedRecords.ts';
import { HARNESS_NOW as NOW, type HandlerHarness, startHarness } from '#tests/support/handlerHarness.ts';
import { fullScans, plansOf } from '#tests/support/queryPlan.ts';
import { makeAccount, makeActivity, makeDeal } from '#tests/support/workspaceRows.ts';

const GROWING = [
  'opportunity',
  'lead',
  'activity',
  'activityContact',
  'stageChange',
  'pastChange',
  'stakeholder',
  'c139Judgement',
  'criterionEvidence',
  'task',
  'attachment',
  'behaviourEvent',
  'account',
  'syncOp',
  'syncRow',
  'syncTx',
  'scoreInput',
  'scorePage',
  'scoreHistory',
  'opportunityScore',
  'leadScore',
];
const tables = [
  'opportunity',
  'stageChange',
  'pastChange',
  'activity',
  'activityContact',
  'stakeholder',
  'c139Judgement',
  'criterionEvidence',
  'task',
  'attachment',
  'account',
  'behaviourEvent',
];

let harness: HandlerHarness;
beforeAll(() => {
  harness = startHarness();
  harness.fill((db) => {
    for (let n = 0; n < 50; n += 1) {
      makeAccount(db, `a${n}`);
      makeDeal(db, `d${n}`, `a${n}`);
      makeActivity(db, `x${n}`, { opportunityId: `d${n}` });
    }
  });
});
afterAll(() => harness.end());

const narrow: [name: string, run: (db: ReadDb) => unknown][] = [
  ['everything that happened to a deal', (db) => dealEventRows(db, ['d1'])],
  ['everything that happened to a lead', (db) => leadEventRows(db, ['l1'])],
  [
    'the records behind changed rows',
    (db) =>
      tables.map((table) => [
        recordsBehind(db, 'deal', { table, ids: ['x1'], seq: 0 }),
        recordsBehind(db, 'lead', { table, ids: ['x1'], seq: 0 }),
      ]),
  ],
  ['which of some records are open', (db) => [openAmong(db, 'deal', ['d1']), openAmong(db, 'lead', ['l1'])]],
  ['the facts and the figure of a deal', (db) => [inputRowsOf(db, 'deal', ['d1']), scoreRowsOf(db, 'deal', ['d1'])]],
  ['what changed since', (db) => staleIds(db, 'deal', NOW)],
  ['the model in use', (db) => modelInUseId(db, 'deal')],
  [
    'the points of a record',
    (db) => pointHistoryOf(db, { kind: 'account', id: 'a1', score: 'attribute', asOf: NOW, limit: 9 }),
  ],
];

it.each(narrow)('reads no whole table for %s', (_, run) => {
  expect(fullScans(plansOf(harness.context.db, run), GROWING)).toEqual([]);
});

it('finds the history of a record by the page it is on', () => {
  harness.fill((db) =>
    db.run(`INSERT INTO scoreInput(kind, entityId, facts, hash, stale) VALUES ('deal', 'd1', '[]', '', 0)`),
  );
  const plans = plansOf(harness.context.db, (db) => scoreHistoryOf(db, 'deal', 'd1', { asOf: NOW, limit: 10 }));
  expect(plans).toHaveLength(2);
  expect(plans.flatMap(({ steps }) => steps).join('\n')).toMatch(/scoreInput_key[\s\S]*scorePage_byBlock/);
  expect(fullScans(plans, GROWING)).toEqual([]);
});

it('counts and finds unscored records from indexes, whatever the number of closed ones', () => {
  const plans = plansOf(harness.context.db, (db) => [scoredCounts(db, 'deal'), unfoldedIds(db, 'deal')]);
  const inputs = plans.flatMap(({ steps }) => steps.filter((step) => / scoreInput| i /.test(step)));
  expect(inputs.length).toBeGreaterThan(0);
  for (const step of inputs) expect(step).toMatch(/^SEARCH .* USING (COVERING )?INDEX scoreInput_/);
});
