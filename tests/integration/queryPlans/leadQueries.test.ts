import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReadDb, WriteDb } from '#db/handles.ts';
import { referencesTo } from '#db/queries/duplicates/recordReferences.ts';
import { overdueLeads } from '#db/queries/lead/heldLeads.ts';
import { duplicateHandlers } from '#electron/features/duplicates/duplicateHandlers.ts';
import { leadHandlers } from '#electron/features/leads/leadHandlers.ts';
import { taskHandlers } from '#electron/features/tasks/taskHandlers.ts';
import type { Handler } from '#electron/ipc/handler.ts';
import { duplicateContract } from '#shared/contract/duplicate.contract.ts';
import { leadContract } from '#shared/contract/lead.contract.ts';
import { taskContract } from '#shared/contract/opportunity.contract.ts';
import type { InputOf, Operation } from '#shared/contract/operation.ts';
import { HARNESS_NOW as NOW, type HandlerHarness, startHarness } from '#tests/support/handlerHarness.ts';
import { makeLead } from '#tests/support/leadRows.ts';
import { fullScans, type PlannedStatement, plansOf } from '#tests/support/queryPlan.ts';
import { makeAccount, makeActivity, makeContact, makeDeal } from '#tests/support/workspaceRows.ts';

const GROWING = ['lead', 'opportunity', 'activity', 'task', 'contact', 'account', 'behaviourEvent', 'duplicateKey'];
const states = ['new', 'verifying', 'converted', 'disqualified', 'pool'];
let harness: HandlerHarness;

beforeAll(() => {
  harness = startHarness();
  harness.fill((db) => {
    for (let n = 0; n < 200; n += 1) {
      makeLead(db, `l${n}`, {
        company: `云杉${n % 90}科技`,
        mobile: `1380013${String(n).padStart(4, '0')}`,
        status: states[n % 5] ?? 'new',
        ownerId: n % 5 === 4 ? null : n % 2 ? 'lin' : 'zhou',
        source: `来源${n % 7}`,
        createdAt: NOW - n * 1000,
      });
      makeAccount(db, `a${n}`, { name: `云杉${n}科技` });
      makeContact(db, `c${n}`, `a${n}`);
      makeDeal(db, `d${n}`, `a${n}`);
      makeActivity(db, `x${n}`, { leadId: `l${n}` });
    }
  });
});
afterAll(() => harness.end());

/** Makes the planner believe that everything is five hundred times as much. */
function pretendLarge(db: WriteDb): void {
  db.run('ANALYZE');
  for (const { rowid, stat } of db.all<{ rowid: number; stat: string }>('SELECT rowid, stat FROM sqlite_stat1')) {
    const large = stat.split(' ').map((part, index) => (index === 0 || Number(part) > 3 ? Number(part) * 500 : part));
    db.run('UPDATE sqlite_stat1 SET stat = ? WHERE rowid = ?', large.join(' '), rowid);
  }
  db.run('ANALYZE sqlite_schema');
}

function plans<O extends Operation>(operation: O, handler: Handler<O>, input: InputOf<O>): PlannedStatement[] {
  return plansOf(harness.context.db, (db: ReadDb) =>
    handler({ ...harness.context, db }, operation.input.parse(input) as never),
  );
}

const narrow: [name: string, run: () => PlannedStatement[]][] = [
  ['a lead', () => plans(leadContract.page, leadHandlers.page, { id: 'l7' })],
  ['my leads', () => plans(leadContract.list, leadHandlers.list, { view: 'mine' })],
  ['the pool', () => plans(leadContract.list, leadHandlers.list, { view: 'pool' })],
  ['found leads', () => plans(leadContract.list, leadHandlers.list, { text: 'l77' })],
  ['a conversion', () => plans(leadContract.conversion, leadHandlers.conversion, { id: 'l7' })],
  ['tasks of a lead', () => plans(taskContract.ofLead, taskHandlers.ofLead, { leadId: 'l7' })],
  [
    'what is known while typing',
    () =>
      plans(duplicateContract.find, duplicateHandlers.find, {
        entity: 'lead',
        fields: { company: '云杉7科技', mobile: '13800138000' },
      }),
  ],
  [
    'two leads side by side',
    () => plans(duplicateContract.compare, duplicateHandlers.compare, { entity: 'lead', oneId: 'l7', otherId: 'l8' }),
  ],
  ['overdue leads', () => plansOf(harness.context.db, (db: ReadDb) => overdueLeads(db, NOW, 200))],
];

describe.each(['fresh', 'large'])('leads of a %s workspace', (size) => {
  beforeAll(() => {
    if (size === 'large') harness.fill(pretendLarge);
  });

  it.each(narrow)('read %s from indexes alone', (_name, run) => {
    const statements = run();
    expect(statements.length).toBeGreaterThan(0);
    expect(fullScans(statements, GROWING)).toEqual([]);
  });

  it('are counted by state and source without reading a lead', () => {
    const statements = plans(leadContract.overview, leadHandlers.overview, {});
    const steps = statements.flatMap((statement) => statement.steps);
    expect(steps.filter((step) => /SCAN lead\b/.test(step) && !/COVERING INDEX/.test(step))).toEqual([]);
  });

  it('are counted for the rate within their days only', () => {
    const statements = plans(leadContract.rate, leadHandlers.rate, { by: 'source', createdFrom: '2026-09-01' });
    expect(fullScans(statements, ['lead'])).toEqual([]);
  });

  it('are compared pair by pair along the keys, never all with all', () => {
    for (const entity of ['lead', 'account', 'contact'] as const) {
      const steps = plans(duplicateContract.pairs, duplicateHandlers.pairs, { entity }).flatMap(
        (statement) => statement.steps,
      );
      // The keys are walked once, in order, by their index; everything else is looked up.
      const scans = steps.filter(
        (step) => step.startsWith('SCAN') && !/COVERING INDEX|SCAN (g|p|known|hit|shared|pair)\b/.test(step),
      );
      expect(scans.filter((step) => !/duplicateKey|CONSTANT|\(subquery/i.test(step))).toEqual([]);
    }
  });

  it('let a merge find what points to a record by index', () => {
    const missing = (['lead', 'account', 'contact'] as const).flatMap((entity) =>
      referencesTo(entity).filter(({ table, column }) => {
        const plan = harness.context.db.all<{ detail: string }>(
          `EXPLAIN QUERY PLAN SELECT * FROM "${table}" WHERE "${column}" = 'a'`,
        );
        return plan.some(({ detail }) => detail.startsWith('SCAN'));
      }),
    );
    // Instructions are few; nobody has given a thousand.
    expect(missing.filter(({ table }) => table !== 'directive')).toEqual([]);
  });
});
