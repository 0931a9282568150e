import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReadDb, WriteDb } from '#db/handles.ts';
import { insertRow } from '#db/rows.ts';
import { criterionEvidence } from '#db/schema/opportunity.ts';
import { attachment, document } from '#db/schema/work.ts';
import { accountHandlers } from '#electron/features/accounts/accountHandlers.ts';
import { activityHandlers } from '#electron/features/activities/activityHandlers.ts';
import { changesHandlers } from '#electron/features/changes/changesHandlers.ts';
import { contactHandlers } from '#electron/features/contacts/contactHandlers.ts';
import { documentHandlers } from '#electron/features/documents/documentHandlers.ts';
import { funnelHandlers } from '#electron/features/funnel/funnelHandlers.ts';
import { powerMapHandlers } from '#electron/features/powerMap/powerMapHandlers.ts';
import { taskHandlers } from '#electron/features/tasks/taskHandlers.ts';
import type { Handler } from '#electron/ipc/handler.ts';
import { accountContract, contactContract } from '#shared/contract/account.contract.ts';
import { changesContract } from '#shared/contract/changes.contract.ts';
import { documentContract } from '#shared/contract/document.contract.ts';
import { funnelContract } from '#shared/contract/funnel.contract.ts';
import type { InputOf, Operation } from '#shared/contract/operation.ts';
import { activityContract, taskContract } from '#shared/contract/opportunity.contract.ts';
import { powerMapContract } from '#shared/contract/powerMap.contract.ts';
import { isoDate } from '#shared/lib/time.ts';
import { type HandlerHarness, startHarness } from '#tests/support/handlerHarness.ts';
import { fullScans, type PlannedStatement, plansOf } from '#tests/support/queryPlan.ts';
import {
  makeAccount,
  makeActivity,
  makeContact,
  makeDeal,
  makeHistory,
  makeTask,
} from '#tests/support/workspaceRows.ts';

/** Tables that grow with the business. Accounts are fewer: the account list may walk all of them. */
const GROWING = [
  'opportunity',
  'activity',
  'activityContact',
  'stageChange',
  'task',
  'contact',
  'stakeholder',
  'document',
  'attachment',
  'criterionEvidence',
  'syncOp',
  'syncRow',
  'syncTx',
];
let harness: HandlerHarness;

beforeAll(() => {
  harness = startHarness();
  harness.fill((db) => {
    // Enough that the planner could be tempted by a scan of a small table.
    for (let n = 0; n < 60; n += 1) {
      makeAccount(db, `a${n}`, { parentId: n % 5 === 0 ? null : `a${n - (n % 5)}` });
      makeContact(db, `c${n}`, `a${n}`);
      makeDeal(db, `d${n}`, `a${n}`, { ownerId: n % 2 ? 'lin' : 'zhou' });
      makeHistory(db, `d${n}`, [
        ['verify', n],
        ['engage', n + 10],
      ]);
      makeTask(db, `t${n}`, { opportunityId: `d${n}`, dueDate: '2026-09-14' });
      insertRow(db, criterionEvidence, { id: `e${n}`, opportunityId: `d${n}`, note: 'x' });
      insertRow(db, document, { id: `f${n}`, name: `f${n}` });
      const [entity, short] = Object.entries(SHORT)[n % 6] ?? ['task', 't'];
      insertRow(db, attachment, { id: `g${n}`, documentId: `f${n}`, entity, entityId: `${short}${n}` });
      makeActivity(db, `x${n}`, { opportunityId: `d${n}`, accountId: `a${n}` }, [`c${n}`]);
    }
  });
});
afterAll(() => harness.end());

/** Makes the planner believe that everything is two thousand times as much, as on a large workspace. */
function pretendLarge(db: WriteDb): void {
  db.run('ANALYZE');
  for (const { rowid, stat } of db.all<{ rowid: number; stat: string }>('SELECT rowid, stat FROM sqlite_stat1')) {
    const large = stat.split(' ').map((part, index) => (index === 0 || Number(part) > 3 ? Number(part) * 2000 : part));
    db.run('UPDATE sqlite_stat1 SET stat = ? WHERE rowid = ?', large.join(' '), rowid);
  }
  db.run('ANALYZE sqlite_schema');
}

function plans<O extends Operation>(operation: O, handler: Handler<O>, input: InputOf<O>): PlannedStatement[] {
  return plansOf(harness.context.db, (db: ReadDb) =>
    handler({ ...harness.context, db }, operation.input.parse(input) as never),
  );
}

const year = { processId: 'imaging', from: isoDate('2026-01-01'), to: isoDate('2026-12-31') };
const SHORT = {
  opportunity: 'd',
  account: 'a',
  contact: 'c',
  activity: 'x',
  task: 't',
  criterionEvidence: 'e',
} as const;
const screens: [name: string, run: () => PlannedStatement[]][] = [
  ['an account', () => plans(accountContract.page, accountHandlers.page, { id: 'a7' })],
  ['account suggestions', () => plans(accountContract.suggest, accountHandlers.suggest, { text: '' })],
  ['found accounts', () => plans(accountContract.suggest, accountHandlers.suggest, { text: 'a7' })],
  ['a person', () => plans(contactContract.page, contactHandlers.page, { id: 'c7' })],
  ['suggested people', () => plans(contactContract.suggest, contactHandlers.suggest, { text: 'c7', accountId: 'a7' })],
  ['today', () => plans(taskContract.today, taskHandlers.today, {})],
  ['tasks of a deal', () => plans(taskContract.ofOpportunity, taskHandlers.ofOpportunity, { opportunityId: 'd7' })],
  ...(['opportunity', 'account', 'contact', 'activity', 'task', 'criterionEvidence'] as const).map(
    (entity): [string, () => PlannedStatement[]] => [
      `the documents of an ${entity}`,
      () => plans(documentContract.list, documentHandlers.list, { entity, id: `${SHORT[entity]}7` }),
    ],
  ),
  ['one document', () => plans(documentContract.remove, documentHandlers.remove, { id: 'f7' })],
  ['a power map', () => plans(powerMapContract.get, powerMapHandlers.get, { opportunityId: 'd7' })],
  ...(['opportunity', 'account', 'contact'] as const).flatMap((entity): [string, () => PlannedStatement[]][] => {
    const id = `${entity === 'opportunity' ? 'd' : entity.slice(0, 1)}7`;
    return [
      [
        `the timeline of an ${entity}`,
        () => plans(activityContract.timeline, activityHandlers.timeline, { entity, id }),
      ],
      [`the history of an ${entity}`, () => plans(changesContract.ofRecord, changesHandlers.ofRecord, { entity, id })],
    ];
  }),
];

const sorts = ['openAmount', 'name', 'lastTouch', 'created'] as const;

describe.each(['fresh', 'large'])('the queries of a %s workspace', (size) => {
  beforeAll(() => {
    if (size === 'large') harness.fill(pretendLarge);
  });

  it.each(screens)('read %s from indexes alone', (_name, run) => {
    const statements = run();
    expect(statements.length).toBeGreaterThan(0);
    expect(fullScans(statements, [...GROWING, 'account'])).toEqual([]);
  });

  it.each(sorts)('add up the account list by %s from covering indexes', (sortBy) => {
    const statements = plans(accountContract.list, accountHandlers.list, { sortBy });
    expect(fullScans(statements, GROWING)).toEqual([]);
    const [list] = statements;
    expect(list?.steps.join('\n')).toMatch(/opportunity_openByAccount/);
    expect(list?.steps.join('\n')).toMatch(/activity_touchByAccount/);
  });

  it('read the account list by name in the order of the index of names, without sorting the accounts', () => {
    const [list] = plans(accountContract.list, accountHandlers.list, { sortBy: 'name' });
    expect(list?.steps.join('\n')).toMatch(/SEARCH d USING (?:COVERING )?INDEX searchDoc_bySortKey/);
    // What is left to sort is the page that was found.
    expect(list?.steps.filter((step) => step.includes('TEMP B-TREE'))).toHaveLength(1);
  });

  it('read a funnel deal by deal, never the whole of all histories', () => {
    const statements = plans(funnelContract.get, funnelHandlers.get, year);
    expect(
      fullScans(
        statements,
        GROWING.filter((table) => table !== 'opportunity'),
      ),
    ).toEqual([]);
    expect(statements.flatMap((statement) => statement.steps).join('\n')).toMatch(/stageChange_byOpportunity/);
  });

  it('would be noticed when they scanned', () => {
    const statements = plansOf(harness.context.db, (db) =>
      db.all("SELECT count(*) FROM activity x WHERE x.subject = 'y'"),
    );
    expect(fullScans(statements, GROWING)).toEqual(['SCAN x']);
  });
});
