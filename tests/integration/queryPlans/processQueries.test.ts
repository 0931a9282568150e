import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SqlValue, WriteDb } from '#db/handles.ts';
import { carryProofs, carryTasks, retargetDeals, runningDeals } from '#db/repositories/migrateDeals.ts';
import { insertRow } from '#db/rows.ts';
import { criterionEvidence } from '#db/schema/opportunity.ts';
import { stageCriterion, stageTask } from '#db/schema/process.ts';
import { processHandlers } from '#electron/features/processes/processHandlers.ts';
import type { QueryContext } from '#electron/ipc/handler.ts';
import { processContract } from '#shared/contract/process.contract.ts';
import { type HandlerHarness, startHarness } from '#tests/support/handlerHarness.ts';
import { fullScans, type PlannedStatement, plansOf } from '#tests/support/queryPlan.ts';
import { makeAccount, makeDeal, makeTask } from '#tests/support/workspaceRows.ts';

const GROWING = ['opportunity', 'task', 'criterionEvidence', 'stageChange'];

let harness: HandlerHarness;
beforeAll(() => {
  harness = startHarness();
  harness.fill((db) => {
    makeAccount(db, 'a');
    insertRow(db, stageCriterion, { id: 'c', stageId: 'verify' });
    insertRow(db, stageTask, { id: 't', stageId: 'verify' });
    for (let n = 0; n < 500; n += 1) {
      makeDeal(db, `d${n}`, 'a', n % 5 === 0 ? {} : { status: 'won', stageId: 'won' });
      makeTask(db, `k${n}`, { opportunityId: `d${n}`, stageTaskId: 't' });
      insertRow(db, criterionEvidence, { id: `e${n}`, opportunityId: `d${n}`, criterionId: 'c' });
    }
  });
});
afterAll(() => harness.end());

const walks = (statements: readonly PlannedStatement[]): string[] =>
  statements
    .flatMap(({ steps }) => steps)
    .filter((step) => /^SCAN (?:o|opportunity|task|criterionEvidence)\b/.test(step));

test.each([
  ['list', processHandlers.list, {}],
  ['get', processHandlers.get, { id: 'imaging' }],
  ['version', processHandlers.version, { versionId: 'imaging-1' }],
  ['toolkit', processHandlers.toolkit, { stageId: 'verify' }],
  ['migrationPreview', processHandlers.migrationPreview, { id: 'imaging' }],
] as const)('process.%s reads no growing table from end to end', (name, handler, input) => {
  const run = handler as (context: QueryContext, input: never) => unknown;
  const parsed = processContract[name].input.parse(input) as never;
  const statements = plansOf(harness.context.db, (db) => run({ ...harness.context, db }, parsed));
  expect(statements.length).toBeGreaterThan(0);
  expect([...fullScans(statements, GROWING), ...walks(statements)]).toEqual([]);
});

test('running deals are counted from the board’s index alone', () => {
  const statements = plansOf(harness.context.db, (db) =>
    processHandlers.list({ ...harness.context, db }, processContract.list.input.parse({})),
  ).filter(({ sql }) => sql.includes('GROUP BY p.id, o.stageId'));
  expect(statements).toHaveLength(1);
  expect(statements[0]?.steps.join()).toContain('USING COVERING INDEX opportunity_board');
});

test('a migration finds its deals, tasks and proofs by index', () => {
  const statements = plansOf(harness.context.db, (read) => runningDeals(read, 'imaging', ['verify']));
  harness.fill((db) => {
    // What a write would do, asked instead of done.
    const run = (sql: string, ...params: SqlValue[]) => {
      const rows = db.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, ...params);
      statements.push({ sql, steps: rows.map(({ detail }) => detail) });
      return { changes: 0 };
    };
    const asked = { run } as unknown as WriteDb;
    retargetDeals(asked, ['d0'], { processId: 'imaging', versionId: 'imaging-1', stageId: 'engage', enteredAt: null });
    carryTasks(asked, ['d0'], [{ from: 't', to: 't', stageId: 'verify' }]);
    carryProofs(asked, ['d0'], [{ from: 'c', to: 'c', stageId: 'verify' }]);
  });
  expect(statements).toHaveLength(4);
  expect([...fullScans(statements, GROWING), ...walks(statements)]).toEqual([]);
  for (const { steps } of statements)
    expect(steps.join()).toMatch(/SEARCH (?:o|opportunity|task|criterionEvidence) USING/);
});
