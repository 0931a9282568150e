import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReadDb } from '#db/handles.ts';
import { insertRow } from '#db/rows.ts';
import { account, contact } from '#db/schema/account.ts';
import { opportunity } from '#db/schema/opportunity.ts';
import { activity, task } from '#db/schema/work.ts';
import { opportunityHandlers } from '#electron/features/opportunity/opportunityHandlers.ts';
import { pipelineHandlers } from '#electron/features/pipeline/pipelineHandlers.ts';
import { qualificationHandlers } from '#electron/features/qualification/qualificationHandlers.ts';
import { searchHandlers } from '#electron/features/search/searchHandlers.ts';
import type { QueryContext } from '#electron/ipc/handler.ts';
import { opportunityContract } from '#shared/contract/opportunity.contract.ts';
import type { Operation } from '#shared/contract/operation.ts';
import { pipelineContract } from '#shared/contract/pipeline.contract.ts';
import { qualificationContract } from '#shared/contract/qualification.contract.ts';
import { searchContract } from '#shared/contract/search.contract.ts';
import { ranksBetween } from '#shared/lib/rank.ts';
import { fullScans, plansOf } from '#tests/support/queryPlan.ts';
import { SalesWorkspace } from '#tests/support/salesWorkspace.ts';
import { change, NOW, reopen, temporaryFolder } from '#tests/support/workspaceFixture.ts';

const DEALS = 3000;
const GROWING = [
  'opportunity',
  'activity',
  'task',
  'stageChange',
  'account',
  'contact',
  'searchDoc',
  'c139Judgement',
  'qualificationAnswer',
  'opportunityCompetitor',
];
const folder = temporaryFolder();
const file = folder.file('plans.kongdan');
let sales: SalesWorkspace;

beforeAll(() => {
  sales = new SalesWorkspace(file);
  const ranks = ranksBetween(null, null, DEALS);
  change(sales.db, (db) => {
    for (let n = 0; n < 300; n += 1) {
      insertRow(db, account, { id: `x${n}`, name: `客户${n}`, createdAt: NOW });
      insertRow(db, contact, { id: `y${n}`, name: `联系人${n}`, accountId: `x${n}`, createdAt: NOW });
    }
    for (let n = 0; n < DEALS; n += 1) {
      const open = n % 5 === 0;
      insertRow(db, opportunity, {
        id: `d${n}`,
        name: `项目${n}`,
        accountId: `x${n % 300}`,
        ownerId: n % 2 === 0 ? 'seller' : 'boss',
        processId: 'p',
        processVersionId: 'p1',
        stageId: open ? (['verify', 'engage', 'negotiate'][n % 3] as string) : n % 2 === 0 ? 'won' : 'lost',
        status: open ? 'open' : n % 2 === 0 ? 'won' : 'lost',
        rank: ranks[n],
        amountMinor: n,
        createdAt: NOW + n,
      });
      insertRow(db, task, { id: `t${n}`, title: 't', opportunityId: `d${n}`, createdAt: NOW });
      insertRow(db, activity, { id: `v${n}`, kind: 'visit', opportunityId: `d${n}`, at: NOW, createdAt: NOW });
    }
  });
  return () => sales.db.close();
});
afterAll(folder.remove);

type Run = (context: QueryContext, input: never) => unknown;

const plans = (read: ReadDb, operation: Operation, handler: unknown, input: object) =>
  plansOf(read, (db) => (handler as Run)({ ...sales.context(), db }, operation.input.parse(input) as never));

const screens: [string, Operation, unknown, object][] = [
  ['board', pipelineContract.board, pipelineHandlers.board, { processId: 'p' }],
  [
    'board of an owner',
    pipelineContract.board,
    pipelineHandlers.board,
    { processId: 'p', filter: { ownerIds: ['boss'] } },
  ],
  ['board by text', pipelineContract.board, pipelineHandlers.board, { processId: 'p', filter: { text: '项目 12' } }],
  [
    'board of overdue deals',
    pipelineContract.board,
    pipelineHandlers.board,
    { processId: 'p', filter: { overdue: true } },
  ],
  [
    'board without next step',
    pipelineContract.board,
    pipelineHandlers.board,
    { processId: 'p', filter: { noNextStep: true } },
  ],
  ['board by model', pipelineContract.board, pipelineHandlers.board, { processId: 'p', expectedBy: 'model' }],
  [
    'column by amount',
    pipelineContract.column,
    pipelineHandlers.column,
    { processId: 'p', stageId: 'verify', sort: 'amount' },
  ],
  ['list of all processes', pipelineContract.list, pipelineHandlers.list, {}],
  ['list by name', pipelineContract.list, pipelineHandlers.list, { sortBy: 'name' }],
  ['list by name, far down', pipelineContract.list, pipelineHandlers.list, { sortBy: 'name', offset: 6000 }],
  ['list by owner', pipelineContract.list, pipelineHandlers.list, { sortBy: 'owner' }],
  [
    'list by account',
    pipelineContract.list,
    pipelineHandlers.list,
    { sortBy: 'account', filter: { status: 'closed' } },
  ],
  [
    'timeline',
    pipelineContract.timeline,
    pipelineHandlers.timeline,
    { processId: 'p', from: '2026-01-01', to: '2026-12-31' },
  ],
  ['processes', pipelineContract.processes, pipelineHandlers.processes, {}],
  [
    'check of a move',
    pipelineContract.checkMove,
    pipelineHandlers.checkMove,
    { opportunityId: 'd0', toStageId: 'engage' },
  ],
  ['sign-offs waiting', pipelineContract.signOffsWaiting, pipelineHandlers.signOffsWaiting, { memberId: 'boss' }],
  ['competitors', pipelineContract.competitors, pipelineHandlers.competitors, { text: '东' }],
  ['qualification of a deal', qualificationContract.ofDeal, qualificationHandlers.ofDeal, { opportunityId: 'd0' }],
  ['deal page', opportunityContract.page, opportunityHandlers.page, { id: 'd0' }],
  ['search', searchContract.find, searchHandlers.find, { text: '客户12' }],
];

describe.each([
  ['before SQLite has gathered statistics', false],
  ['after ANALYZE', true],
])('%s', (_, analyzed) => {
  beforeAll(() => {
    if (!analyzed) return;
    sales.db.close();
    const connection = new Database(file);
    connection.exec('ANALYZE');
    connection.close();
    Object.assign(sales, { db: reopen(file) });
  });

  it.each(screens)('%s reads no growing table from end to end', (_name, operation, handler, input) => {
    const statements = plans(sales.db.read, operation, handler, input);
    expect(statements.length).toBeGreaterThan(0);
    expect(fullScans(statements, GROWING)).toEqual([]);
    // Walking an index from end to end is no better; the aliases are those of the queries of this area.
    const walks = statements.flatMap(({ steps }) => steps).filter((step) => /^SCAN [otadcxe] /.test(`${step} `));
    expect(walks).toEqual([]);
  });

  it('answers the sums of a whole board from the index alone', () => {
    const sums = plans(sales.db.read, pipelineContract.board, pipelineHandlers.board, { processId: 'p' }).filter(
      ({ sql }) => sql.includes('GROUP BY o.stageId, o.currency'),
    );
    expect(sums).toHaveLength(1);
    expect(sums[0]?.steps[0]).toContain('USING COVERING INDEX opportunity_board');
  });

  it('takes the first cards of a column in the order of the index, without sorting', () => {
    const cards = plans(sales.db.read, pipelineContract.column, pipelineHandlers.column, {
      processId: 'p',
      stageId: 'verify',
    }).filter(({ sql }) => sql.includes('ORDER BY o.rank, o.id'));
    expect(cards).toHaveLength(1);
    expect(cards[0]?.steps.join()).toContain('opportunity_board');
    expect(cards[0]?.steps.join()).not.toContain('TEMP B-TREE');
  });

  it('reads a list by name off the index of names, without sorting', () => {
    const names = plans(sales.db.read, pipelineContract.list, pipelineHandlers.list, { sortBy: 'name' }).filter(
      ({ sql }) => sql.includes('ORDER BY d.sortKey'),
    );
    expect(names).toHaveLength(1);
    expect(names[0]?.steps[0]).toContain('USING COVERING INDEX searchDoc_bySortKey');
    expect(names[0]?.steps.join()).not.toContain('TEMP B-TREE');
  });

  it('needs a number of statements for a board that does not grow with its cards', () => {
    const few = plans(sales.db.read, pipelineContract.board, pipelineHandlers.board, { processId: 'p', perColumn: 1 });
    const many = plans(sales.db.read, pipelineContract.board, pipelineHandlers.board, {
      processId: 'p',
      perColumn: 200,
    });
    expect(many.length).toBe(few.length);
    // Three of them read the team’s calendar, once per part of the answer.
    expect(many.length).toBeLessThanOrEqual(15);
  });
});

it('notices a statement that reads a whole table', () => {
  const scan = plansOf(sales.db.read, (db) => db.all('SELECT * FROM opportunity WHERE description = ?', 'x'));
  expect(fullScans(scan, GROWING)).toHaveLength(1);
});
